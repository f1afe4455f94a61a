package org.stillwater.it.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.stillwater.it.Http;
import org.stillwater.it.OwnThread;

/** Talks to the {@link JdbcServlet}. */
record Client(URI base) {
    String call(String what) {
        try {
            var response = Http.get(base.resolve("jdbc?do=" + what));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Returns when it waits in the middle. */
    CompletableFuture<String> hold(String what) {
        var held = OwnThread.supply(() -> call(what));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> held.isDone() || call("held").equals("true"));
        assertThat(held).isNotDone();
        return held;
    }
}
