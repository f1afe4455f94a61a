package org.stillwater.integration.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.Window;
import org.stillwater.internal.cdi.StillwaterExtension;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.internal.window.EnterRequest;
import org.stillwater.internal.window.WindowCoordinator;

/** An application whose persistence unit is connected before CDI starts, as Payara does it, while a window is open. */
class DeploymentInAWindowTest {
    @TempDir
    Path directory;

    private FileModeStore store;
    private EntityManagerFactory factory;

    @BeforeEach
    void openWindow() {
        System.setProperty("stillwater.store", directory.resolve("store").toString());
        store = FileModeStore.open(directory.resolve("store"));
        Window window = new Window("test", null, Identity.thisProcess(), Instant.now(), null);
        new WindowCoordinator(store, Clock.systemUTC())
                .enter(new EnterRequest(window, Duration.ofSeconds(5), false, false, true), progress -> {});
    }

    @AfterEach
    void close() {
        factory.close();
        ReadOnlyRuntime.stop();
        System.clearProperty("stillwater.store");
    }

    @Test
    void is_not_deployed_if_its_tables_were_made_and_leaves_nothing_that_runs() {
        connect("create");
        assertThatThrownBy(DeploymentInAWindowTest::deploy)
                .hasStackTraceContaining("STILL00610: Persistence unit 'parts' has made its tables");
        assertThat(ReadOnlyRuntime.current().state()).isEqualTo(ModeState.STOPPED);
        assertThat(store.reports()).isEmpty();
    }

    @Test
    void is_deployed_if_it_leaves_the_tables_alone() throws Exception {
        connect("none");
        try (AutoCloseable application = deploy()) {
            assertThat(application).isNotNull();
            assertThat(store.reports()).hasSize(1);
        }
    }

    private void connect(String tables) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;DB_CLOSE_DELAY=-1");
        factory = new PersistenceProvider()
                .createContainerEntityManagerFactory(
                        new UnitInfo("parts", dataSource),
                        Map.of(
                                "jakarta.persistence.schema-generation.database.action", tables,
                                "eclipselink.logging.level", "OFF",
                                "eclipselink.weaving", "false"));
        factory.createEntityManager().close();
    }

    private static AutoCloseable deploy() {
        return SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(StillwaterExtension.class)
                .addBeanClasses(Nothing.class)
                .initialize();
    }

    /** A container wants one. */
    static final class Nothing {}
}
