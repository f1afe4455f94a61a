package org.stillwater.benchmark;

import jakarta.enterprise.inject.se.SeContainer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A call of a bean in Weld SE. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InterceptorBenchmark {
    private SeContainer container;
    private Services.ScopedPlain scopedPlain;
    private Services.ScopedEmpty scopedEmpty;
    private Services.ScopedWrites scopedWrites;
    private Services.DependentPlain dependentPlain;
    private Services.DependentEmpty dependentEmpty;
    private Services.DependentWrites dependentWrites;

    /** Starts the container. */
    @Setup
    public void start() {
        container = Services.start();
        scopedPlain = container.select(Services.ScopedPlain.class).get();
        scopedEmpty = container.select(Services.ScopedEmpty.class).get();
        scopedWrites = container.select(Services.ScopedWrites.class).get();
        dependentPlain = container.select(Services.DependentPlain.class).get();
        dependentEmpty = container.select(Services.DependentEmpty.class).get();
        dependentWrites = container.select(Services.DependentWrites.class).get();
    }

    /** Stops it. */
    @TearDown
    public void stop() {
        container.close();
    }

    /** Client proxy only. */
    @Benchmark
    public int scopedPlain() {
        return scopedPlain.next(1);
    }

    /** Client proxy and an empty interceptor. */
    @Benchmark
    public int scopedEmpty() {
        return scopedEmpty.next(1);
    }

    /** Client proxy and {@code @Writes}. */
    @Benchmark
    public int scopedWrites() {
        return scopedWrites.next(1);
    }

    /** Plain call. */
    @Benchmark
    public int dependentPlain() {
        return dependentPlain.next(1);
    }

    /** An empty interceptor. */
    @Benchmark
    public int dependentEmpty() {
        return dependentEmpty.next(1);
    }

    /** {@code @Writes}. */
    @Benchmark
    public int dependentWrites() {
        return dependentWrites.next(1);
    }
}
