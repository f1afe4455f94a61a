package org.stillwater.it.faces;

class FacesIT extends AbstractFacesIT {}
