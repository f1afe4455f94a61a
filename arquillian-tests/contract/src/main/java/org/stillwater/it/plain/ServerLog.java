package org.stillwater.it.plain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a server has logged since a moment, in however many files. */
final class ServerLog {
    private static final String CURRENT = "server.log";

    private static final Pattern RECORD = Pattern.compile("^(?=\\[?\\d{4}-\\d\\d-\\d\\d[T ])", Pattern.MULTILINE);
    private static final Pattern WILDFLY = Pattern.compile("\\S+ \\S+ +(WARN|ERROR|FATAL) ");
    private static final Pattern PAYARA = Pattern.compile("\\[\\S+] \\[[^]]*] \\[(WARNING|SEVERE|ALERT|EMERGENCY)] ");

    /**
     * Not everything: servers complain about themselves, such as of a certificate that has expired, and about what other
     * tests have left, such as a transaction that WildFly goes on recovering; that names a class of those tests.
     */
    private static final Pattern OURS = Pattern.compile("org\\.stillwater(?!\\.it\\.)|STILL0|WELD-");

    private final Path directory;
    private final int beginning;

    private ServerLog(Path directory) throws IOException {
        this.directory = directory;
        this.beginning = all().length();
    }

    static ServerLog from(Path directory) throws IOException {
        return new ServerLog(directory);
    }

    String text() throws IOException {
        return all().substring(beginning);
    }

    /** The warnings and errors that the library has to do with. */
    List<String> complaints() throws IOException {
        return RECORD.splitAsStream(text())
                .filter(record -> WILDFLY.matcher(record).lookingAt()
                        || PAYARA.matcher(record).lookingAt())
                .filter(record -> OURS.matcher(record).find())
                .toList();
    }

    /** The current file comes last: it gets another name when the server begins a new one. */
    private String all() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(ServerLog::isLog)
                    .sorted(Comparator.comparing((Path file) -> file.endsWith(CURRENT))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static boolean isLog(Path file) {
        return file.getFileName().toString().startsWith(CURRENT);
    }
}
