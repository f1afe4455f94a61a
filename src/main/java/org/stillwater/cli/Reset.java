package org.stillwater.cli;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStoreException;

/** Repairs a store. */
final class Reset {
    private final OffCommand command;

    Reset(OffCommand command) {
        this.command = command;
    }

    int run() {
        Path directory = command.directory().toAbsolutePath().normalize();
        requirePlace(directory);
        String found = found(directory);
        boolean created = !Files.isDirectory(directory.resolve("mode"));
        try (FileModeStore store = FileModeStore.open(directory)) {
            ModeSnapshot now = store.reset();
            if (command.isJson()) {
                JsonOutput.print(
                        command.out(),
                        Json.createObjectBuilder()
                                .add("exitCode", ExitCode.DONE)
                                .add("outcome", "reset")
                                .add("found", found)
                                .add("created", created)
                                .add("status", JsonOutput.status(StoreView.read(store, command.environment.clock()))));
            } else {
                print(found, created, directory, now);
            }
            return ExitCode.DONE;
        }
    }

    private void print(String found, boolean created, Path directory, ModeSnapshot now) {
        command.out().println("Found: " + found);
        if (created) {
            command.out()
                    .println("Created the store '" + directory + "'" + owner(directory)
                            + ". The server's user must be able to write there.");
        }
        command.out()
                .println("Reset. The mode is READ_WRITE (epoch " + now.epoch() + "), no window is open. Applications"
                        + " that use this store admit writes again.");
        command.out().flush();
    }

    /** A store is created below a directory that is there, but no path out of thin air: it is probably mistyped. */
    private static void requirePlace(Path directory) {
        Path above = directory.getParent();
        if (!Files.isDirectory(directory) && (above == null || !Files.isDirectory(above))) {
            throw new ModeStoreException("Neither '" + directory + "' nor the directory above it exists, so --store is"
                    + " probably wrong. Each application logs its store when it starts (STILL00601)");
        }
    }

    private static String found(Path directory) {
        try (FileModeStore store = FileModeStore.existing(directory)) {
            ModeSnapshot before = store.read();
            return "mode " + before.mode() + " (epoch " + before.epoch() + "), open windows: "
                    + before.windows().size() + ", nothing damaged";
        } catch (ModeStoreException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String owner(Path directory) {
        try {
            return ", which belongs to '" + Files.getOwner(directory).getName() + "'";
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
