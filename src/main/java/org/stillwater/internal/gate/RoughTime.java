package org.stillwater.internal.gate;

/**
 * {@link System#nanoTime()} as it was when somebody last looked, for what is asked on every write and needs no better
 * answer: to look costs more than the gate (31 ns on the machine of docs/benchmarks.md). The thread that follows the
 * store looks each time that it wakes, every 200 ms at the latest. Thread-safe.
 */
public final class RoughTime {
    private static volatile long nanos = System.nanoTime();

    private RoughTime() {}

    /** When somebody last looked. */
    public static long nanos() {
        return nanos;
    }

    /** Looks. */
    public static void look() {
        nanos = System.nanoTime();
    }
}
