package org.stillwater.it.faces;

class OpenPagesIT extends AbstractOpenPagesIT {}
