package org.stillwater.it.requests;

class RequestsIT extends AbstractRequestsIT {}
