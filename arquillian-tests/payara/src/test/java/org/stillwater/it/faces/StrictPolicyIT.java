package org.stillwater.it.faces;

class StrictPolicyIT extends AbstractStrictPolicyIT {}
