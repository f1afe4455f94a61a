package org.stillwater.it.faces;

class LivePageIT extends AbstractLivePageIT {}
