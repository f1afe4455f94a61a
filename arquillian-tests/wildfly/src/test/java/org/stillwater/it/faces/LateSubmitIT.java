package org.stillwater.it.faces;

class LateSubmitIT extends AbstractLateSubmitIT {}
