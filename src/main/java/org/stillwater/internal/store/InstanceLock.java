package org.stillwater.internal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a process lives: the operating system frees the lock when the process ends, however it ends.
 *
 * <p>On POSIX systems closing <em>any</em> descriptor of a file frees all locks that the process holds on it. So a
 * process must never probe a lock of its own. Which are its own is kept in the system properties, because two
 * applications in one server have the library in two class loaders.
 */
final class InstanceLock {
    static final String SUFFIX = ".lock";
    private static final String OWN = "org.stillwater.instance.";

    /** A probe takes far less than a millisecond. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final Path file;
    private final FileChannel channel;
    private final @Nullable Object identity;

    private InstanceLock(Path file, FileChannel channel, @Nullable Object identity) {
        this.file = file;
        this.channel = channel;
        this.identity = identity;
    }

    static InstanceLock take(Path directory, String instance) throws IOException {
        Path file = file(directory, instance);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            AtomicFiles.readableByAll(file);
            lock(channel);
            System.setProperty(key(file), "1");
            return new InstanceLock(file, channel, identity(file));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Waits for the lock, as it would for another process: within one, it is an exception that somebody holds it, and an
     * application of the same server may be probing it at this moment.
     */
    private static void lock(FileChannel channel) throws IOException {
        long begun = System.nanoTime();
        while (true) {
            try {
                channel.lock();
                return;
            } catch (OverlappingFileLockException e) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** The file itself, whatever its name; null on systems that cannot tell. */
    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * Whether the file that is locked still stands in its place. Somebody may have removed the store, or put a copy of it
     * there, whose lock file nobody holds. Where that cannot be seen the lock is kept: without it the process would look
     * as if it were gone.
     */
    boolean isInPlace() {
        try {
            return Objects.equals(identity(file), identity);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            Problems.LOG.debug("Lock not seen, taken to be in place: %s", e);
            return true;
        }
    }

    void release() {
        System.clearProperty(key(file));
        AtomicFiles.deleteQuietly(file);
        abandon();
    }

    /** Lets go of a file that stands in its place no more, and leaves alone the one that does. */
    void abandon() {
        try {
            channel.close();
        } catch (IOException e) {
            Problems.LOG.debug("Lock not closed: %s", e);
        }
    }

    /** Removes the file that a process which is gone has locked. */
    static void forget(Path directory, String instance) {
        AtomicFiles.deleteQuietly(directory.resolve(instance + SUFFIX));
    }

    static boolean isHeld(Path directory, String instance) throws IOException {
        Path file = file(directory, instance);
        if (System.getProperty(key(file)) != null) {
            return true;
        }
        // A shared lock needs the right to read only, so any operator can probe.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return !canLock(channel);
        } catch (NoSuchFileException e) {
            return false;
        } catch (AccessDeniedException e) {
            Problems.LOG.debug("Lock not probed, taken to be held: %s", e);
            return true;
        }
    }

    private static boolean canLock(FileChannel channel) throws IOException {
        try (@Nullable FileLock probe = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return probe != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** By its real path: two applications may reach the same store by different links. */
    private static Path file(Path directory, String instance) throws IOException {
        return directory.toRealPath().resolve(instance + SUFFIX);
    }

    private static String key(Path file) {
        return OWN + file;
    }
}
