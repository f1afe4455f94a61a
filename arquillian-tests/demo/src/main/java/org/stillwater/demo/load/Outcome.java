package org.stillwater.demo.load;

/** How a write ended, as the person who sent it saw it. */
public enum Outcome {
    /** The application said that it is done. */
    DONE,
    /** The application said that it cannot be done now, in the way that it promises to. */
    REFUSED,
    /** Anything else. */
    FAILED
}
