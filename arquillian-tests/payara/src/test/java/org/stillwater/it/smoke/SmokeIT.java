package org.stillwater.it.smoke;

class SmokeIT extends AbstractSmokeIT {}
