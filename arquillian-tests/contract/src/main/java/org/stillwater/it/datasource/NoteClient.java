package org.stillwater.it.datasource;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.stillwater.it.Http;
import org.stillwater.it.OwnThread;

/** Talks to the {@link NoteServlet}. */
record NoteClient(URI base) {
    String call(Object what, In in) {
        return get("note?do=" + what + "&in=" + in);
    }

    String callByCode(Object what, In in) {
        return get("note?do=" + what + "&in=" + in + "&by=code");
    }

    void open() {
        assertThat(get("note?do=open")).isEqualTo("open");
    }

    /** Returns when it waits in the middle. */
    CompletableFuture<String> hold(In in) {
        var held = OwnThread.supply(() -> call("hold", in));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> held.isDone() || get("note?do=held").equals("true"));
        assertThat(held).isNotDone();
        return held;
    }

    private String get(String relative) {
        try {
            var response = Http.get(base.resolve(relative));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
