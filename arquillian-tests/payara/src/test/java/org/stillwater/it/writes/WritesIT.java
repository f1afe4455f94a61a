package org.stillwater.it.writes;

class WritesIT extends AbstractWritesIT {}
