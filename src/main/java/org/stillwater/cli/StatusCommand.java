package org.stillwater.cli;

import org.stillwater.internal.store.FileModeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what a store says. Changes nothing. */
@Command(
        name = "status",
        description = {
            "Shows the mode, the open windows and every application that uses the store: the mode it has applied, its"
                    + " writes in flight, what its databases refuse, and how old its last report is."
        },
        exitCodeList = {"0:shown, whatever the mode", "2:wrong usage", "4:mode store not reachable or corrupt"},
        footer = {
            "",
            "Examples:",
            "  export STILLWATER_STORE=/opt/wildfly/standalone/data/stillwater/shop",
            "  ${COMMAND-FULL-NAME}",
            "  ${COMMAND-FULL-NAME} --undeclared",
            "  ${COMMAND-FULL-NAME} --json | jq -r .mode"
        })
final class StatusCommand extends StoreCommand {
    @Option(
            names = "--undeclared",
            description = "Also list the writes that no @Writes method declares, as far as applications have met them.")
    private boolean undeclared;

    StatusCommand(Environment environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        try (FileModeStore store = open()) {
            StoreView view = StoreView.read(store, environment.clock());
            if (isJson()) {
                JsonOutput.print(out(), JsonOutput.status(view));
            } else {
                new StatusText(view, environment, undeclared).print(out());
            }
            if (view.fault() != null) {
                Failures.say(err(), view.fault());
                return ExitCode.STORE;
            }
            return ExitCode.DONE;
        }
    }
}
