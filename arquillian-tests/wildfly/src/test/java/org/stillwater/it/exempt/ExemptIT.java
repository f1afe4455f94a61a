package org.stillwater.it.exempt;

class ExemptIT extends AbstractExemptIT {}
