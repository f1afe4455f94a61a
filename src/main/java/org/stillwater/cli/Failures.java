package org.stillwater.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.stillwater.spi.ModeStoreException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns exceptions into a message that says what to do, and an exit code. */
final class Failures {
    private Failures() {}

    static int wrongUsage(ParameterException problem, String[] arguments) {
        CommandLine line = problem.getCommandLine();
        PrintWriter err = line.getErr();
        // The parser says "Error:" by itself, but only of groups of options.
        say(err, String.valueOf(problem.getMessage()).replaceFirst("^Error: ", ""));
        UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'");
        err.flush();
        return ExitCode.WRONG_USAGE;
    }

    static int failed(Exception problem, CommandLine line, ParseResult parsed) {
        StoreCommand command = line.getCommand() instanceof StoreCommand store ? store : null;
        boolean expected = problem instanceof ModeStoreException;
        int code = expected ? ExitCode.STORE : ExitCode.UNEXPECTED;
        String message = expected
                ? Objects.toString(problem.getMessage(), problem.toString())
                : "This should not have happened: " + problem + ". Add --verbose to see where";
        say(line.getErr(), message);
        if (command != null && command.isVerbose()) {
            problem.printStackTrace(line.getErr());
        }
        if (command != null && command.isJson()) {
            JsonOutput.print(line.getOut(), JsonOutput.error(code, message));
        }
        return code;
    }

    static void say(PrintWriter err, String message) {
        err.println(Ansi.AUTO.string("@|bold,red Error:|@ ") + message);
        err.flush();
    }
}
