package org.stillwater.it.catalogue.places;

/** A CDI event. */
record Announcement(String number) {}
