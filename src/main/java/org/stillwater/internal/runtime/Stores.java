package org.stillwater.internal.runtime;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.config.Settings;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.internal.store.MemoryModeStore;
import org.stillwater.internal.store.UnusableModeStore;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ModeStoreException;

/** Opens the mode store that the settings ask for. */
final class Stores {
    private Stores() {}

    static ModeStore open(Settings settings, String application) {
        String configured = settings.store();
        if ("memory".equals(configured)) {
            return new MemoryModeStore();
        }
        Path directory = configured != null ? Path.of(configured) : defaultDirectory(application);
        try {
            return FileModeStore.open(directory);
        } catch (ModeStoreException e) {
            return new UnusableModeStore(directory.toString(), () -> FileModeStore.open(directory));
        }
    }

    /** Below the directory that the server keeps its data in, which survives restarts and redeployments. */
    private static Path defaultDirectory(String application) {
        return serverData().resolve("stillwater").resolve(application);
    }

    private static Path serverData() {
        Path wildfly = directory("jboss.server.data.dir");
        Path payara = directory("com.sun.aas.instanceRoot");
        if (wildfly != null) {
            return wildfly;
        }
        return payara != null ? payara.resolve("data") : Path.of(System.getProperty("user.home"), ".local", "state");
    }

    private static @Nullable Path directory(String property) {
        String value = System.getProperty(property);
        return value == null ? null : Path.of(value);
    }
}
