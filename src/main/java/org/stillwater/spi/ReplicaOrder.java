package org.stillwater.spi;

/** What applications are told to do with the replicas of their databases. */
public enum ReplicaOrder {
    /** Read them in read-only mode, once they show everything that was committed before. */
    USE,
    /** Find out whether they can be paused. Goes with {@code DRAINING}. */
    CHECK,
    /** No write is in flight anywhere: see that they show everything. Goes with {@code DRAINING}. */
    CATCH_UP,
    /** All of them show everything: pause them, and read nothing else in read-only mode. */
    FREEZE,
    /** Read the primary, because the window is about to be lifted. Goes with {@code READ_ONLY}. */
    LEAVE,
    /** Read the primary; let those go on that were paused. */
    RETURN
}
