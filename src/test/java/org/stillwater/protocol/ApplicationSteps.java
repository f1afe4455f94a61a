package org.stillwater.protocol;

import java.util.Set;
import org.stillwater.AccessMode;
import org.stillwater.protocol.App.At;
import org.stillwater.protocol.App.Presence;
import org.stillwater.protocol.App.Report;
import org.stillwater.protocol.App.Writer;
import org.stillwater.protocol.Checker.Steps;
import org.stillwater.protocol.World.Store;

/** What one application can do, step by step as {@code ModeMachine}, {@code Reporter} and {@code WriteGate} do it. */
final class ApplicationSteps {
    private final int index;
    private final String name;
    private final Set<Flaw> flaws;

    ApplicationSteps(int index, Set<Flaw> flaws) {
        this.index = index;
        this.name = "application " + (index + 1);
        this.flaws = flaws;
    }

    void steps(World world, Steps<World, Kind> steps) {
        App app = world.apps().get(index);
        if (app.at() == At.DOWN) {
            start(world, app, steps);
            return;
        }
        tick(world, app, steps);
        write(world, app, steps);
        end(world, app, steps);
    }

    /** {@code ModeMachine.start}; the report of an earlier run that was killed is still there. */
    private void start(World world, App app, Steps<World, Kind> steps) {
        At first = flaws.contains(Flaw.READS_BEFORE_IT_PUBLISHES) ? At.READ : At.PUBLISH_FIRST;
        step(steps, Kind.START, "starts", world, app.at(first));
    }

    /** {@code ModeMachine.tick}. It is synchronized, so an application is at one place in it. */
    private void tick(World world, App app, Steps<World, Kind> steps) {
        switch (app.at()) {
            case PUBLISH_FIRST -> publishFirst(world, app, steps);
            case READ -> read(world, app, steps);
            case ABORT -> abort(world, app, steps);
            case READ_AGAIN -> readAgain(world, app, steps);
            case APPLY -> apply(world, app, steps);
            case COMPOSE -> compose(world, app, steps);
            case PUBLISH -> publish(world, app, steps);
            case CLOSE_LATE ->
                step(steps, Kind.APPLICATION, "closes its gate", world, app.gate(At.READ, app.applied(), false));
            case STOPPING, DOWN -> {}
        }
    }

    /** {@code Reporter.requirePublished}. That may fail (a full disk); then nothing is admitted. */
    private void publishFirst(World world, App app, Steps<World, Kind> steps) {
        step(steps, Kind.APPLICATION, "publishes its first report", world, app.publish(At.READ, Report.FIRST));
    }

    /** {@code ModeStore.read}, then {@code ModeSnapshot.isOverdue} by a clock that may say anything. */
    private void read(World world, App app, Steps<World, Kind> steps) {
        Store store = world.store();
        App next = app.read(At.APPLY, store.epoch(), store.refuses());
        step(steps, Kind.APPLICATION, "reads " + store.mode(), world, next);
        if (store.mode() == AccessMode.DRAINING && !flaws.contains(Flaw.HAS_NO_DEADLINE)) {
            step(steps, Kind.APPLICATION, "finds the deadline passed", world, next.at(At.ABORT));
        }
    }

    /** {@code ModeMachine.returnIfOverdue}: compare and set. */
    private void abort(World world, App app, Steps<World, Kind> steps) {
        Store store = world.store();
        boolean done = store.epoch() == app.seen() || flaws.contains(Flaw.WRITES_BLINDLY);
        World after = done ? world.with(new Store(store.epoch() + 1, AccessMode.READ_WRITE, 0, false)) : world;
        step(steps, Kind.APPLICATION, done ? "aborts the drain" : "aborts nothing", after, app.at(At.READ_AGAIN));
    }

    /** The second {@code ModeStore.read} of {@code ModeMachine.returnIfOverdue}. */
    private void readAgain(World world, App app, Steps<World, Kind> steps) {
        Store store = world.store();
        step(
                steps,
                Kind.APPLICATION,
                "reads again " + store.mode(),
                world,
                app.read(At.APPLY, store.epoch(), store.refuses()));
    }

