package org.stillwater.spi;

import org.jspecify.annotations.Nullable;

/**
 * How far a replica has come. Immutable.
 *
 * @param unsuitable why it is no replica of the database whose position was asked for, or null
 * @param reached whether it shows everything up to the position that was asked for; false if none was
 * @param paused whether it stays as it is until it is told to go on
 * @param refusesWrites whether the database itself refuses whatever would write, whoever is connected
 * @param at where it is, for an operator
 */
public record ReplicaProgress(
        @Nullable String unsuitable, boolean reached, boolean paused, boolean refusesWrites, String at) {

    /** It is no replica of that database. */
    public static ReplicaProgress unsuitable(String reason) {
        return new ReplicaProgress(reason, false, false, false, "");
    }
}
