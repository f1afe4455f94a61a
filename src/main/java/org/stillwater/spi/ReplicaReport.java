package org.stillwater.spi;

/**
 * What an application says about the replica of one guarded database. Immutable.
 *
 * @param unit the guarded database, such as {@code persistence unit 'shop'}
 * @param replica the JNDI name of its data source; empty if none is configured
 * @param state what is known
 * @param detail why, or how far it is, for an operator
 */
public record ReplicaReport(String unit, String replica, State state, String detail) {
    /** What is known about a replica. */
    public enum State {
        /** There is none: the primary is always read. */
        NONE,
        /** Not looked at: reads go to the primary. */
        IDLE,
        /** It is being looked at, or has not come far enough yet: reads go to the primary. */
        BEHIND,
        /** It can be paused and told to go on; nothing has been done yet. */
        CHECKED,
        /** It shows everything that was committed before; in read-only mode reads go there. */
        READY,
        /** It stays as it is and is read; but transactions that began before still read the primary. */
        CLEARING,
        /** As {@code READY}, and it stays as it is until the window is lifted. */
        FROZEN,
        /** It cannot be used now; it is tried again. */
        UNUSABLE,
        /** It was paused, goes on, and has not caught up yet: reads go to the primary. */
        RESUMING,
        /** This application reads the primary although its replica is frozen, because it knows the new schema. */
        PASSED_OVER
    }

    @Override
    public String toString() {
        String name = replica.isEmpty() ? "" : " (" + replica + ")";
        return unit + name + ": "
                + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + (detail.isEmpty() ? "" : ", " + detail);
    }
}
