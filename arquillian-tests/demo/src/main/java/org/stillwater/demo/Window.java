package org.stillwater.demo;

import java.time.Duration;
import java.time.Instant;
import org.stillwater.demo.proof.Moment;

/**
 * When the window was, by this program's clock and by the database's order of commits.
 *
 * @param asked when the operator asked for it
 * @param drained when nobody wrote any more
 * @param migrated when the migration had ended
 * @param lifted when the operator's second command had ended
 * @param opened the database, just after nobody wrote any more
 * @param closing the database, just before the operator's second command
 */
record Window(Instant asked, Instant drained, Instant migrated, Instant lifted, Moment opened, Moment closing) {

    Duration drain() {
        return Duration.between(asked, drained);
    }

    Duration migration() {
        return Duration.between(drained, migrated);
    }

    Duration lift() {
        return Duration.between(migrated, lifted);
    }

    Duration length() {
        return Duration.between(asked, lifted);
    }
}
