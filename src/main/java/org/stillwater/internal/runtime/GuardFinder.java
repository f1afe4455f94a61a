package org.stillwater.internal.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Finds what has to be guarded, where it does not come by itself. Asked when the library starts, before each report, and
 * before databases are asked about a drain. Thread-safe.
 */
public interface GuardFinder extends AutoCloseable {
    /** Where there is nothing to be found. */
    GuardFinder NONE = new GuardFinder() {
        @Override
        public void find() {}

        @Override
        public @Nullable String writtenBefore() {
            return null;
        }

        @Override
        public void close() {}
    };

    /** Guards what is there now and was not there before. Fails for nobody: what cannot be guarded is logged. */
    void find();

    /** What was written, in words, before anybody was there to refuse it; null if nothing was. */
    @Nullable
    String writtenBefore();

    /** Lets go of what outlives this application. The rest stays guarded to its end. */
    @Override
    void close();
}
