package org.stillwater.it.waiting;

/** Somebody who books a line, and would wait for the lift. */
public interface Till {
    String book(String line);
}
