package org.stillwater.protocol;

/** Who makes a step. */
enum Kind {
    /** An application follows the store; its writes end. */
    APPLICATION,
    /** A write begins. */
    WRITE,
    /** An application is started. */
    START,
    /** An application is stopped in good order. */
    STOP,
    /** An application is killed. */
    KILL,
    /** Somebody runs {@code on}. */
    ON,
    /** Somebody runs {@code off}. */
    OFF,
    /** A tool is killed. */
    KILL_TOOL,
    /** The database carries out a commit that a process sent before it was killed. */
    DATABASE
}
