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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
            Published mine = before != null && before.lock.isInPlace() ? before : lock(instance);
            String content = ReportFormat.encode(report);
            if (mine.content.equals(content) && Files.exists(file)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            } else {
                AtomicFiles.replace(file, content);
                published.put(instance, new Published(mine.lock, content));
            }
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

    /** The lock before is kept until there is another: a report beside a lock that is free looks like a crash. */
    private Published lock(String instance) throws IOException {
        Published mine = new Published(InstanceLock.take(directory, instance), "");
        Published before = published.put(instance, mine);
        if (before != null) {
            before.lock.abandon();
        }
        return mine;
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
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (String instance : instances(files)) {
                read(instance, reports);
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | DirectoryIteratorException e) {
            throw Problems.cannotRead(directory, e);
        }
        return reports;
    }

    /**
     * Who has a report, or a lock, or both. A report is replaced again and again, and whether a listing sees a file that
     * is replaced meanwhile, POSIX leaves open. A lock file stays, and from its name the report is found.
     */
    static Set<String> instances(Iterable<Path> files) {
        Set<String> instances = new TreeSet<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            for (String suffix : List.of(SUFFIX, InstanceLock.SUFFIX)) {
                if (name.endsWith(suffix)) {
                    instances.add(name.substring(0, name.length() - suffix.length()));
                }
            }
        }
        return instances;
    }

    private void read(String instance, List<Report> reports) throws IOException {
        Path file = directory.resolve(instance + SUFFIX);
        try {
            boolean alive = InstanceLock.isHeld(directory, instance);
            Instant confirmed = Files.getLastModifiedTime(file).toInstant();
            reports.add(parse(file, instance).seen(alive, confirmed));
        } catch (NoSuchFileException e) {
            Problems.LOG.debug("No report yet, or no more: %s", file);
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
