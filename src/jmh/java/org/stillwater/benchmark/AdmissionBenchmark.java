package org.stillwater.benchmark;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.gate.TransactionContext;
import org.stillwater.internal.gate.WriteAdmission;
import org.stillwater.internal.gate.WriteGate;

/** Enter and leave, with nothing in between. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AdmissionBenchmark {
    private final WriteGate gate = openGate();
    private final WriteAdmission admission = new WriteAdmission(gate, TransactionContext.NONE);
    private final Bulkhead bulkhead = Bulkhead.of(
            "writes",
            BulkheadConfig.custom()
                    .maxConcurrentCalls(1_000)
                    .writableStackTraceEnabled(false)
                    .build());
    private final StampedLock stampedLock = new StampedLock();
    private final ReentrantReadWriteLock readWriteLock = new ReentrantReadWriteLock();

    private static WriteGate openGate() {
        WriteGate gate = new WriteGate();
        gate.open();
        return gate;
    }

    /** What counts. */
    @Benchmark
    public int gate() {
        int token = gate.tryEnter();
        gate.exit(token);
        return token;
    }

    /** What the interceptor calls: counts, and knows who is inside and which chain he belongs to. */
    @Benchmark
    public Admission admission() {
        Admission permit = admission.enter("write");
        permit.close();
        return permit;
    }

    /** Counts, but cannot be drained. */
    @Benchmark
    public boolean bulkhead() {
        boolean entered = bulkhead.tryAcquirePermission();
        bulkhead.onComplete();
        return entered;
    }

    /** Can be drained, but starves who drains. */
    @Benchmark
    public long stampedLock() {
        long stamp = stampedLock.readLock();
        stampedLock.unlockRead(stamp);
        return stamp;
    }

    /** Can be drained, but must be left on the thread that entered. */
    @Benchmark
    public boolean readWriteLock() {
        readWriteLock.readLock().lock();
        readWriteLock.readLock().unlock();
        return true;
    }
}
