package org.stillwater.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the server has written into its log, as an operator reads it; what was rotated away belongs to it. */
public final class ServerLog {
    private static final Path CURRENT = Path.of(System.getProperty("it.server.log"));

    private ServerLog() {}

    /** All that matches in the logs of this and of earlier runs. Search for something that only this test logs. */
    public static List<String> find(String regex) throws IOException {
        Pattern pattern = Pattern.compile(regex);
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(CURRENT.getParent())) {
            for (Path file : files.filter(ServerLog::isLog).sorted().toList()) {
                // A server writes in its own encoding; what the tests look for is ASCII.
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean isLog(Path file) {
        return file.getFileName().toString().startsWith(CURRENT.getFileName().toString());
    }
}
