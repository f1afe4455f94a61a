package org.stillwater.internal.store;

import org.stillwater.spi.WatchableModeStore;

class MemoryModeStoreTest extends ModeStoreContract {
    private final WatchableModeStore store = new MemoryModeStore();

    @Override
    WatchableModeStore store() {
        return store;
    }
}
