package org.stillwater.internal.refusal;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Spreads clients over the time after a window. All are told the same end, and without this thousands of them would be back
 * in the same second, each with a write.
 */
public final class RetryAfter {
    private static final long LEAST_SPREAD = 10;
    private static final long MOST_SPREAD = 60;

    private RetryAfter() {}

    /** The value of the header {@code Retry-After}: another one for each client. */
    public static long seconds(Notice notice, Instant now) {
        return seconds(notice, now, ThreadLocalRandom.current());
    }

    /**
     * Never before the end that is expected; after it by up to a fifth of what remains, but no less than ten seconds,
     * among which the many clients of a short window find room, and no more than a minute, which is all that it may cost
     * the one client of a long one. Those who come too late to be refused once more may come back at once.
     */
    static long seconds(Notice notice, Instant now, RandomGenerator random) {
        long end = notice.retryAfterSeconds(now);
        if (!notice.mode().refusesNewWrites()) {
            return end;
        }
        long spread = Math.min(MOST_SPREAD, Math.max(LEAST_SPREAD, end / 5));
        return end + random.nextLong(spread + 1);
    }
}
