package org.stillwater.internal.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.Report;

/**
 * The directory {@code reports}: one file for each running application, written by it alone, and beside it a lock file
 * that is locked for as long as its process lives. A report that says nothing new is not written again; its time of
 * modification is the heartbeat.
 */
final class ReportFiles {
    private static final String SUFFIX = ".properties";

    private final Path directory;
    private final Map<String, Published> published = new HashMap<>();

    ReportFiles(Path directory) {
        this.directory = directory;
    }

    synchronized void publish(Report report) {
        String instance = report.instance();
        Path file = directory.resolve(instance + SUFFIX);
        try {
            AtomicFiles.createDirectories(directory);
            Published before = published.get(instance);
            if (before == null) {
                forgetEarlierRuns(report.application());
            }
            InstanceLock lock = before == null || !before.lock.isInPlace() ? lock(instance) : before.lock;
            String content = ReportFormat.encode(report);
            if (before != null && before.content.equals(content) && Files.exists(file)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            } else {
                AtomicFiles.replace(file, content);
            }
            published.put(instance, new Published(lock, content));
        } catch (IOException e) {
            throw Problems.cannotWrite(file, e);
        }
    }

    /** An application that starts again says all that there is to know of its earlier runs that were killed. */
    private void forgetEarlierRuns(String application) {
        for (Report report : list()) {
            if (!report.alive() && report.application().equals(application)) {
                AtomicFiles.deleteQuietly(directory.resolve(report.instance() + SUFFIX));
                InstanceLock.forget(directory, report.instance());
            }
        }
    }

    private InstanceLock lock(String instance) throws IOException {
        Published before = published.remove(instance);
        if (before != null) {
            before.lock.release();
        }
        return InstanceLock.take(directory, instance);
    }

    synchronized void withdraw(String instance) {
        Published mine = published.remove(instance);
        if (mine != null) {
            // The report goes first: a lock that is free beside a report would look like a crash.
            AtomicFiles.deleteQuietly(directory.resolve(instance + SUFFIX));
            mine.lock.release();
        }
    }

    List<Report> list() {
        List<Report> reports = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                read(file, reports);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | DirectoryIteratorException e) {
            throw Problems.cannotRead(directory, e);
        }
        reports.sort(Comparator.comparing(Report::instance));
        return reports;
    }

    private void read(Path file, List<Report> reports) throws IOException {
        String name = file.getFileName().toString();
        String instance = name.substring(0, name.length() - SUFFIX.length());
        try {
            boolean alive = InstanceLock.isHeld(directory, instance);
            Instant confirmed = Files.getLastModifiedTime(file).toInstant();
            reports.add(parse(file, instance).seen(alive, confirmed));
        } catch (NoSuchFileException e) {
            Problems.LOG.debug("Report withdrawn while it was read: %s", file);
        }
    }

    private static Report parse(Path file, String instance) throws IOException {
        try {
            return ReportFormat.decode(SealedProperties.decode(Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | ModeStoreException e) {
            return ReportFormat.unreadable(
                    instance, "its report '" + file + "' cannot be read: " + Problems.explain(e));
        }
    }

    synchronized void close() {
        List.copyOf(published.keySet()).forEach(this::withdraw);
    }

    private record Published(InstanceLock lock, String content) {}
}
