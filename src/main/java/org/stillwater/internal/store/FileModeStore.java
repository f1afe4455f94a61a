package org.stillwater.internal.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.Report;
import org.stillwater.spi.WatchableModeStore;

/**
 * Keeps the mode in a directory of a local file system, readable by hand:
 *
 * <pre>
 * mode/000000000007.properties    one file for each epoch, never changed once written; the highest counts
 * reports/shop-4711-9f3a.properties   one file for each running application, written by it alone
 * reports/shop-4711-9f3a.lock         locked for as long as its process lives
 * </pre>
 *
 * <p>No file has two writers, so an operator's {@code root} never locks out the server's own user. Every file is written
 * under another name, forced to the disk and then linked or renamed into place. {@link #compareAndSet} is the creation of
 * the next epoch's file: linking fails if the name exists, so of two that try only one succeeds.
 *
 * <p>Thread-safe. Covers one host: file locks and wall clocks of several hosts are not compared.
 */
public final class FileModeStore implements WatchableModeStore {
    private final Path root;
    private final ModeFiles modes;
    private final ReportFiles reports;
    private @Nullable DirectoryWatch watch;

    private FileModeStore(Path root) {
        this.root = root;
        this.modes = new ModeFiles(root.resolve("mode"));
        this.reports = new ReportFiles(root.resolve("reports"));
    }

    /**
     * Opens the store in a directory, creating it if it is not there.
     *
     * @throws ModeStoreException if it cannot be created
     */
    public static FileModeStore open(Path directory) {
        FileModeStore store = new FileModeStore(directory.toAbsolutePath().normalize());
        store.create();
        return store;
    }

    /**
     * Opens a store that some application has created.
     *
     * @throws ModeStoreException if there is none
     */
    public static FileModeStore existing(Path directory) {
        FileModeStore store = new FileModeStore(directory.toAbsolutePath().normalize());
        store.requireExisting();
        store.modes.markSeen();
        return store;
    }

    private void requireExisting() {
        Path mode = root.resolve("mode");
        try {
            Files.readAttributes(mode, BasicFileAttributes.class);
        } catch (AccessDeniedException e) {
            throw Problems.cannotRead(mode, e);
        } catch (IOException e) {
            throw new ModeStoreException(missing(), e);
        }
    }

    private String missing() {
        if (Files.isDirectory(root.resolve("reports"))) {
            return Log.message(
                    "STILL00308",
                    "The mode store '%s' is damaged: its directory 'mode' has disappeared. Put it back, or run: off --reset",
                    root);
        }
        return Log.message(
                "STILL00301",
                "There is no mode store in '%s'. The path is probably wrong: each application logs the store it uses"
                        + " when it starts (STILL00601)",
                root);
    }

    private void create() {
        try {
            AtomicFiles.createDirectories(root.resolve("mode"));
            AtomicFiles.createDirectories(root.resolve("reports"));
        } catch (IOException e) {
            throw new ModeStoreException(
                    Log.message(
                            "STILL00302",
                            "The mode store '%s' cannot be created: %s. Give user '%s' the right to write there, or set"
                                    + " stillwater.store to a directory where it may",
                            root,
                            Problems.explain(e),
                            System.getProperty("user.name")),
                    e);
        }
        modes.markSeen();
    }

    @Override
    public ModeSnapshot read() {
        return modes.read();
    }

    @Override
    public boolean compareAndSet(ModeSnapshot expected, ModeSnapshot next) {
        if (next.epoch() != expected.epoch() + 1) {
            throw new IllegalArgumentException("Epoch " + next.epoch() + " does not follow epoch " + expected.epoch());
        }
        return modes.compareAndSet(expected.epoch(), next);
    }

    @Override
    public ModeSnapshot reset() {
        create();
        return modes.reset(highestReported());
    }

    private long highestReported() {
        try {
            return reports.list().stream().mapToLong(Report::epoch).max().orElse(0);
        } catch (ModeStoreException e) {
            Problems.LOG.debug("Reset without a look at the reports: %s", e);
            return 0;
        }
    }

    @Override
    public void publish(Report report) {
        reports.publish(report);
    }

    @Override
    public void withdraw(String instance) {
        reports.withdraw(instance);
    }

    @Override
    public List<Report> reports() {
        return reports.list();
    }

    @Override
    public synchronized void watch(Runnable changed) {
        if (watch == null) {
            watch = DirectoryWatch.start(root.resolve("mode"), changed);
        }
    }

    @Override
    public String location() {
        return root.toString();
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        reports.close();
    }
}
