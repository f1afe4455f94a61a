package org.stillwater.it.faces;

class ReadOnlyFormsIT extends AbstractReadOnlyFormsIT {}
