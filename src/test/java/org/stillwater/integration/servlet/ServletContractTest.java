package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.internal.runtime.RequestTally;

/** What the specification allows a container to do and Tomcat does not. */
class ServletContractTest {
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<AsyncListener> listeners = new ArrayList<>();
    private DispatcherType dispatcher = DispatcherType.REQUEST;
    private boolean committed;

    private final AsyncContext async = Fakes.of(AsyncContext.class, (method, arguments) -> {
        if (method.equals("addListener")) {
            listeners.add((AsyncListener) arguments[0]);
        }
        return null;
    });

    /** A container that keeps to the letter: after a dispatch a request does not say that it is asynchronous. */
    private final HttpServletRequest request =
            Fakes.of(HttpServletRequest.class, (method, arguments) -> switch (method) {
                case "getMethod" -> "POST";
                case "getRequestURI", "getServletPath" -> "/orders";
                case "getDispatcherType" -> dispatcher;
                case "getAttribute" -> attributes.get((String) arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "startAsync", "getAsyncContext" -> async;
                case "isAsyncStarted" -> false;
                default -> null;
            });

    private final Map<String, Object> headers = new HashMap<>();

    private final HttpServletResponse response =
            Fakes.of(HttpServletResponse.class, (method, arguments) -> switch (method) {
                case "isCommitted" -> committed;
                case "setIntHeader" -> headers.put((String) arguments[0], arguments[1]);
                default -> null;
            });

    @BeforeEach
    void start() {
        System.setProperty("stillwater.store", "memory");
        ReadOnlyRuntime.start();
    }

    @AfterEach
    void stop() {
        ReadOnlyRuntime.stop();
        System.clearProperty("stillwater.store");
    }

    @Test
    void aDispatchWithinTheDispatchThatWentAsynchronousDoesNotEndThePermit() throws Exception {
        filter((req, res) -> ((HttpServletRequest) req).startAsync().dispatch());
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).hasSize(1);
        listeners.get(0).onComplete(null);
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void aTimeOutDoesNotEndThePermitBecauseTheRequestMayBeDispatchedAfterIt() throws Exception {
        filter((req, res) -> req.startAsync());
        AsyncListener listener = listeners.get(0);
        listener.onTimeout(null);
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).hasSize(1);
        listener.onComplete(null);
        listener.onComplete(null);
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void aDispatchThatFailsEndsThePermitOfAnAsynchronousRequest() {
        assertThatThrownBy(() -> filter((req, res) -> {
                    req.startAsync();
                    throw new IllegalStateException("a failure of the application's own");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void anErrorPageThatRunsInTheMidstOfTheRequestTakesNothingFromIt() throws Exception {
        filter((req, res) -> {
            dispatcher = DispatcherType.ERROR;
            filter((sameReq, sameRes) -> {});
            assertThat(ReadOnlyRuntime.current().admission().openPermits()).hasSize(1);
            assertThat(ReadOnlyRuntime.current().admission().isAdmitted()).isTrue();
        });
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void aFailureEndsThePermit() throws Exception {
        filter((req, res) -> req.startAsync());
        listeners.get(0).onError(null);
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void aRefusalThatComesTooLateIsPassedOnAsItIs() {
        committed = true;
        assertThatThrownBy(() -> filter((req, res) -> {
                    throw ReadOnlyRuntime.current().refusals().of("Orders.place");
                }))
                .isInstanceOf(ReadOnlyModeException.class);
    }

    @Test
    void nothingIsRememberedAfterARequest() throws Exception {
        filter((req, res) -> {
            ReadOnlyRuntime.current().refusals().of("Orders.place");
            assertThat(RequestTally.anyRefused()).isTrue();
        });
        assertThat(RequestTally.anyRefused()).isFalse();
        ReadOnlyRuntime.current().refusals().of("a timer's write");
        assertThat(RequestTally.anyRefused()).isFalse();
    }

    @Test
    void changesThatAreDroppedAreCountedInTheResponseAndOutsideOfRequestsByNobody() throws Exception {
        filter((req, res) -> {
            ReadOnlyRuntime.current().noteDropped(2);
            ReadOnlyRuntime.current().noteDropped(1);
        });
        ReadOnlyRuntime.current().noteDropped(7);
        assertThat(headers).containsEntry("Read-Only-Dropped", 3);
    }

    private void filter(FilterChain chain) throws IOException, ServletException {
        new ReadOnlyFilter().doFilter(request, response, chain);
    }
}
