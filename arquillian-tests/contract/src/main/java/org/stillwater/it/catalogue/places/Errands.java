package org.stillwater.it.catalogue.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.settings.ContainerManaged;

/** What is to be done in some place, known there by its number; who asked for it learns how it went. */
@ApplicationScoped
public class Errands {
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Errand> errands = new ConcurrentHashMap<>();

    @Inject
    private ContainerManaged clerk;

    /** Lets a place do it, and throws what it throws there. */
    public void send(Way way, Sending sending) throws Exception {
        String number = Integer.toString(numbers.incrementAndGet());
        Errand errand = new Errand(way, new CompletableFuture<>());
        errands.put(number, errand);
        try {
            sending.send(number);
            errand.done().get(1, TimeUnit.MINUTES);
        } finally {
            errands.remove(number);
        }
    }

    /** Does it here, in a transaction of its own. */
    public void run(String number) {
        end(number, problemOf(() -> clerk.runInNew(errands.get(number).way())));
    }

    /** Does it here, in the transaction that there is; {@link #end} follows. */
    public void runWithin(String number) {
        clerk.run(errands.get(number).way());
    }

    /** @param problem null if it went well */
    public void end(String number, Throwable problem) {
        CompletableFuture<Void> done = errands.get(number).done();
        if (problem == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(problem);
        }
    }

    private static Throwable problemOf(Runnable work) {
        try {
            work.run();
            return null;
        } catch (RuntimeException | LinkageError e) {
            return e;
        }
    }

    /** Tells a place the number. */
    @FunctionalInterface
    public interface Sending {
        void send(String number) throws Exception;
    }

    private record Errand(Way way, CompletableFuture<Void> done) {}
}
