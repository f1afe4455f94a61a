package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.EnteringReadOnly;
import org.stillwater.ReadOnlyControl;
import org.stillwater.Writes;

class ObjectionTest {
    private final WeldApplication application = WeldApplication.of(Payments.class);
    private final Payments payments = application.get(Payments.class);

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void whoObjectsIsHeard() {
        payments.objectWith("the payment run is not finished");
        ReadOnlyControl control = application.get(ReadOnlyControl.class);
        assertThatThrownBy(() -> control.enter(ReadOnlyControl.Request.named("release")))
                .isInstanceOf(ReadOnlyControl.ObjectedException.class)
                .hasMessageContaining("'release'")
                .hasMessageContaining("the payment run is not finished")
                .extracting(e -> ((ReadOnlyControl.ObjectedException) e).objections())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(application.flags().mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(payments.pay()).isEqualTo("paid");
        assertThat(payments.askedFor()).isEqualTo("release");
    }

    @Test
    void whoHasNothingAgainstItDoesNotStopIt() {
        application.enter("r");
        assertThat(application.flags().isReadOnly()).isTrue();
        assertThat(payments.askedFor()).isEqualTo("test");
    }

    @Test
    void whoFailsObjects() {
        payments.failWith("no connection");
        assertThatThrownBy(() -> application.enter("r"))
                .isInstanceOf(ReadOnlyControl.ObjectedException.class)
                .hasMessageContaining("no connection");
        assertThat(application.flags().isReadOnly()).isFalse();
    }

    @Test
    void anObjectionIsForOneDrainOnly() {
        payments.objectWith("not now");
        assertThatThrownBy(() -> application.enter("r")).isInstanceOf(ReadOnlyControl.ObjectedException.class);
        payments.objectWith(null);
        application.enter("r");
        assertThat(application.flags().isReadOnly()).isTrue();
    }

    @ApplicationScoped
    static class Payments {
        private volatile @Nullable String objection;
        private volatile @Nullable String failure;
        private volatile @Nullable String askedFor;

        void onEntering(@Observes EnteringReadOnly entering) {
            askedFor = entering.window().name();
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            if (objection != null) {
                entering.object(objection);
            }
        }

        void objectWith(@Nullable String text) {
            objection = text;
        }

        void failWith(String text) {
            failure = text;
        }

        @Nullable
        String askedFor() {
            return askedFor;
        }

        @Writes
        String pay() {
            return "paid";
        }
    }
}