    /** {@code ModeMachine.apply}: closes or opens the gate. */
    private void apply(World world, App app, Steps<World, Kind> steps) {
        boolean late = flaws.contains(Flaw.REPORTS_BEFORE_IT_CLOSES) && app.seenRefuses();
        boolean open = late ? app.open() : !app.seenRefuses();
        step(
                steps,
                Kind.APPLICATION,
                open ? "opens its gate" : "closes its gate",
                world,
                app.gate(At.COMPOSE, app.seen(), open));
    }

    /** {@code Reporter.publish} up to {@code Reporter.report}: looks whether the gate is closed and empty. */
    private void compose(World world, App app, Steps<World, Kind> steps) {
        boolean late = flaws.contains(Flaw.REPORTS_BEFORE_IT_CLOSES) && app.seenRefuses();
        boolean drained = (late || !app.open()) && !app.isInFlight();
        Report draft = new Report(Presence.ALIVE, app.applied(), drained);
        boolean agesOfStragglers = flaws.contains(Flaw.LISTS_FILES_THAT_ARE_REPLACED) && app.isInFlight();
        boolean quiet = draft.equals(app.report()) && !agesOfStragglers;
        At next = late && quiet ? At.CLOSE_LATE : quiet ? At.READ : At.PUBLISH;
        step(
                steps,
                Kind.APPLICATION,
                drained ? "finds its gate drained" : "finds its gate not drained",
                world,
                app.compose(next, quiet ? Report.ABSENT : draft));
    }

    /** {@code ModeStore.publish}, which may fail; then the report before stays. */
    private void publish(World world, App app, Steps<World, Kind> steps) {
        boolean late = flaws.contains(Flaw.REPORTS_BEFORE_IT_CLOSES) && app.seenRefuses();
        At next = late ? At.CLOSE_LATE : At.READ;
        World after = flaws.contains(Flaw.LISTS_FILES_THAT_ARE_REPLACED) ? world.replacing(index) : world;
        String says = app.composed().drained() ? "publishes: drained" : "publishes: not drained";
        step(steps, Kind.APPLICATION, says, after, app.publish(next, app.composed()));
        step(steps, Kind.APPLICATION, "cannot publish", world, app.publish(next, app.report()));
    }

    /** {@code WriteGate.tryEnter}, and {@code WriteGate.exit} when the transaction has completed. */
    private void write(World world, App app, Steps<World, Kind> steps) {
        boolean careless = flaws.contains(Flaw.CHECKS_BEFORE_IT_REGISTERS);
        switch (app.writer()) {
            case NONE -> {
                if (!careless) {
                    step(steps, Kind.WRITE, "counts a write", world, app.writer(Writer.REGISTERED));
                } else if (app.open()) {
                    step(steps, Kind.WRITE, "finds the gate open", world, app.writer(Writer.CHECKED));
                }
            }
            case CHECKED -> step(steps, Kind.APPLICATION, "counts a write", world, app.writer(Writer.ADMITTED));
            case REGISTERED -> {
                Writer next = app.open() ? Writer.ADMITTED : Writer.NONE;
                String says = app.open() ? "admits the write" : "turns the write back";
                step(steps, Kind.APPLICATION, says, world, app.writer(next));
            }
            case ADMITTED -> step(steps, Kind.APPLICATION, "commits", world, app.writer(Writer.NONE));
        }
    }

    /** {@code ModeMachine.close}, which waits for the tick; {@code ModeMachine.awaitLastWrite}; or a kill. */
    private void end(World world, App app, Steps<World, Kind> steps) {
        if (app.at() == At.READ) {
            step(steps, Kind.STOP, "is stopped", world, app.gate(At.STOPPING, -1, false));
        }
        if (app.at() == At.STOPPING && !app.isInFlight()) {
            step(steps, Kind.APPLICATION, "withdraws its report", world, App.down(Report.ABSENT));
        }
        Presence gone = app.report().presence() == Presence.ABSENT ? Presence.ABSENT : Presence.GONE;
        App killed = App.down(new Report(gone, -1, false));
        step(steps, Kind.KILL, "is killed", world, killed);
        if (flaws.contains(Flaw.SENT_COMMITS_OUTLIVE_THEIR_PROCESS) && app.writer() == Writer.ADMITTED) {
            step(steps, Kind.KILL, "is killed after it has sent a commit", world.orphan(true), killed);
        }
    }

    private void step(Steps<World, Kind> steps, Kind kind, String what, World world, App next) {
        steps.step(kind, name, what, world.with(index, next));
    }
}
