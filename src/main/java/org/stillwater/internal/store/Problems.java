package org.stillwater.internal.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.stillwater.internal.log.Log;
import org.stillwater.spi.ModeStoreException;

/** Says what is wrong with a file, whose it is and what to do. */
final class Problems {
    static final Log LOG = Log.of("store");

    private Problems() {}

    static ModeStoreException cannotRead(Path file, Exception cause) {
        return new ModeStoreException(
                Log.message("STILL00306", "The mode store cannot be read at '%s': %s", file, explain(cause)), cause);
    }

    static ModeStoreException cannotWrite(Path file, Exception cause) {
        return new ModeStoreException(
                Log.message("STILL00307", "The mode store cannot be written at '%s': %s", file, explain(cause)), cause);
    }

    static String explain(Throwable problem) {
        if (problem instanceof java.nio.file.DirectoryIteratorException && problem.getCause() != null) {
            return explain(problem.getCause());
        }
        if (problem instanceof AccessDeniedException denied) {
            return explainDenied(Path.of(denied.getFile()));
        }
        if (problem instanceof NoSuchFileException missing) {
            return "'" + missing.getFile() + "' does not exist";
        }
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }

    private static String explainDenied(Path file) {
        Path existing = file;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return "user '" + System.getProperty("user.name") + "' has no right to '" + existing + "'" + owner(existing)
                + ". Give it that right, or run as the owner";
    }

    private static String owner(Path file) {
        try {
            return ", which belongs to '" + Files.getOwner(file).getName() + "'";
        } catch (IOException | UnsupportedOperationException e) {
            return "";
        }
    }
}
