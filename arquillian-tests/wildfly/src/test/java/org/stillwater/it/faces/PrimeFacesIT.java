package org.stillwater.it.faces;

class PrimeFacesIT extends AbstractPrimeFacesIT {}
