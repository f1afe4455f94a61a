package org.stillwater.internal.runtime;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.Window;
import org.stillwater.internal.config.Rehearsal;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.undeclared.UndeclaredWrites;

/** Makes the exceptions that refuse the writes of one application, and notes the undeclared ones. Thread-safe. */
public final class RefusedWrites {
    private final Supplier<ModeState> state;
    private final UndeclaredWrites undeclared;
    private final Rehearsal rehearsal;
    private final BooleanSupplier declared;

    /**
     * @param state the mode now
     * @param undeclared where undeclared writes are noted
     * @param rehearsal what happens to them in normal mode
     * @param declared whether what the calling thread does was declared
     */
    RefusedWrites(
            Supplier<ModeState> state, UndeclaredWrites undeclared, Rehearsal rehearsal, BooleanSupplier declared) {
        this.state = state;
        this.undeclared = undeclared;
        this.rehearsal = rehearsal;
        this.declared = declared;
    }

    /** The exception that refuses a write. */
    public ReadOnlyModeException of(Object what) {
        return of(what, "");
    }

    /** The exception that refuses a write, with a further sentence for developers. */
    public ReadOnlyModeException of(Object what, String more) {
        ModeState now = state.get();
        return refused(Refusals.message(what, now, window(now)) + more, now);
    }

    /**
     * The exception with which a guard refuses a write. It is an undeclared one, or it would not have come so far.
     *
     * @param detailed describes the write better than {@code what}, for developers
     */
    public ReadOnlyModeException undeclared(Object what, Object detailed) {
        undeclared.note(detailed, RequestTally.request(), true);
        return of(what);
    }

    /** The exception for a write that the database has refused, whether the library would have or not. */
    public ReadOnlyModeException byDatabase(Object what, String database) {
        ModeState now = state.get();
        return now.mode().refusesNewWrites() ? of(what) : refused(Refusals.byDatabase(what, database), now);
    }

    /** The exception for a read that has nowhere to go: neither to the replica nor to the primary. */
    public ReadOnlyModeException ofRead(String unit, String reason) {
        return refused(Refusals.ofRead(unit, reason), state.get());
    }

    /** The exception for a commit of a transaction in which the database has refused something. */
    public ReadOnlyModeException ofCommit(ReadOnlyModeException refusal) {
        ReadOnlyModeException refused = refused(Refusals.ofCommit(refusal), state.get());
        refused.initCause(refusal);
        return refused;
    }

    /** Whether {@link #rehearse} would look at a write. */
    public boolean areRehearsed() {
        return rehearsal != Rehearsal.OFF;
    }

    /**
     * Looks at a write that a guard lets pass in normal mode, if the setting {@code stillwater.rehearsal} asks for that.
     *
     * @throws ReadOnlyModeException if the setting is {@code fail} and the application has called it. What the server
     *     does by itself, such as making the tables, has nobody to tell
     */
    public void rehearse(Object what, Object detailed) {
        if (!areRehearsed() || declared.getAsBoolean()) {
            return;
        }
        List<String> path = undeclared.note(detailed, RequestTally.request(), false);
        if (rehearsal == Rehearsal.FAIL && !path.isEmpty()) {
            throw new ReadOnlyModeException(Refusals.rehearsal(what, path), null);
        }
    }

    private static ReadOnlyModeException refused(String message, ModeState now) {
        RequestTally.noteRefused();
        return new ReadOnlyModeException(message, window(now));
    }

    private static @Nullable Window window(ModeState now) {
        List<Window> windows = now.snapshot().windows();
        return now.fault() != null || windows.isEmpty() ? null : windows.get(0);
    }
}
