package org.stillwater.integration.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

class ExcludedRequestTest {
    @TempDir
    private Path directory;

    private final CompletableFuture<String> arrived = new CompletableFuture<>();
    private final CompletableFuture<String> released = new CompletableFuture<>();
    private TestApplication application;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("stillwater.request-grace", "5m");
        System.setProperty("stillwater.request-exclude", "/events/*");
        application = new TestApplication(directory)
                .with("/events/*", this::write)
                .with("/eventful", this::write)
                .with("/other", this::write)
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        released.complete("at last");
        application.close();
        System.clearProperty("stillwater.request-exclude");
        System.clearProperty("stillwater.request-grace");
    }

    @Test
    void neverDelaysADrain() throws Exception {
        var response = application.postLater("/events/7");
        assertThat(arrived.get(10, TimeUnit.SECONDS)).isEqualTo("no permit");
        TestApplication.enter();
        released.complete("now");
        assertThat(response.get().body()).isEqualTo("refused");
    }

    @Test
    void stillWritesInNormalMode() throws Exception {
        released.complete("now");
        assertThat(application.postLater("/events").get().body()).isEqualTo("written");
    }

    @Test
    void staysExcludedWhereverItIsDispatchedTo() throws Exception {
        var response = application.postLater("/events/7?dispatch=/other");
        assertThat(arrived.get(10, TimeUnit.SECONDS)).isEqualTo("no permit");
        TestApplication.enter();
        released.complete("now");
        assertThat(response.get().body()).isEqualTo("refused");
    }

    @Test
    void otherRequestsHoldTheirPermitAsEver() throws Exception {
        released.complete("now");
        assertThat(application.postLater("/eventful").get().body()).isEqualTo("written");
        assertThat(arrived.get(10, TimeUnit.SECONDS)).isEqualTo("a permit");
    }

    private void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String elsewhere = request.getParameter("dispatch");
        if (elsewhere != null && request.getDispatcherType() == DispatcherType.REQUEST) {
            request.startAsync(request, response).dispatch(elsewhere);
            return;
        }
        var admission = ReadOnlyRuntime.current().admission();
        arrived.complete(admission.openPermits().isEmpty() ? "no permit" : "a permit");
        released.orTimeout(20, TimeUnit.SECONDS).join();
        Admission permit = admission.enter("a write");
        if (permit != null) {
            permit.close();
        }
        response.getWriter().print(permit == null ? "refused" : "written");
    }
}
