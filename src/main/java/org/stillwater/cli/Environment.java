package org.stillwater.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What surrounds the process.
 *
 * @param variables the environment variables
 * @param clock the time, in the zone that times are shown in
 * @param terminal whether a person watches, so that a line may be rewritten
 * @param program how this program is called, so that examples can be copied
 */
record Environment(Map<String, String> variables, Clock clock, boolean terminal, String program) {
    static Environment ofProcess() {
        return new Environment(System.getenv(), Clock.systemDefaultZone(), Ansi.AUTO.enabled(), callOfThisProgram());
    }

    ZoneId zone() {
        return clock.getZone();
    }

    private static String callOfThisProgram() {
        CodeSource source = Environment.class.getProtectionDomain().getCodeSource();
        try {
            Path file = source == null ? null : Path.of(source.getLocation().toURI());
            return file != null && file.toString().endsWith(".jar") ? "java -jar " + file.getFileName() : "stillwater";
        } catch (URISyntaxException | RuntimeException e) {
            return "stillwater";
        }
    }
}
