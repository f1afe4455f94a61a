package org.stillwater.internal.background;

import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.mode.ModeState;

/**
 * Keeps timers whose callback was refused. A server takes a callback that fails for one to be tried once more and then to
 * be dropped, on Payara together with all its future. So a refused callback ends as if it had succeeded, after a timer was
 * created that calls it again soon; that one may be refused again, and so on until the lift.
 *
 * <p>A timer that comes again by itself gets one such timer at most, and none if it comes within {@link ComeBack#LATEST}.
 * What is remembered here only keeps it from getting more; the timers themselves are the server's, and those that are
 * persistent survive with it. Thread-safe.
 */
public final class HeldTimers {
    private static final Log LOG = Log.of("background");

    private final @Nullable TimerService service;
    private final Supplier<ModeState> state;
    private final Clock clock;
    private final Set<Object> catchingUp = ConcurrentHashMap.newKeySet();
    private final Set<Object> outstanding = ConcurrentHashMap.newKeySet();
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /** @param service the timers of this application, or null if it has none */
    public HeldTimers(@Nullable TimerService service, Supplier<ModeState> state, Clock clock) {
        this.service = service;
        this.state = state;
        this.clock = clock;
    }

    /**
     * Sees to it that the callback of the calling thread, which has been refused, is called again.
     *
     * @return whether the callback may end as if it had succeeded; if not, the server must be told
     */
    public boolean hold(@Nullable Object timer, Method callback) {
        if (service == null || timer == null) {
            return false;
        }
        String name = callback.getDeclaringClass().getSimpleName() + "." + callback.getName();
        try {
            return hold(service.of(timer, callback), name);
        } catch (RuntimeException e) {
            LOG.error(
                    "STILL00803",
                    e,
                    "Timer '%s' came while writes are refused, and could not be created again. The server may try it once"
                            + " more; if that fails too, it may be lost",
                    name);
            return false;
        }
    }

    private boolean hold(CalledTimer called, String name) {
        Instant next = called.next();
        outstanding.remove(called.timer());
        if (next != null && next.isBefore(clock.instant().plus(ComeBack.LATEST))) {
            return true;
        }
        if (!called.canComeAgain()) {
            leaveOut(name, next);
            return next != null;
        }
        if (next != null && !catchingUp.add(called.timer())) {
            return true;
        }
        try {
            createAgain(called, name);
            return true;
        } catch (RuntimeException e) {
            catchingUp.remove(called.timer());
            throw e;
        }
    }

    private void createAgain(CalledTimer called, String name) {
        Duration later = ComeBack.after(state.get(), clock);
        outstanding.add(called.comeAgain(later));
        if (logged.add(name)) {
            LOG.info(
                    "STILL00801",
                    "Timer '%s' came while writes are refused. It is held: it comes again at short intervals until the lift",
                    name);
        }
    }

    private void leaveOut(String name, @Nullable Instant next) {
        if (logged.add(name)) {
            LOG.warn(
                    "STILL00802",
                    "Timer '%s' came while writes are refused and is left out, because its method is not the @Timeout method"
                            + " of its bean. Its next time: %s. With @Timeout beside @Schedule it would catch up",
                    name,
                    next == null ? "none" : next);
        }
    }

    /** Writes are accepted again: what comes from now on is new. */
    public void lifted() {
        catchingUp.clear();
        outstanding.clear();
        logged.clear();
    }

    /** How many timers wait for the lift. */
    public int count() {
        return outstanding.size();
    }
}
