package org.stillwater.integration.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.ApplicationLoader;
import org.stillwater.Window;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.WindowCoordinator;

/**
 * A server may create a persistence unit before it starts CDI. If that fails, nobody starts CDI, and nobody tells the
 * library that the application is gone. Each application has a class loader of its own, as on a server.
 */
class FailedDeploymentTest {
    /** Complains that the class path of the tests has everything a second time. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate.boot.registry.classloading");

    @TempDir
    Path directory;

    private FileModeStore store;

    @BeforeEach
    void settings() {
        HIBERNATE.setLevel(Level.OFF);
        System.setProperty("stillwater.store", directory.resolve("store").toString());
        System.setProperty("stillwater.application", "failing");
        store = FileModeStore.open(directory.resolve("store"));
    }

    @AfterEach
    void noSettings() {
        HIBERNATE.setLevel(null);
        System.clearProperty("stillwater.store");
        System.clearProperty("stillwater.application");
    }

    @Test
    void a_unit_whose_tables_are_refused_leaves_no_thread_and_no_report() throws Exception {
        Window window = new Window("test", null, Identity.thisProcess(), Instant.now(), null);
        new WindowCoordinator(store, Clock.systemUTC())
                .enter(new EnterRequest(window, Duration.ofSeconds(5), false, false, true), progress -> {});
        assertThat(deploy(FailingUnits.TablesRefused.class)).contains("ReadOnlyModeException");
        assertNothingIsLeft();
    }

    @Test
    void the_last_unit_that_is_closed_leaves_no_thread_and_no_report() throws Exception {
        assertThat(deploy(FailingUnits.OneAfterTheOther.class)).isEqualTo("guarded, gone");
        assertNothingIsLeft();
    }

    @Test
    void an_application_whose_container_has_started_is_left_to_it() throws Exception {
        assertThat(deploy(FailingUnits.Started.class)).isEqualTo("running, stopped");
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("stillwater-failing", "stillwater-watch", "stillwater-probe");
            assertThat(store.reports()).isEmpty();
        });
    }

    private static String deploy(Class<? extends Callable<String>> application) throws Exception {
        try (ApplicationLoader loader = new ApplicationLoader()) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                return (String) loader.make(application, Callable.class).call();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }
}
