package org.stillwater.protocol;

import java.util.Set;
import java.util.stream.IntStream;
import org.stillwater.AccessMode;
import org.stillwater.protocol.App.At;
import org.stillwater.protocol.App.Writer;

/** Applications and operators around one store. */
final class ProtocolModel implements Checker.Model<World, Kind> {
    /** Some flaws need states as they are. Then there is no end of them, but the first bad one is near. */
    private final boolean exact;

    private final World start;
    private final java.util.List<ApplicationSteps> applications;
    private final java.util.List<ToolSteps> tools;

    ProtocolModel(int applications, int tools, Set<Flaw> flaws) {
        this.exact = flaws.contains(Flaw.WRITES_BLINDLY) || flaws.contains(Flaw.REPORTS_BEFORE_IT_CLOSES);
        this.start = World.start(applications, tools);
        this.applications = IntStream.range(0, applications)
                .mapToObj(i -> new ApplicationSteps(i, flaws))
                .toList();
        this.tools =
                IntStream.range(0, tools).mapToObj(i -> new ToolSteps(i, flaws)).toList();
    }

    @Override
    public World start() {
        return start;
    }

    @Override
    public void steps(World from, Checker.Steps<World, Kind> steps) {
        Checker.Steps<World, Kind> simply =
                exact ? steps : (kind, who, what, to) -> steps.step(kind, who, what, to.simplified());
        applications.forEach(application -> application.steps(from, simply));
        tools.forEach(tool -> tool.steps(from, simply));
        if (from.orphan()) {
            simply.step(Kind.DATABASE, "the database", "commits for a process that is gone", from.orphan(false));
        }
    }

    /** The invariant, turned round: read-only mode is announced as verified, and something may still commit. */
    static boolean isBroken(World world) {
        boolean announced =
                world.store().mode() == AccessMode.READ_ONLY && world.store().verified();
        return announced && (world.orphan() || world.apps().stream().anyMatch(app -> app.writer() == Writer.ADMITTED));
    }

    /** No window is open, and every application that is up admits writes. */
    static boolean isNormal(World world) {
        return world.store().mode() == AccessMode.READ_WRITE
                && world.apps().stream().allMatch(app -> app.at() == At.DOWN || app.open());
    }
}
