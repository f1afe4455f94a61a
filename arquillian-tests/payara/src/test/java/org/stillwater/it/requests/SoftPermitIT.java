package org.stillwater.it.requests;

class SoftPermitIT extends AbstractSoftPermitIT {}
