package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** What a callback sees of it. That timers come again is tested on servers. */
class TimerInterceptorTest {
    private final TimerInterceptor interceptor = new OnTimeoutInterceptor();
    private WeldApplication application;

    @BeforeEach
    void start() {
        application = WeldApplication.of(SomeBean.class);
        application.enter("a test");
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void aCallbackThatIsNotRefusedRunsInAWindow() throws Exception {
        assertThat(interceptor.keep(calling(() -> "done"))).isEqualTo("done");
    }

    @Test
    void itsOwnExceptionsComeThrough() {
        assertThatThrownBy(() -> interceptor.keep(calling(() -> {
                    throw new IOException("checked");
                })))
                .isExactlyInstanceOf(IOException.class);
        assertThatThrownBy(() -> interceptor.keep(calling(() -> {
                    throw new IllegalArgumentException("unchecked");
                })))
                .isExactlyInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ifItCannotBeKeptTheServerSeesTheRefusal() {
        assertThatThrownBy(() -> interceptor.keep(calling(() -> {
                    throw ReadOnlyRuntime.current().refusals().of("a write");
                })))
                .isInstanceOf(ReadOnlyModeException.class);
    }

    /** Weld wants one. */
    static class SomeBean {}

    private static InvocationContext calling(Callable<Object> callback) {
        return (InvocationContext) Proxy.newProxyInstance(
                TimerInterceptorTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "proceed":
                            return callback.call();
                        case "getMethod":
                            return TimerInterceptorTest.class.getDeclaredMethod("start");
                        default:
                            return null;
                    }
                });
    }
}
