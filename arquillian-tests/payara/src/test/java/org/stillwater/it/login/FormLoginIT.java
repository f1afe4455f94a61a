package org.stillwater.it.login;

class FormLoginIT extends AbstractFormLoginIT {}
