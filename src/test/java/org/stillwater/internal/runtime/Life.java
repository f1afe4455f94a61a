package org.stillwater.internal.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.stillwater.Window;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.mode.DrainAnswer;
import org.stillwater.internal.mode.DrainQuestion;
import org.stillwater.internal.mode.DrainSource;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.window.EnterRequest;

/** What an application may have done before it is undeployed; made by {@link UnloadingTest} in a class loader of its own. */
public final class Life implements Consumer<ExecutorService> {
    @Override
    public void accept(ExecutorService server) {
        DrainSource database = new Database();
        ReadOnlyRuntime.addGuard(database);
        ReadOnlyRuntime runtime = ReadOnlyRuntime.start();
        try {
            // A transaction that times out is ended by another thread than the one that wrote.
            Callable<Admission> write = () -> runtime.admission().enterConnection("write");
            server.submit(write).get().close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Window window = new Window("test", null, Identity.thisProcess(), Instant.now(), null);
        runtime.coordinator()
                .enter(new EnterRequest(window, Duration.ofSeconds(30), false, false, false), progress -> {});
        ReadOnlyRuntime.stop();
        ReadOnlyRuntime.removeGuard(database);
    }

    /** A record, as some guards are, which is compared with others when it is removed. */
    private record Database() implements DrainSource {
        @Override
        public String unit() {
            return "unit";
        }

        @Override
        public DrainQuestion begin() {
            return () -> DrainAnswer.verified("database");
        }
    }
}
