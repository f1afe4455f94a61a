package org.stillwater.it.requests;

class UploadsIT extends AbstractUploadsIT {}
