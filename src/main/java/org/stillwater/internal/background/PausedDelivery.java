package org.stillwater.internal.background;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.stillwater.internal.log.Log;

/**
 * Message-driven beans to which the server does not deliver until the lift. For windows that last longer than a transaction
 * may: without it a broker would count one attempt for each time-out.
 *
 * <p>Threads of its own, because a server waits for the messages that are in hand before it has stopped the delivery, and
 * they are held. Thread-safe.
 */
final class PausedDelivery {
    private static final Log LOG = Log.of("background");

    private final MessageDelivery delivery;
    private final BooleanSupplier refused;

    /** What is wanted; guarded by itself. */
    private final Set<Class<?>> paused = new HashSet<>();

    /** What has come of it; guarded by this. */
    private final Set<Class<?>> stopped = new HashSet<>();

    /** @param refused whether writes are refused now */
    PausedDelivery(MessageDelivery delivery, BooleanSupplier refused) {
        this.delivery = delivery;
        this.refused = refused;
    }

    /**
     * Begins to stop the delivery to a bean, unless that was begun already. A lift comes either before writes are found
     * accepted here, or finds the bean among those to resume.
     */
    void pause(Class<?> bean) {
        synchronized (paused) {
            if (!paused.add(bean)) {
                return;
            }
        }
        begin(bean);
        if (!refused.getAsBoolean()) {
            resume();
        }
    }

    /** Begins to deliver to all of them again. */
    void resume() {
        Set<Class<?>> beans;
        synchronized (paused) {
            beans = Set.copyOf(paused);
            paused.clear();
        }
        beans.forEach(this::begin);
    }

    private void begin(Class<?> bean) {
        Thread thread = new Thread(null, () -> settle(bean), "stillwater-delivery", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    /** Goes by what is wanted now: threads that wait for this come in any order. */
    private synchronized void settle(Class<?> bean) {
        if (isWanted(bean) == stopped.contains(bean)) {
            return;
        }
        if (stopped.contains(bean)) {
            start(bean);
        } else {
            stop(bean);
        }
    }

    private boolean isWanted(Class<?> bean) {
        synchronized (paused) {
            return paused.contains(bean);
        }
    }

    private void stop(Class<?> bean) {
        if (delivery.stop(bean)) {
            stopped.add(bean);
            LOG.info("STILL00807", "The server delivers no messages to '%s' until the lift", bean.getName());
        }
    }

    private void start(Class<?> bean) {
        stopped.remove(bean);
        if (delivery.start(bean)) {
            LOG.info("STILL00808", "The server delivers messages to '%s' again", bean.getName());
        } else {
            LOG.warn(
                    "STILL00809",
                    "The server was told to deliver messages to '%s' again, and does not. Use its own command,"
                            + " such as :start-delivery",
                    bean.getName());
        }
    }
}
