package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.ReadOnlyControl;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

class WritesInterceptorTest {
    private final WeldApplication application = WeldApplication.of(Ledger.class, Mixed.class, Derived.class);
    private final Ledger ledger = application.get(Ledger.class);

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void callsInNormalMode() {
        ledger.refused();
        assertThat(ledger.skipped()).isEqualTo(7);
        assertThat(ledger.calls()).containsExactly("refused", "skipped");
        assertThat(application.flags().isReadOnly()).isFalse();
    }

    @Test
    void refusesSkipsAndAllowsInReadOnlyMode() {
        application.enter("because of a test");
        assertThatThrownBy(ledger::refused)
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("Ledger.refused")
                .hasMessageContaining("window 'test'")
                .hasMessageContaining("because of a test")
                .extracting(
                        e -> ((ReadOnlyModeException) e).window().orElseThrow().name())
                .isEqualTo("test");
        assertThat(ledger.skipped()).isZero();
        assertThat(ledger.skippedOptional()).isEmpty();
        ledger.allowed();
        assertThat(ledger.calls()).containsExactly("allowed");
    }

    @Test
    void resumesWhenTheWindowIsLifted() {
        application.enter("r");
        application.leave();
        ledger.refused();
        assertThat(ledger.calls()).containsExactly("refused");
    }

    @Test
    void theMethodOverridesTheClass() {
        application.enter("r");
        Mixed mixed = application.get(Mixed.class);
        assertThat(mixed.unmarked()).isEqualTo("called");
        assertThatThrownBy(mixed::marked).isInstanceOf(ReadOnlyModeException.class);
        Derived derived = application.get(Derived.class);
        assertThatThrownBy(derived::inherited).isInstanceOf(ReadOnlyModeException.class);
    }

    @Test
    void aReturnedStageHoldsThePermitUntilItCompletes() {
        CompletableFuture<String> pending = new CompletableFuture<>();
        CompletionStage<String> returned = ledger.later(pending);
        assertThat(returned).isSameAs(pending);
        ReadOnlyControl control = application.get(ReadOnlyControl.class);
        assertThatThrownBy(() -> control.enter(request(Duration.ofMillis(100))))
                .isInstanceOf(ReadOnlyControl.DrainTimeoutException.class)
                .extracting(e ->
                        ((ReadOnlyControl.DrainTimeoutException) e).stragglers().toString())
                .asString()
                .contains("Ledger.later");
        pending.complete("done");
        control.enter(request(Duration.ofSeconds(30)));
        assertThat(application.flags().mode()).isEqualTo(AccessMode.READ_ONLY);
    }

    @Test
    void aMethodThatThrowsGivesItsPermitBack() {
        assertThatThrownBy(ledger::failing).hasMessage("of its own");
        application.enter("r");
        assertThat(application.flags().mode()).isEqualTo(AccessMode.READ_ONLY);
    }

    @Test
    void aStageThatTakesNoListenerFailsAndGivesThePermitBack() {
        CompletableFuture<String> deaf = new CompletableFuture<>() {
            @Override
            public CompletableFuture<String> whenComplete(BiConsumer<? super String, ? super Throwable> action) {
                throw new UnsupportedOperationException("deaf");
            }
        };
        assertThatThrownBy(() -> ledger.later(deaf)).hasMessage("deaf");
        application.enter("r");
        assertThat(application.flags().mode()).isEqualTo(AccessMode.READ_ONLY);
    }

    @Test
    void aThreadThatDiesInAWriteGivesItsPermitBack() throws Exception {
        AtomicReference<Throwable> death = new AtomicReference<>();
        Thread dying = new Thread(ledger::dying);
        dying.setUncaughtExceptionHandler((thread, problem) -> death.set(problem));
        dying.start();
        dying.join();
        assertThat(death.get()).hasMessage("the thread dies");
        application.enter("r");
        assertThat(application.flags().mode()).isEqualTo(AccessMode.READ_ONLY);
    }

    @Test
    void readOnlyModeCannotBeEnteredFromWithinAWrite() {
        ReadOnlyControl control = application.get(ReadOnlyControl.class);
        assertThatThrownBy(() -> ledger.entering(control))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wait for itself");
        assertThat(application.flags().mode()).isEqualTo(AccessMode.READ_WRITE);
    }

    private static ReadOnlyControl.Request request(Duration timeout) {
        return ReadOnlyControl.Request.named("test").withDrainTimeout(timeout);
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

        CompletionStage<String> later(CompletionStage<String> pending) {
            return pending;
        }

        void failing() {
            throw new IllegalArgumentException("of its own");
        }

        void dying() {
            throw new LinkageError("the thread dies");
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
    static class Mixed {
        String unmarked() {
            return "called";
        }

        @Writes
        String marked() {
            return "called";
        }
    }

    @Writes(WhenReadOnly.REFUSE)
    static class Base {
        String inherited() {
            return "called";
        }
    }

    @ApplicationScoped
    static class Derived extends Base {}
}
