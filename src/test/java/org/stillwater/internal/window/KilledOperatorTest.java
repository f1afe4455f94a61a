package org.stillwater.internal.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.AccessMode;
import org.stillwater.Window;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;
import org.stillwater.internal.mode.ForwardingStore;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.mode.ModeMachine;
import org.stillwater.internal.mode.Watched;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.Report;
import org.stillwater.spi.WatchableModeStore;

/** The operator's tool dies before, or after, each single thing that it does with the store. */
@Timeout(120)
class KilledOperatorTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path parent;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writesAreAdmittedAgain(boolean before) {
        Set<AccessMode> leftBehind = EnumSet.noneOf(AccessMode.class);
        boolean finished = false;
        for (int step = 1; !finished; step++) {
            assertThat(step).isLessThan(100);
            try (Site site = new Site(parent.resolve("store" + step))) {
                finished = site.enterAndDie(step, before);
                leftBehind.add(site.store.read().mode());
                site.recover();
            }
        }
        assertThat(leftBehind).as("the modes in which it died").containsAll(EnumSet.allOf(AccessMode.class));
    }

    /** One application around a store, with a clock of its own. */
    private static final class Site implements AutoCloseable {
        private final WriteGate gate = new WriteGate();
        private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
        private final LateClock clock = new LateClock();
        private final FileModeStore store;
        private final ModeMachine machine;

        Site(Path directory) {
            store = FileModeStore.open(directory);
            machine = new ModeMachine(
                    FileModeStore.open(directory),
                    gate,
                    admission,
                    Identity.of("shop", null),
                    new Watched(List::of, List::of, List::of, List::of),
                    Duration.ZERO,
                    clock);
            machine.start();
        }

        boolean enterAndDie(int step, boolean before) {
            Window window = new Window("w", null, Identity.thisProcess(), Instant.now(), null);
            WindowCoordinator tool = new WindowCoordinator(new DyingStore(store, step, before), Clock.systemUTC());
            try {
                tool.enter(new EnterRequest(window, LONG, false, false, false), progress -> {});
                return true;
            } catch (Killed e) {
                return false;
            }
        }

        void recover() {
            ModeSnapshot left = store.read();
            if (left.mode() == AccessMode.DRAINING) {
                await().until(() -> machine.mode() == AccessMode.DRAINING);
                assertThat(admission.enter("a write")).isNull();
                clock.pass(Duration.ofMinutes(1));
            } else if (left.mode() == AccessMode.READ_ONLY) {
                assertThat(left.verified()).isTrue();
                assertThat(new WindowCoordinator(store, Clock.systemUTC()).lift("w"))
                        .isPresent();
            }
            await().untilAsserted(() -> {
                var write = admission.enter("a write");
                assertThat(write).isNotNull();
                write.close();
            });
        }

        @Override
        public void close() {
            machine.close();
            store.close();
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Dies at one of its calls, and does nothing for the dead. */
    private static final class DyingStore extends ForwardingStore {
        private final int last;
        private final boolean before;
        private int calls;

        DyingStore(WatchableModeStore delegate, int last, boolean before) {
            super(delegate);
            this.last = last;
            this.before = before;
        }

        private <T> T call(Supplier<T> call) {
            calls++;
            if (calls > last || calls == last && before) {
                throw new Killed();
            }
            T result = call.get();
            if (calls == last) {
                throw new Killed();
            }
            return result;
        }

        @Override
        public ModeSnapshot read() {
            return call(super::read);
        }

        @Override
        public boolean compareAndSet(ModeSnapshot expected, ModeSnapshot next) {
            return call(() -> super.compareAndSet(expected, next));
        }

        @Override
        public List<Report> reports() {
            return call(super::reports);
        }
    }

    private static final class LateClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void pass(Duration time) {
            ahead = time;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
