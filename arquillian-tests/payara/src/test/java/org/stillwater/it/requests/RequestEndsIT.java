package org.stillwater.it.requests;

class RequestEndsIT extends AbstractRequestEndsIT {}
