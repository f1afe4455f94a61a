package org.stillwater.it.faces;

class OwnExceptionHandlerIT extends AbstractOwnExceptionHandlerIT {}
