package org.stillwater.internal.background;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.WaitingLine;
import org.stillwater.internal.log.Log;

/**
 * Keeps messages that come while writes are refused: the thread that delivers one waits until the lift. A message that is
 * refused instead is delivered again at once, ten times in a blink, and ends in the dead letter queue.
 *
 * <p>At most as many threads wait as the server delivers messages at the same time; the rest stays in the queue. Nothing is
 * locked meanwhile, because the transaction holds nothing but the message: its bean has not been called yet. If that
 * transaction times out, the message is refused all the same, and the broker counts one attempt; so that it does not count
 * more, the {@linkplain PausedDelivery delivery is paused} before that, where the server can do that. Thread-safe.
 */
public final class HeldMessages {
    /** How often a waiter looks whether its transaction is still there. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /**
     * How long before the time-out the delivery is paused. Not afterwards: the broker gives the message to the next thread
     * before this one can have noticed, and that one holds it until its own time-out.
     */
    private static final Duration BEFORE_TIME_OUT = Duration.ofSeconds(10);

    private static final Log LOG = Log.of("background");

    /** The server may still be about to stop the delivery, and would deliver again at once what is refused. */
    private static final Duration BEFORE_REFUSAL = Duration.ofSeconds(2);

    private final PausedDelivery delivery;
    private final Duration beforeRefusal;
    private final WaitingLine line = new WaitingLine(Integer.MAX_VALUE, LOOK);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Set<Class<?>> logged = ConcurrentHashMap.newKeySet();

    /** @param refused whether writes are refused now */
    HeldMessages(MessageDelivery delivery, BooleanSupplier refused) {
        this(delivery, refused, BEFORE_REFUSAL);
    }

    /** For tests, which need not give a server time. */
    HeldMessages(MessageDelivery delivery, BooleanSupplier refused, Duration beforeRefusal) {
        this.delivery = new PausedDelivery(delivery, refused);
        this.beforeRefusal = beforeRefusal;
    }

    /**
     * Waits until writes are accepted again.
     *
     * @param bean what the message is for
     * @param attempt tries to be admitted, and answers null if it is refused
     * @param possible whether the message can still be worked on
     * @param remaining for how long its transaction may still last, or null if that is not known
     * @return null if it cannot any more, or if the application is being stopped
     */
    public @Nullable Admission hold(
            Class<?> bean,
            Supplier<@Nullable Admission> attempt,
            BooleanSupplier possible,
            Supplier<@Nullable Duration> remaining) {
        if (logged.add(bean)) {
            LOG.info(
                    "STILL00804",
                    "A message for '%s' came while writes are refused. It is held in its thread until the lift",
                    bean.getName());
        }
        waiting.incrementAndGet();
        try {
            return await(bean, attempt, possible, remaining);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private @Nullable Admission await(
            Class<?> bean,
            Supplier<@Nullable Admission> attempt,
            BooleanSupplier possible,
            Supplier<@Nullable Duration> remaining) {
        while (possible.getAsBoolean()) {
            if (isShort(remaining.get())) {
                delivery.pause(bean);
            }
            WaitingLine.Outcome outcome = line.await(attempt);
            if (outcome instanceof WaitingLine.Outcome.Admitted admitted) {
                return admitted.admission();
            }
            WaitingLine.Reason reason = ((WaitingLine.Outcome.Refused) outcome).reason();
            if (reason == WaitingLine.Reason.STOPPED) {
                letTheServerStop();
            }
            if (reason != WaitingLine.Reason.TIME_OUT) {
                return null;
            }
        }
        LOG.warn(
                "STILL00805",
                "A message for '%s' was held until its transaction timed out. The broker counts an attempt and delivers"
                        + " it again",
                bean.getName());
        delivery.pause(bean);
        return null;
    }

    private static boolean isShort(@Nullable Duration remaining) {
        return remaining != null && remaining.compareTo(BEFORE_TIME_OUT) <= 0;
    }

    /** No server tells when it has begun: WildFly keeps the lock under which it could be asked until it has stopped. */
    private void letTheServerStop() {
        try {
            Thread.sleep(beforeRefusal.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes are accepted again. */
    void lifted() {
        logged.clear();
        line.opened();
        delivery.resume();
    }

    /** The application is being stopped: nobody may wait any more. */
    void stop() {
        line.stop();
    }

    /** How many messages wait for the lift. */
    int count() {
        return waiting.get();
    }
}
