package org.stillwater.demo.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the database itself complained about. */
public final class DatabaseLog {

    private static final String STALE_PLAN = ":ERROR:  cached plan must not change result type";

    private DatabaseLog() {}

    /**
     * Counts the statements of an application, prepared in the server before the migration, that were told to start again. Whether the
     * people noticed is another question: a driver that is set up for it repeats them.
     */
    public static long stalePlans(Path log, String application) throws IOException {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains(":" + application + STALE_PLAN))
                    .count();
        }
    }
}
