package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.OwnThread;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** Requests at the door while the mode changes. Whoever is let in must be out again before read-only mode is in force. */
class EntryRaceTest {
    private static final int CLIENTS = 4;
    private static final int WORK = 10_000;
    private static final int ROUNDS = 5;

    private final AtomicInteger insideTooLong = new AtomicInteger();
    private final AtomicLong served = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    @BeforeEach
    void start() {
        System.setProperty("stillwater.store", "memory");
        System.setProperty("stillwater.http.refuse", "unsafe");
        System.setProperty("stillwater.request-grace", "5m");
        ReadOnlyRuntime.start();
    }

    @AfterEach
    void stop() {
        ReadOnlyRuntime.stop();
        System.clearProperty("stillwater.store");
        System.clearProperty("stillwater.http.refuse");
        System.clearProperty("stillwater.request-grace");
    }

    @Test
    void nobodyIsInsideOnceReadOnlyModeIsInForce() throws Exception {
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(OwnThread.supply(this::hammer));
        }
        for (int round = 0; round < ROUNDS; round++) {
            TestApplication.enter();
            TestApplication.leave();
        }
        over.set(true);
        for (CompletableFuture<Void> client : clients) {
            client.get();
        }
        assertThat(insideTooLong).hasValue(0);
        assertThat(served).hasPositiveValue();
    }

    private Void hammer() {
        HttpServletResponse response = Fakes.of(HttpServletResponse.class, EntryRaceTest::respond);
        FilterChain application = (request, sameResponse) -> {
            for (int i = 0; i < WORK; i++) {
                Thread.onSpinWait();
            }
            if (ReadOnlyRuntime.current().state().mode() == AccessMode.READ_ONLY) {
                insideTooLong.incrementAndGet();
            }
            served.incrementAndGet();
        };
        try {
            while (!over.get()) {
                new ReadOnlyFilter().doFilter(request(), response, application);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return null;
    }

    private static HttpServletRequest request() {
        Map<String, Object> attributes = new HashMap<>();
        return Fakes.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getMethod" -> "POST";
            case "getRequestURI", "getServletPath" -> "/orders";
            case "getDispatcherType" -> DispatcherType.REQUEST;
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getHeaders" -> java.util.Collections.emptyEnumeration();
            case "isAsyncStarted" -> false;
            default -> null;
        });
    }

    private static Object respond(String method, Object[] arguments) {
        return switch (method) {
            case "getHeaderNames" -> List.of();
            case "isCommitted", "containsHeader" -> false;
            case "getOutputStream" -> new NoOutput();
            default -> null;
        };
    }
}
