package org.stillwater.it.standby;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.stillwater.it.Http;
import org.stillwater.it.OwnThread;

/** Talks to the {@link ShopServlet}. */
record ShopClient(URI base, long id) {
    String side(Place place) {
        return call(place, "side");
    }

    String read(Place place) {
        return call(place, "read");
    }

    String call(Place place, String what) {
        return call(place, what, id);
    }

    String call(Place place, String what, long item) {
        HttpResponse<String> response = send("in=" + place + "&do=" + what + "&id=" + item);
        assertThat(response.statusCode()).as("%s: %s", place, response.body()).isEqualTo(200);
        return response.body();
    }

    HttpResponse<String> trial(Place place, String what, long item) {
        return send("in=" + place + "&do=" + what + "&id=" + item);
    }

    void open() {
        assertThat(send("do=open").body()).isEqualTo("open");
    }

    /** Returns when it waits in the middle. */
    CompletableFuture<String> hold(Place place, String what) {
        var held = OwnThread.supply(() -> call(place, what));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> held.isDone() || isHeld());
        assertThat(held).isNotDone();
        return held;
    }

    boolean isHeld() {
        return send("do=held").body().equals("true");
    }

    private HttpResponse<String> send(String query) {
        try {
            return Http.get(base.resolve("shop?" + query));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
