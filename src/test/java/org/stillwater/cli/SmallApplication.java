package org.stillwater.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;
import org.stillwater.internal.mode.DrainSource;
import org.stillwater.internal.mode.Identity;
import org.stillwater.internal.mode.ModeMachine;
import org.stillwater.internal.mode.ModeState;
import org.stillwater.internal.mode.Watched;
import org.stillwater.internal.store.FileModeStore;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ReplicaReport;
import org.stillwater.spi.UndeclaredWrite;

/** The library without a server: follows a store, and writes when it is told to. */
final class SmallApplication implements AutoCloseable {
    private final FileModeStore store;
    private final ModeMachine machine;
    private final WriteAdmission admission;
    private final Deque<Admission> writes = new ArrayDeque<>();
    private volatile List<UndeclaredWrite> undeclared = List.of();
    private volatile List<ReplicaReport> replicas = List.of();

    SmallApplication(Path directory, String name) {
        this(directory, name, List.of());
    }

    SmallApplication(Path directory, String name, List<DrainSource> databases) {
        store = FileModeStore.open(directory);
        WriteGate gate = new WriteGate();
        admission = new WriteAdmission(gate, TransactionContext.NONE);
        machine = new ModeMachine(
                store,
                gate,
                admission,
                Identity.of(name, "4.2"),
                new Watched(
                        () -> List.of("PostgreSQL 16: refuses writes"),
                        () -> undeclared,
                        () -> databases,
                        () -> replicas),
                Duration.ofSeconds(5),
                Clock.systemUTC());
        machine.start();
    }

    void wroteUndeclared(UndeclaredWrite... writes) {
        undeclared = List.of(writes);
    }

    /** Says of its replica what follows from what the store says. */
    void replicate(Function<ModeSnapshot, ReplicaReport> answer) {
        machine.listen((before, now) -> replicas = List.of(answer.apply(now.snapshot())));
        replicas = List.of(answer.apply(machine.state().snapshot()));
        machine.wake();
    }

    void object(String objection) {
        machine.mayObject(window -> List.of(objection + " (" + window.name() + ")"));
    }

    /** Begins a write and says whether it was admitted. */
    boolean begin(String what) {
        @Nullable Admission write = admission.enter(what);
        if (write != null) {
            writes.push(write);
        }
        return write != null;
    }

    void end() {
        Objects.requireNonNull(writes.pop()).close();
    }

    ModeState state() {
        return machine.state();
    }

    @Override
    public void close() {
        while (!writes.isEmpty()) {
            end();
        }
        machine.close();
    }

    /** Runs until its input ends; each line is a command, each answer is a line. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (SmallApplication application = new SmallApplication(Path.of(arguments[0]), arguments[1])) {
            out.println("ready");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line) {
                    case "begin" -> out.println(application.begin("OrderService.place"));
                    case "end" -> {
                        application.end();
                        out.println("ended");
                    }
                    case "replicate" -> {
                        application.replicate(ObedientReplica.says(ObedientReplica::done, ""));
                        out.println("replicated");
                    }
                    default -> out.println(application.state().mode());
                }
            }
        }
    }
}
