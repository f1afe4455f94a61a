package org.stillwater.it.waiting;

class WaitingIT extends AbstractWaitingIT {}
