package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillwater.AccessMode;
import org.stillwater.ModeChange;
import org.stillwater.ReadOnlyFlags;
import org.stillwater.Writes;

class ReadOnlyFlagsTest {
    @Test
    void areALiveView() {
        try (WeldApplication application = WeldApplication.of(Page.class)) {
            ReadOnlyFlags flags = application.get(Page.class).flags();
            assertThat(flags.mode()).isEqualTo(AccessMode.READ_WRITE);
            assertThat(flags.windows()).isEmpty();
            application.enter("r");
            assertThat(flags.isReadOnly()).isTrue();
            assertThat(flags.windows()).singleElement().extracting("reason").isEqualTo("r");
            assertThat(flags.expectedEnd()).isPresent();
            assertThat(flags.epoch()).isEqualTo(2);
        }
    }

    @Test
    void areLiveAfterSerialization() throws Exception {
        try (WeldApplication application = WeldApplication.of(Page.class)) {
            ReadOnlyFlags copy = copy(application.flags());
            application.enter("r");
            assertThat(copy.isReadOnly()).isTrue();
            application.leave();
            assertThat(copy.isReadOnly()).isFalse();
        }
    }

    @Test
    void tellOfEachChangeByACdiEvent() {
        try (WeldApplication application = WeldApplication.of(Page.class, Changes.class)) {
            application.enter("r");
            application.leave();
            assertThat(application.get(Changes.class).seen())
                    .extracting(ModeChange::previous, ModeChange::mode, ModeChange::epoch)
                    .containsExactly(
                            tuple(AccessMode.READ_WRITE, AccessMode.DRAINING, 1L),
                            tuple(AccessMode.DRAINING, AccessMode.READ_ONLY, 2L),
                            tuple(AccessMode.READ_ONLY, AccessMode.READ_WRITE, 3L));
        }
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void theSelfCheckPassesWhereTheInterceptorIsInForce() {
        try (WeldApplication application = WeldApplication.of(Page.class)) {
            assertThatCode(application.flags()::selfCheck).doesNotThrowAnyException();
            application.enter("r");
            assertThatCode(application.flags()::selfCheck).doesNotThrowAnyException();
        }
    }

    @Test
    void theSelfCheckFailsWhereTheInterceptorWasVetoed() {
        SeContainerInitializer initializer = SeContainerInitializer.newInstance()
                .addBeanClasses(Page.class)
                .addExtensions(VetoesTheInterceptor.class);
        try (WeldApplication application = WeldApplication.of(initializer)) {
            assertThatThrownBy(application.flags()::selfCheck)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("STILL00503");
        }
    }

    @Test
    void theSelfCheckFailsWhereTheLibraryIsSwitchedOff() {
        System.setProperty("stillwater.enabled", "false");
        try (WeldApplication application = WeldApplication.of(Page.class)) {
            assertThatThrownBy(application.flags()::selfCheck).hasMessageContaining("stillwater.enabled=false");
            application.get(Page.class).write();
        } finally {
            System.clearProperty("stillwater.enabled");
        }
    }

    @Test
    void aMethodCanInsistOnAPermit() {
        try (WeldApplication application = WeldApplication.of(Page.class)) {
            application.get(Page.class).write();
            assertThatThrownBy(() -> application.get(Page.class).unmarked())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("STILL00504");
        }
    }

    @Test
    void aMalformedSettingFailsTheDeployment() {
        System.setProperty("stillwater.request-grace", "soon");
        try {
            assertThatThrownBy(() -> WeldApplication.of(Page.class))
                    .hasStackTraceContaining("stillwater.request-grace")
                    .hasStackTraceContaining("'soon'");
        } finally {
            System.clearProperty("stillwater.request-grace");
        }
    }

    private static ReadOnlyFlags copy(ReadOnlyFlags flags) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(flags);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ReadOnlyFlags) in.readObject();
        }
    }

    @ApplicationScoped
    static class Page {
        @Inject
        private ReadOnlyFlags flags;

        ReadOnlyFlags flags() {
            return flags;
        }

        @Writes
        void write() {
            flags.requirePermit();
        }

        void unmarked() {
            flags.requirePermit();
        }
    }

    @ApplicationScoped
    static class Changes {
        private final List<ModeChange> seen = new ArrayList<>();

        void changed(@Observes ModeChange change) {
            seen.add(change);
        }

        List<ModeChange> seen() {
            return seen;
        }
    }

    /** What a careless application might do. */
    public static class VetoesTheInterceptor implements Extension {
        void veto(@Observes ProcessAnnotatedType<WritesInterceptor> type) {
            type.veto();
        }
    }
}
