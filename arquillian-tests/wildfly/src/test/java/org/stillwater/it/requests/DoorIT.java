package org.stillwater.it.requests;

class DoorIT extends AbstractDoorIT {}
