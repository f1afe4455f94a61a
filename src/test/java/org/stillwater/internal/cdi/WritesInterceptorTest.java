package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.ModeChange;
import org.stillwater.ReadOnlyControl;
import org.stillwater.ReadOnlyFlags;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

class WritesInterceptorTest {
    private SeContainer container;
    private ReadOnlyControl control;
    private ReadOnlyFlags flags;
    private Ledger ledger;

    @BeforeEach
    void start() {
        System.setProperty("stillwater.store", "memory");
        container = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(StillwaterExtension.class)
                .addBeanClasses(Ledger.class, Changes.class)
                .initialize();
        control = container.select(ReadOnlyControl.class).get();
        flags = container.select(ReadOnlyFlags.class).get();
        ledger = container.select(Ledger.class).get();
    }

    @AfterEach
    void stop() {
        container.close();
        System.clearProperty("stillwater.store");
    }

    @Test
    void runsInNormalMode() {
        ledger.refused();
        assertThat(ledger.calls()).containsExactly("refused");
        assertThat(flags.isReadOnly()).isFalse();
        flags.selfCheck();
    }

    @Test
    void refusesSkipsAndAllowsInReadOnlyMode() {
        enter();
        assertThat(flags.isReadOnly()).isTrue();
        assertThat(flags.mode()).isEqualTo(AccessMode.READ_ONLY);
        assertThatThrownBy(ledger::refused)
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("Ledger.refused")
                .hasMessageContaining("window 'test'")
                .hasMessageContaining("because of a test");
        assertThat(ledger.skipped()).isZero();
        assertThat(ledger.skippedOptional()).isEmpty();
        ledger.allowed();
        assertThat(ledger.calls()).containsExactly("allowed");
        flags.selfCheck();
    }

    @Test
    void resumesWhenTheWindowIsLifted() {
        enter();
        assertThat(control.leave("test")).isTrue();
        assertThat(control.leave("test")).isFalse();
        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> !flags.isReadOnly());
        ledger.refused();
        assertThat(ledger.calls()).containsExactly("refused");
        assertThat(container.select(Changes.class).get().seen())
                .extracting(ModeChange::mode)
                .containsExactly(AccessMode.DRAINING, AccessMode.READ_ONLY, AccessMode.READ_WRITE);
    }

    @Test
    void cannotBeEnteredFromWithinAWrite() {
        assertThatThrownBy(() -> ledger.entering(control))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wait for itself");
        assertThat(flags.mode()).isEqualTo(AccessMode.READ_WRITE);
    }

    private void enter() {
        control.enter(ReadOnlyControl.Request.named("test").because("because of a test"));
        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> flags.mode() == AccessMode.READ_ONLY);
    }

    @ApplicationScoped
    @Writes
    static class Ledger {
        private final List<String> calls = new ArrayList<>();

        void refused() {
            calls.add("refused");
        }

        @Writes(WhenReadOnly.SKIP)
        int skipped() {
            calls.add("skipped");
            return 7;
        }

        @Writes(WhenReadOnly.SKIP)
        Optional<String> skippedOptional() {
            calls.add("skipped");
            return Optional.of("x");
        }

        @Writes(WhenReadOnly.ALLOW)
        void allowed() {
            calls.add("allowed");
        }

        void entering(ReadOnlyControl control) {
            control.enter(ReadOnlyControl.Request.named("test"));
        }

        @Writes(WhenReadOnly.ALLOW)
        List<String> calls() {
            return calls;
        }
    }

    @ApplicationScoped
    static class Changes {
        private final List<ModeChange> seen = new ArrayList<>();

        void changed(@Observes ModeChange change) {
            seen.add(change);
        }

        List<ModeChange> seen() {
            return seen;
        }
    }
}
