package org.stillwater.it.faces;

class GuardedFormsIT extends AbstractGuardedFormsIT {}
