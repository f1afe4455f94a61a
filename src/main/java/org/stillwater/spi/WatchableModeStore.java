package org.stillwater.spi;

/** A {@link ModeStore} that can tell at once that something has changed. Other stores are polled. */
public interface WatchableModeStore extends ModeStore {
    /**
     * Calls back, on any thread, soon after the snapshot may have changed; once too often does no harm. Ends with
     * {@link #close()}.
     */
    void watch(Runnable changed);
}
