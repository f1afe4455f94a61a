package org.stillwater.internal.background;

import java.time.Clock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.mode.ModeState;

/** The background work of one application. Thread-safe. */
public final class BackgroundWork {
    private final HeldTimers timers;
    private final OwnTransaction transactions;
    private final HeldMessages messages;

    /**
     * @param timers the timers of this application, or null if it has none
     * @param transactions the transactions of this application
     * @param delivery how the server delivers messages to it
     * @param state what applies now
     */
    public BackgroundWork(
            @Nullable TimerService timers,
            OwnTransaction transactions,
            MessageDelivery delivery,
            Supplier<ModeState> state,
            Clock clock) {
        this.timers = new HeldTimers(timers, state, clock);
        this.transactions = transactions;
        this.messages = new HeldMessages(delivery, () -> state.get().mode().refusesNewWrites());
    }

    /** Timers whose callback was refused. */
    public HeldTimers timers() {
        return timers;
    }

    /** Messages that came while writes are refused. */
    public HeldMessages messages() {
        return messages;
    }

    /** Runs callbacks that may be refused. */
    public OwnTransaction transactions() {
        return transactions;
    }

    /** To be told of each change of mode. */
    public void changed(ModeState now) {
        if (!now.mode().refusesNewWrites()) {
            timers.lifted();
            messages.lifted();
        }
    }

    /** The application is being stopped. */
    public void stop() {
        messages.stop();
    }

    /** As it stands in the report: what waits for the lift. Empty if nothing does. */
    @Override
    public String toString() {
        String held = Stream.of(counted(timers.count(), "timer"), counted(messages.count(), "message"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return held.isEmpty() ? "" : "background work: held until the lift: " + held;
    }

    private static String counted(int count, String what) {
        return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
    }
}
