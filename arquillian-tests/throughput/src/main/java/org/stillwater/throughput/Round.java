package org.stillwater.throughput;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one side answered in one round.
 *
 * @param requests how many
 * @param took how long the round was
 * @param processor the processor time that the server took meanwhile, for everything
 * @param latencies of all requests, in microseconds. The clients wait for each answer before they send again, so a slow
 *     server is also asked less
 */
record Round(long requests, Duration took, Duration processor, Histogram latencies) {

    double perSecond() {
        return requests * 1e9 / took.toNanos();
    }

    double processorMicros() {
        return processor.toNanos() / 1e3 / requests;
    }
}
