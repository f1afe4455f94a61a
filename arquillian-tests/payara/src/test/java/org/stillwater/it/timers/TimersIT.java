package org.stillwater.it.timers;

class TimersIT extends AbstractTimersIT {}
