package org.stillwater.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.ApplicationLoader;

/** An application that is undeployed leaves nothing of the library behind: no thread, and nothing on those of the server. */
class UnloadingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService server = Executors.newSingleThreadExecutor();
    private final UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();

    @TempDir
    Path store;

    /** A thread keeps the class loaders of all who were on the stack when it was made. */
    @BeforeEach
    void isThereBeforeTheApplication() throws Exception {
        server.submit(() -> {}).get();
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> uncaught.add(problem));
        System.setProperty("stillwater.store", store.resolve("store").toString());
        System.setProperty("stillwater.application", "unloading");
    }

    @AfterEach
    void stop() {
        Thread.setDefaultUncaughtExceptionHandler(before);
        System.clearProperty("stillwater.store");
        System.clearProperty("stillwater.application");
        server.shutdownNow();
    }

    @Test
    void theClassLoaderOfAnApplicationThatIsGoneIsFreed() throws Exception {
        awaitFreed(liveAndGo());
        assertThat(server.submit(() -> "alive").get()).isEqualTo("alive");
    }

    /** Servers close the class loader when they have undeployed: from then on, no class of the application can be loaded. */
    @Test
    void anApplicationWhoseLastWriteEndsAfterItsClassesWereClosedIsFreedToo() throws Exception {
        WeakReference<ClassLoader> application = beCutShort();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .extracting(Thread::getName)
                        .doesNotContain("stillwater-unloading", "stillwater-watch"));
        assertThat(uncaught).isEmpty();
        awaitFreed(application);
    }

    @SuppressWarnings("unchecked")
    private WeakReference<ClassLoader> liveAndGo() throws Exception {
        ApplicationLoader application = new ApplicationLoader();
        Consumer<ExecutorService> life = application.make(Life.class, Consumer.class);
        assertThat(life).isNotInstanceOf(Life.class);
        life.accept(server);
        return new WeakReference<>(application);
    }

    @SuppressWarnings("unchecked")
    private static WeakReference<ClassLoader> beCutShort() throws Exception {
        try (ApplicationLoader application = new ApplicationLoader()) {
            Supplier<Runnable> life = application.make(CutShort.class, Supplier.class);
            Runnable endOfWrite = life.get();
            application.close();
            endOfWrite.run();
            return new WeakReference<>(application);
        }
    }

    private static void awaitFreed(WeakReference<ClassLoader> application) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            System.gc();
            return application.refersTo(null);
        });
    }
}
