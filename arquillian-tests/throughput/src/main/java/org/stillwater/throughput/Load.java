package org.stillwater.throughput;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Some clients, each of which sends the next request as soon as it has the answer to the last one. */
final class Load implements AutoCloseable {
    private static final long SEED = 20261122;
    private static final long LONGEST_MICROS = 60_000_000;

    private final int clients;
    private final ExecutorService threads;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SplittableRandom random = new SplittableRandom(SEED);

    Load(int clients) {
        this.clients = clients;
        this.threads = Executors.newFixedThreadPool(clients);
    }

    /** Fails if one answer is not the expected one. */
    Round run(Server server, Kind kind, Duration duration) throws Exception {
        Duration processor = server.processorTime();
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        List<Future<Histogram>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            SplittableRandom own = random.split();
            running.add(threads.submit(() -> send(server.address(), kind, own, end)));
        }
        Histogram latencies = new Histogram(LONGEST_MICROS, 3);
        for (Future<Histogram> client : running) {
            latencies.add(client.get());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new Round(latencies.getTotalCount(), took, server.processorTime().minus(processor), latencies);
    }

    private Histogram send(URI application, Kind kind, SplittableRandom own, long end)
            throws IOException, InterruptedException {
        Histogram latencies = new Histogram(LONGEST_MICROS, 3);
        long asked = System.nanoTime();
        while (asked < end) {
            HttpResponse<String> answer = http.send(kind.request(application, own), BodyHandlers.ofString());
            long answered = System.nanoTime();
            if (answer.statusCode() != kind.status()) {
                throw new IllegalStateException(kind + " answered " + answer.statusCode() + ": " + answer.body());
            }
            latencies.recordValue(Math.min((answered - asked) / 1000, LONGEST_MICROS));
            asked = answered;
        }
        return latencies;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
