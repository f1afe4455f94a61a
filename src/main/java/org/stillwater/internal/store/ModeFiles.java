package org.stillwater.internal.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.ReplicaOrder;

/**
 * The directory {@code mode}: one immutable file for each epoch, of which the highest counts.
 *
 * <p>Old epochs are pruned, so somebody who read epoch 3 long ago could create epoch 4 again while 50 is in force. That
 * harms nobody who reads, because the highest counts; but he must not believe that he succeeded. Therefore each file
 * carries a token of its own and that of its predecessor: after linking, the writer succeeded if his file is the highest,
 * or if the next one names his token.
 */
final class ModeFiles {
    /** How many past epochs are kept for the operator to look at. */
    static final int KEPT = 32;

    private static final Pattern NAME = Pattern.compile("(\\d{1,12})\\.properties");

    private final Path directory;
    private volatile boolean seen;
    private final AtomicLong seenEpoch = new AtomicLong();
    private volatile @Nullable Cached cached;

    ModeFiles(Path directory) {
        this.directory = directory;
    }

    void markSeen() {
        seen = true;
    }

    ModeSnapshot read() {
        // Asked before the files are: another thread may see a later epoch meanwhile.
        long before = seenEpoch.get();
        long epoch = highest();
        if (epoch < before) {
            throw new ModeStoreException(Log.message(
                    "STILL00303",
                    "The mode store '%s' has gone back from epoch %d to %d: files were removed, or an old copy was put in"
                            + " place. Writes are refused until an operator runs: off --reset",
                    directory,
                    before,
                    epoch));
        }
        ModeSnapshot snapshot =
                epoch == 0 ? ModeSnapshot.INITIAL : parsed(epoch).snapshot();
        seenEpoch.accumulateAndGet(epoch, Math::max);
        return snapshot;
    }

    boolean compareAndSet(long expectedEpoch, ModeSnapshot next) {
        if (highest() != expectedEpoch) {
            return false;
        }
        String token = UUID.randomUUID().toString();
        String previous = expectedEpoch == 0 ? "" : parsed(expectedEpoch).token();
        return link(next, token, previous) && isMine(next.epoch(), token);
    }

    /** @param reported the highest epoch that an application says it has seen */
    ModeSnapshot reset(long reported) {
        while (true) {
            // Those who have not reported may have seen epochs that are lost now. Seconds since 1970 are above all that
            // were ever counted, unless the clock was set back.
            long epoch =
                    Math.max(Math.max(highest(), reported) + 1, Instant.now().getEpochSecond());
            ModeSnapshot snapshot = ModeSnapshot.readWrite(epoch - 1).ordering(ReplicaOrder.RETURN);
            if (link(snapshot, UUID.randomUUID().toString(), "")) {
                return snapshot;
            }
        }
    }

    private boolean link(ModeSnapshot next, String token, String previous) {
        Path file = file(next.epoch());
        try {
            AtomicFiles.createNew(file, SnapshotFormat.encode(next, token, previous));
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw Problems.cannotWrite(file, e);
        }
        prune(next.epoch() - KEPT);
        return true;
    }

    private boolean isMine(long epoch, String token) {
        if (highest() == epoch) {
            return true;
        }
        try {
            if (read(epoch + 1).previous().equals(token)) {
                return true;
            }
            Files.deleteIfExists(file(epoch));
        } catch (NoSuchFileException e) {
            AtomicFiles.deleteQuietly(file(epoch));
        } catch (IOException e) {
            throw Problems.cannotRead(file(epoch + 1), e);
        }
        return false;
    }

    /** The highest epoch for which there is a file; 0 if there is none. */
    private long highest() {
        NavigableSet<Long> epochs = epochs();
        return epochs.isEmpty() ? 0 : epochs.last();
    }

    private NavigableSet<Long> epochs() {
        NavigableSet<Long> epochs = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    epochs.add(Long.parseLong(name.group(1)));
                }
            }
        } catch (NoSuchFileException e) {
            if (seen) {
                throw new ModeStoreException(
                        Log.message(
                                "STILL00304",
                                "The mode store '%s' has disappeared. Writes are refused, because nobody can tell whether"
                                        + " a window is open. Put it back, or run: off --reset",
                                directory),
                        e);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw Problems.cannotRead(directory, e);
        }
        return epochs;
    }

    /** Parses the file of an epoch, once for each state of the file. */
    private SnapshotFormat.Parsed parsed(long epoch) {
        Path file = file(epoch);
        try {
            Stamp stamp = Stamp.of(file);
            Cached last = cached;
            if (last == null || last.epoch != epoch || !last.stamp.equals(stamp)) {
                last = new Cached(epoch, stamp, read(epoch));
                cached = last;
            }
            return last.parsed;
        } catch (IOException e) {
            throw Problems.cannotRead(file, e);
        }
    }

    private SnapshotFormat.Parsed read(long epoch) throws IOException {
        Path file = file(epoch);
        try {
            Map<String, String> content = SealedProperties.decode(Files.readString(file));
            return SnapshotFormat.decode(content, epoch);
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
            throw new ModeStoreException(
                    Log.message(
                            "STILL00305",
                            "The file '%s' of the mode store is damaged: %s. Writes are refused until an operator runs:"
                                    + " off --reset",
                            file,
                            e.getMessage()),
                    e);
        }
    }

    private void prune(long below) {
        try {
            epochs().headSet(below).forEach(epoch -> AtomicFiles.deleteQuietly(file(epoch)));
        } catch (ModeStoreException e) {
            // The change has been made. Who hears otherwise would believe that it has not.
            Problems.LOG.debug("Old epochs not removed: %s", e);
        }
        AtomicFiles.deleteStaleTemporaries(directory);
    }

    private Path file(long epoch) {
        return directory.resolve(String.format(Locale.ROOT, "%012d.properties", epoch));
    }

    private record Cached(long epoch, Stamp stamp, SnapshotFormat.Parsed parsed) {}

    private record Stamp(Object modified, long size) {
        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        }
    }
}
