package org.stillwater.protocol;

import java.util.Set;
import org.stillwater.AccessMode;
import org.stillwater.protocol.App.Presence;
import org.stillwater.protocol.App.Report;
import org.stillwater.protocol.Checker.Steps;
import org.stillwater.protocol.Tool.At;
import org.stillwater.protocol.World.Store;

/** What one operator can do, step by step as {@code WindowCoordinator} does it; killed at every step. */
final class ToolSteps {
    private final int index;
    private final String name;
    private final Set<Flaw> flaws;

    ToolSteps(int index, Set<Flaw> flaws) {
        this.index = index;
        this.name = "tool " + (index + 1);
        this.flaws = flaws;
    }

    void steps(World world, Steps<World, Kind> steps) {
        Tool tool = world.tools().get(index);
        int epoch = world.store().epoch();
        switch (tool.at()) {
            case IDLE -> {
                on(world, steps);
                off(world, steps);
            }
            case BEGIN -> set(steps, Kind.ON, world, tool, draining(world), Tool.of(At.LIST, epoch + 1));
            case TAKE_OVER, GIVE_UP -> set(steps, Kind.ON, world, tool, readWrite(world), Tool.IDLE);
            case ADD -> set(steps, Kind.ON, world, tool, added(world), Tool.IDLE);
            case LIST -> list(world, tool, steps);
            case LOOK -> look(world, tool, steps);
            case SETTLE -> set(steps, Kind.ON, world, tool, readOnly(world, tool.confirmed()), Tool.IDLE);
            case SETTLE_UNVERIFIED -> set(steps, Kind.ON, world, tool, readOnly(world, false), Tool.IDLE);
            case LIFT -> set(steps, Kind.OFF, world, tool, lifted(world), Tool.IDLE);
            case LIFT_ALL -> set(steps, Kind.OFF, world, tool, readWrite(world), Tool.IDLE);
        }
        if (tool.at() != At.IDLE) {
            step(steps, Kind.KILL_TOOL, "is killed", world, Tool.IDLE);
        }
    }

    /** {@code WindowCoordinator.enter} up to the first compare-and-set; a drain of somebody else ends it. */
    private void on(World world, Steps<World, Kind> steps) {
        int epoch = world.store().epoch();
        switch (world.store().mode()) {
            case READ_WRITE -> step(steps, Kind.ON, "reads READ_WRITE for 'on'", world, Tool.of(At.BEGIN, epoch));
            case READ_ONLY -> step(steps, Kind.ON, "reads READ_ONLY for 'on'", world, Tool.of(At.ADD, epoch));
            case DRAINING -> {
                if (!flaws.contains(Flaw.HAS_NO_DEADLINE)) {
                    step(steps, Kind.ON, "finds the deadline passed", world, Tool.of(At.TAKE_OVER, epoch));
                }
            }
        }
    }

    /** {@code WindowCoordinator.lift} and {@code liftAll}. */
    private void off(World world, Steps<World, Kind> steps) {
        Store store = world.store();
        if ((store.windows() & 1 << index) != 0) {
            step(steps, Kind.OFF, "reads the mode for 'off'", world, Tool.of(At.LIFT, store.epoch()));
        }
        if (store.windows() != 0) {
            step(steps, Kind.OFF, "reads the mode for 'off --all'", world, Tool.of(At.LIFT_ALL, store.epoch()));
        }
    }

    /** {@code ModeStore.reports}: one file after the other; then the first half of the loop of {@code drain}. */
    private void list(World world, Tool tool, Steps<World, Kind> steps) {
        int app = tool.scan();
        Report report = world.apps().get(app).report();
        boolean isThere = report.presence() != Presence.ABSENT;
        boolean lives = report.presence() == Presence.ALIVE;
        boolean rightEpoch = report.epoch() >= tool.epoch() || flaws.contains(Flaw.REPORTS_NO_EPOCH);
        boolean drained = lives && report.drained() && rightEpoch;
        String says = "lists application " + (app + 1) + ": "
                + (!lives ? report.presence().name() : drained ? "drained" : "not drained");
        listed(world, tool.listed(app, isThere, lives && !drained, drained), says, steps);
        if (isThere && (tool.replaced() & 1 << app) != 0) {
            String missed = "misses application " + (app + 1) + ", whose report is replaced";
            listed(world, tool.listed(app, false, false, false), missed, steps);
        }
    }

    private void listed(World world, Tool tool, String says, Steps<World, Kind> steps) {
        Tool next = tool;
        if (tool.scan() == world.apps().size()) {
            boolean agreed = flaws.contains(Flaw.LISTS_ONCE) || tool.present() == tool.before();
            next = agreed && !tool.waiting() ? tool.agreed() : tool.notYet();
        }
        step(steps, Kind.ON, says, world, next);
    }

    /** The second half of the loop of {@code drain}: overtaken, out of time, interrupted, or once more. */
    private void look(World world, Tool tool, Steps<World, Kind> steps) {
        if (world.store().epoch() != tool.epoch()) {
            step(steps, Kind.ON, "finds that it was overtaken", world, Tool.IDLE);
            return;
        }
        step(steps, Kind.ON, "waits", world, tool.listAgain());
        step(steps, Kind.ON, "is out of time", world, Tool.of(At.GIVE_UP, tool.epoch()));
        step(steps, Kind.ON, "goes on in spite of stragglers", world, Tool.of(At.SETTLE_UNVERIFIED, tool.epoch()));
    }

    private Store draining(World world) {
        return store(world, AccessMode.DRAINING, 1 << index, false);
    }

    private Store added(World world) {
        return store(
                world,
                AccessMode.READ_ONLY,
                world.store().windows() | 1 << index,
                world.store().verified());
    }

    private static Store readOnly(World world, boolean verified) {
        return store(world, AccessMode.READ_ONLY, world.store().windows(), verified);
    }

    private static Store readWrite(World world) {
        return store(world, AccessMode.READ_WRITE, 0, false);
    }

    private Store lifted(World world) {
        int rest = world.store().windows() & ~(1 << index);
        return rest == 0
                ? readWrite(world)
                : store(world, world.store().mode(), rest, world.store().verified());
    }

    private static Store store(World world, AccessMode mode, int windows, boolean verified) {
        return new Store(world.store().epoch() + 1, mode, windows, verified);
    }

    /** {@code ModeStore.compareAndSet}. */
    private void set(Steps<World, Kind> steps, Kind kind, World world, Tool tool, Store next, Tool then) {
        if (world.store().epoch() == tool.epoch() || flaws.contains(Flaw.WRITES_BLINDLY)) {
            step(steps, kind, "writes " + next.mode(), world.with(next), then);
        } else {
            step(steps, kind, "finds that the mode has changed", world, Tool.IDLE);
        }
    }

    private void step(Steps<World, Kind> steps, Kind kind, String what, World world, Tool next) {
        steps.step(kind, name, what, world.with(index, next));
    }
}
