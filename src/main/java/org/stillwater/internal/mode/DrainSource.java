package org.stillwater.internal.mode;

/** A guarded database that may know of writes which were not counted here. Thread-safe; compared by identity. */
public interface DrainSource {
    /** Names it for operators, such as {@code persistence unit 'shop'}. */
    String unit();

    /** Prepares to ask for one drain, whose gate is closed and empty. On the thread that will ask. */
    DrainQuestion begin();
}
