package org.stillwater.cli;

import picocli.CommandLine;

/** Runs the command line and ends the process with its exit code. */
public final class Main {
    private Main() {}

    /** @param arguments what {@code --help} explains */
    public static void main(String[] arguments) {
        System.exit(commandLine(Environment.ofProcess()).execute(arguments));
    }

    static CommandLine commandLine(Environment environment) {
        CommandLine line = new CommandLine(new StillwaterCommand())
                .addSubcommand(new AnnounceCommand(environment))
                .addSubcommand(new OnCommand(environment))
                .addSubcommand(new OffCommand(environment))
                .addSubcommand(new StatusCommand(environment))
                .addSubcommand(new CommandLine.HelpCommand());
        line.setCommandName(environment.program());
        line.setUsageHelpWidth(110);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Failures::wrongUsage);
        line.setExecutionExceptionHandler(Failures::failed);
        return line;
    }
}
