package org.stillwater.it.catalogue.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillwater.it.Operator;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.run.Client.Answer;

/**
 * Tries cells: first in normal mode, where each must write, then in read-only mode. Whether something was written is what
 * the database says, over a connection of its own.
 */
final class Trials {
    private final Combination combination;
    private final Connection connection;
    private final Client client;
    private final Operator operator;
    private final List<String> problems = new ArrayList<>();

    Trials(Combination combination, Connection connection, Client client, Operator operator) {
        this.combination = combination;
        this.connection = connection;
        this.client = client;
        this.operator = operator;
    }

    /** What was found of each cell; what nothing explains is a problem. */
    List<Finding> of(List<Cell> cells) throws Exception {
        Stock.prepare(connection, combination.product());
        Stock.restore(connection, combination.product());
        for (Cell cell : cells) {
            if (Verdicts.notRun(cell, combination).isEmpty()) {
                proveThatItWrites(cell);
            }
        }
        operator.enter();
        try {
            List<Finding> findings = new ArrayList<>();
            for (Cell cell : cells) {
                Optional<Reason> notRun = Verdicts.notRun(cell, combination);
                findings.add(cell.found(notRun.isPresent() ? notRun.get().outcome() : findOut(cell)));
            }
            return findings;
        } finally {
            operator.leave();
        }
    }

    List<String> problems() {
        return problems;
    }

    /** A way that does not write in normal mode proves nothing when it is refused. */
    private void proveThatItWrites(Cell cell) throws Exception {
        Contents before = contents();
        Answer answer = client.ask(cell);
        boolean changed = !contents().equals(before);
        if (!answer.isDone()
                || answer.isStale(cell.setting() == Setting.RESOURCE_LOCAL ? "local" : "catalogue")
                || changed != cell.way().where().visible()) {
            problem(cell, "in normal mode: " + (changed ? "written" : "not written"), answer);
        }
        if (changed) {
            Stock.restore(connection, combination.product());
        }
    }

    private String findOut(Cell cell) throws Exception {
        Contents before = contents();
        Answer answer = client.ask(cell);
        Contents after = contents();
        boolean changed = !after.equals(before);
        if (changed) {
            Stock.restore(connection, combination.product());
        }
        if (!changed && !answer.cache().isEmpty()) {
            return problem(cell, "the second-level cache is stale", answer);
        }
        if (answer.isRefused()) {
            return changed
                    ? problem(cell, "WRITTEN in spite of the refusal, " + before.difference(after), answer)
                    : Verdicts.race(cell, combination).map(Reason::outcome).orElse(answer.outcome());
        }
        Optional<Reason> reason = Verdicts.tolerated(cell, combination, changed);
        if (answer.isDone() && reason.isPresent() && (reason.get().kind() == Reason.Kind.HARMLESS) != changed) {
            return reason.get().outcome();
        }
        String what = changed ? "WRITTEN, " + before.difference(after) : answer.isDone() ? "LOST SILENTLY" : "FAILED";
        return problem(cell, what, answer);
    }

    private String problem(Cell cell, String what, Answer answer) {
        problems.add(String.join("\n", cell + ": " + what, answer.outcome(), answer.cache(), answer.problem()));
        return what.replaceFirst(",.*", "");
    }

    private Contents contents() throws SQLException {
        return Contents.of(connection, combination.product());
    }
}
