package org.stillwater.demo;

import java.time.Duration;
import java.time.Instant;
import org.stillwater.demo.proof.Moment;

/**
 * When the window was, by this program's clock and by the database's order of commits.
 *
 * @param asked when the operator typed the first command
 * @param drain what that command took to wait for the writes in flight
 * @param drained when that command had ended
 * @param migrated when the migration had ended
 * @param lifted when the second command had ended
 * @param opened the database, just after the first command
 * @param closing the database, just before the second command
 */
record Window(
        Instant asked,
        Duration drain,
        Instant drained,
        Instant migrated,
        Instant lifted,
        Moment opened,
        Moment closing) {

    Duration on() {
        return Duration.between(asked, drained);
    }

    Duration migration() {
        return Duration.between(drained, migrated);
    }

    Duration off() {
        return Duration.between(migrated, lifted);
    }

    Duration length() {
        return Duration.between(asked, lifted);
    }
}
