package org.stillwater.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.spi.ModeStoreException;

/** Opens the store that an operator names, and helps if the path is nearly right. */
final class Stores {
    private Stores() {}

    static FileModeStore existing(Path directory) {
        try {
            return FileModeStore.existing(directory);
        } catch (ModeStoreException e) {
            List<Path> below = storesBelow(directory);
            if (below.isEmpty()) {
                throw e;
            }
            throw new ModeStoreException(
                    e.getMessage() + ". Below it there are stores: " + quoted(below) + "; name one of them", e);
        }
    }

    private static List<Path> storesBelow(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> Files.isDirectory(child.resolve("mode")))
                    .sorted()
                    .limit(10)
                    .toList();
        } catch (IOException | RuntimeException e) {
            return List.of(); // only a hint; what is wrong is said already
        }
    }

    private static String quoted(List<Path> paths) {
        return String.join(", ", paths.stream().map(path -> "'" + path + "'").toList());
    }
}
