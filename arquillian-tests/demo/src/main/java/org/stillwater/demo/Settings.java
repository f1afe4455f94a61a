package org.stillwater.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be chosen, as system properties: {@code demo.*}. The build sets the paths, a person the rest.
 *
 * @param library whether the library is switched on; off shows what happens without it
 * @param keep whether, and from when on, everything is kept running to be looked at
 * @param compare whether the ways to keep readers going through a destructive migration are compared instead
 * @param orders how many orders the shop has at first; it has about three times as many order lines
 * @param warmUp load before anything is measured
 * @param before load that is measured before the window
 * @param after load that is measured after the window
 * @param readsPerSecond attempted by all readers together
 * @param writesPerSecond attempted by all writers together
 * @param autosave pgjdbc's {@code autosave}: {@code never} shows the read errors that {@code conservative} prevents
 */
record Settings(
        boolean library,
        Keep keep,
        boolean compare,
        int orders,
        Duration warmUp,
        Duration before,
        Duration after,
        int readsPerSecond,
        int writesPerSecond,
        String autosave,
        Paths paths) {

    /** {@code -Ddemo.keep}. */
    enum Keep {
        /** Stop everything at the end. */
        FALSE,
        /** Keep everything running after the report. */
        TRUE,
        /** Start everything, and leave the rest to the person. */
        ONLY
    }

    /** Where the build has put things. */
    record Paths(
            Path serverHome,
            Path javaHome,
            Path modules,
            Path serverConfiguration,
            Path application,
            Path migrations,
            Path commandLine,
            Path work) {}

    /** The same with a directory of its own, with or without the library. */
    Settings in(Path work, boolean withLibrary) {
        Paths own = new Paths(
                paths.serverHome(),
                paths.javaHome(),
                paths.modules(),
                paths.serverConfiguration(),
                paths.application(),
                paths.migrations(),
                paths.commandLine(),
                work);
        return new Settings(
                withLibrary,
                keep,
                compare,
                orders,
                warmUp,
                before,
                after,
                readsPerSecond,
                writesPerSecond,
                autosave,
                own);
    }

    static Settings fromSystemProperties() {
        return new Settings(
                oneOf("demo.library", "on", "off").equals("on"),
                Keep.valueOf(oneOf("demo.keep", "false", "true", "only").toUpperCase(Locale.ROOT)),
                oneOf("demo.replicas", "off", "compare").equals("compare"),
                number("demo.orders", 60_000, 1_000),
                seconds("demo.warm-up", 20),
                seconds("demo.before", 20),
                seconds("demo.after", 15),
                number("demo.reads-per-second", 40, 1),
                number("demo.writes-per-second", 15, 1),
                oneOf("demo.autosave", "conservative", "never", "always"),
                new Paths(
                        path("demo.server-home"),
                        path("demo.java-home"),
                        path("demo.modules"),
                        path("demo.server-configuration"),
                        path("demo.application"),
                        path("demo.migrations"),
                        path("demo.command-line"),
                        path("demo.work")));
    }

    private static String oneOf(String name, String first, String... others) {
        String value = System.getProperty(name, first);
        if (!value.equals(first) && !List.of(others).contains(value)) {
            throw wrong(name, value, first + ", " + String.join(", ", others));
        }
        return value;
    }

    private static Duration seconds(String name, int usual) {
        return Duration.ofSeconds(number(name, usual, 1));
    }

    private static int number(String name, int usual, int least) {
        String value = System.getProperty(name, Integer.toString(usual));
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, value, "a number from " + least + " on");
        }
        throw wrong(name, value, "a number from " + least + " on");
    }

    private static Path path(String name) {
        return Path.of(Optional.ofNullable(System.getProperty(name))
                        .orElseThrow(
                                () -> new IllegalArgumentException(name + " is missing: run the demo through Maven")))
                .toAbsolutePath()
                .normalize();
    }

    private static IllegalArgumentException wrong(String name, String value, String allowed) {
        return new IllegalArgumentException("-D" + name + "=" + value + ": allowed is " + allowed);
    }
}
