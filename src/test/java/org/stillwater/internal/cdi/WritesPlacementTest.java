package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stillwater.Writes;

class WritesPlacementTest {
    @Test
    void privateStaticAndFinalMethodsAreNamedWithTheRemedy() {
        assertThat(WritesPlacement.complaints(Misplaced.class))
                .hasSize(3)
                .anySatisfy(text -> assertThat(text).contains("Misplaced.hidden", "private", "Remove 'private'"))
                .anySatisfy(text -> assertThat(text).contains("Misplaced.shared", "static"))
                .anySatisfy(text -> assertThat(text).contains("Misplaced.sealed", "final"));
    }

    @Test
    void inAMarkedClassOnlyFinalBusinessMethodsAreNamed() {
        assertThat(WritesPlacement.complaints(MarkedClass.class))
                .singleElement()
                .asString()
                .contains("MarkedClass.sealed");
    }

    @Test
    void aFinalClassIsNamed() {
        assertThat(WritesPlacement.complaints(FinalClass.class))
                .singleElement()
                .asString()
                .contains("FinalClass");
    }

    @Test
    void whatCanBeInterceptedIsNotComplainedOf() {
        assertThat(WritesPlacement.complaints(SelfCheckProbe.class)).isEmpty();
    }

    static class Misplaced {
        @Writes
        private void hidden() {}

        @Writes
        static void shared() {}

        @Writes
        final void sealed() {}

        void callsThem() {
            hidden();
            shared();
        }
    }

    @Writes
    static class MarkedClass {
        final void sealed() {
            helper();
        }

        private void helper() {}

        static void utility() {}

        void fine() {}
    }

    @Writes
    static final class FinalClass {
        void write() {}
    }
}
