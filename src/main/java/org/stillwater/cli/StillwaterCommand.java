package org.stillwater.cli;

import org.stillwater.cli.StillwaterCommand.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a command: shows the way. */
@Command(
        name = "stillwater",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "",
            "Keeps Jakarta EE applications readable while their database is migrated: switches them to"
                    + " read-only mode, waits until no write is in flight, and switches them back.",
            "",
            "It works on the files of a mode store. It needs no login and no running server."
        },
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:unexpected failure of this program; --verbose shows where",
            "2:wrong usage; nothing was changed",
            "3:not drained in time, or overtaken by somebody else; read-only mode was not entered. announce: a window is open",
            "4:mode store not reachable, corrupt, or (on) without a running application"
        },
        footer = {
            "",
            "A migration, from beginning to end:",
            "  export STILLWATER_STORE=/opt/wildfly/standalone/data/stillwater/shop",
            "  ${ROOT-COMMAND-NAME} on --reason 'Release 4.2' --expected 10m &&",
            "    ./migrate.sh &&",
            "    ${ROOT-COMMAND-NAME} off",
            "",
            "Where is the store? Each application logs it when it starts, with the id STILL00601. The default is"
                    + " <server data directory>/stillwater/<application>.",
            "",
            "More: ${ROOT-COMMAND-NAME} help on"
        })
final class StillwaterCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "Say what to do: announce, on, off or status");
    }

    /** Reads the version from the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = StillwaterCommand.class.getPackage().getImplementationVersion();
            return new String[] {"Stillwater " + (version == null ? "(not packaged)" : version)};
        }
    }
}
