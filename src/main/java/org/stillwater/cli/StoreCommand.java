package org.stillwater.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.store.FileModeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have: a store, and how to show the result. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = StillwaterCommand.Version.class,
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n")
abstract class StoreCommand implements Callable<Integer> {
    static final String VARIABLE = "STILLWATER_STORE";

    final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--store",
            paramLabel = "DIR",
            order = 0,
            description = "The mode store's directory, as each application logs it when it starts (STILL00601)."
                    + " Default: the environment variable " + VARIABLE + ".")
    private @Nullable String store;

    @Option(
            names = "--json",
            order = 90,
            description = "Write the result to stdout as JSON, with times in UTC. Progress and errors stay on stderr.")
    private boolean json;

    @Option(names = "--verbose", order = 91, description = "Show where in the program an error came from.")
    private boolean verbose;

    StoreCommand(Environment environment) {
        this.environment = environment;
    }

    final boolean isJson() {
        return json;
    }

    final boolean isVerbose() {
        return verbose;
    }

    final Path directory() {
        String value = store != null ? store : environment.variables().get(VARIABLE);
        if (value == null || value.isBlank()) {
            throw wrongUsage("Where is the mode store? Add --store DIR, or set the environment variable " + VARIABLE
                    + ". Each application logs its store when it starts (STILL00601)");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw wrongUsage("--store '" + value + "' is not a path: " + e.getReason());
        }
    }

    final FileModeStore open() {
        return Stores.existing(directory());
    }

    final ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** A call of this program that can be copied. */
    final String call(String arguments) {
        return environment.program() + " " + arguments + " --store "
                + quoted(directory().toString());
    }

    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9_./+:@%-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
