package org.stillwater;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Does something beside the thread of a test that waits for it, or that it waits for. Not on the common pool: that has one
 * thread on two processors, and from JDK 25 on {@link CompletableFuture} uses it nevertheless (JDK 17 started a thread for
 * each task then), so of two such tasks the second would not begin before the first has ended.
 */
public final class OwnThread {
    private OwnThread() {}

    public static <T> CompletableFuture<T> supply(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> new Thread(task, "own thread").start());
    }

    public static CompletableFuture<?> run(Runnable work) {
        return supply(() -> {
            work.run();
            return work;
        });
    }
}
