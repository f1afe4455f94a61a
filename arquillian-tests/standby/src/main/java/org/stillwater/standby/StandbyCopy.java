package org.stillwater.standby;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Copies the data of a running PostgreSQL for a standby, as {@code pg_basebackup} does, which the embedded binaries lack: an
 * online backup on one connection, and the files as they are meanwhile.
 */
public final class StandbyCopy {
    private static final Set<String> FILES_OF_THE_PROCESS = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");
    private static final Set<String> EMPTY_DIRECTORIES = Set.of("pg_wal", "pg_replslot");

    private StandbyCopy() {}

    /** Makes a data directory with which a standby of the server at that port can be started. */
    public static void make(String url, int port, Path from, Path to) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement backup = connection.createStatement()) {
            backup.execute("select pg_backup_start('standby', true)");
            copy(from, to);
            try (ResultSet label = backup.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(to.resolve("backup_label"), label.getString(1));
            }
        }
        Files.writeString(to.resolve("standby.signal"), "");
        Files.writeString(
                to.resolve("postgresql.auto.conf"),
                "primary_conninfo='host=127.0.0.1 port=" + port + " user=postgres'\n",
                StandardOpenOption.APPEND);
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path inside = from.relativize(file);
                if (!FILES_OF_THE_PROCESS.contains(file.getFileName().toString())
                        && !EMPTY_DIRECTORIES.contains(inside.getName(0).toString())) {
                    Files.copy(file, to.resolve(inside));
                }
                return FileVisitResult.CONTINUE;
            }

            /** A running server removes files. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }
        });
    }
}
