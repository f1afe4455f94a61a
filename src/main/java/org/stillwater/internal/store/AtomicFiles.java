package org.stillwater.internal.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/** Writes files so that nobody ever reads half of one, not even after a crash of the machine. */
final class AtomicFiles {
    private static final String TEMPORARY = ".tmp-";
    private static final Duration STALE = Duration.ofHours(1);

    private AtomicFiles() {}

    /** Creates a file with this content. @throws FileAlreadyExistsException if there is one */
    static void createNew(Path file, String content) throws IOException {
        Path temporary = writeTemporary(file, content);
        try {
            Files.createLink(file, temporary);
        } catch (UnsupportedOperationException e) {
            throw new IOException("the file system has no hard links; use a local one", e);
        } finally {
            deleteQuietly(temporary);
        }
        force(parent(file));
    }

    /** Creates a file with this content or replaces it. */
    static void replace(Path file, String content) throws IOException {
        Path temporary = writeTemporary(file, content);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw e;
        }
    }

    private static Path writeTemporary(Path file, String content) throws IOException {
        Path temporary = Files.createTempFile(parent(file), TEMPORARY, "");
        // Not a FileChannel: it fails on a thread that is interrupted, which is just when a drain must be aborted.
        try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw e;
        }
        readableByAll(temporary);
        return temporary;
    }

    /** Whatever the umask of an operator's shell: the server's own user must be able to read it. */
    static void readableByAll(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /** Creates directories that belong to whom the one above them belongs, even if {@code root} creates them. */
    static void createDirectories(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path above = parent(directory);
        createDirectories(above);
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (Files.isDirectory(directory)) {
                return; // two applications of one server start at the same time
            }
            throw e;
        }
        if (!Files.getOwner(directory).equals(Files.getOwner(above))) {
            Files.setOwner(directory, Files.getOwner(above));
        }
    }

    static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Problems.LOG.debug("Not deleted: %s", e);
        }
    }

    /** Removes what a process that was killed while writing has left. */
    static void deleteStaleTemporaries(Path directory) {
        FileTime limit = FileTime.from(Instant.now().minus(STALE));
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, TEMPORARY + "*")) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).compareTo(limit) < 0) {
                    deleteQuietly(leftover);
                }
            }
        } catch (IOException | UncheckedIOException | java.nio.file.DirectoryIteratorException e) {
            Problems.LOG.debug("Leftovers not removed: %s", e);
        }
    }

    private static void force(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every operating system lets a directory be opened; Linux does.
            Problems.LOG.debug("Directory not forced: %s", e);
        }
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException("'" + file + "' has no directory above it");
        }
        return parent;
    }
}
