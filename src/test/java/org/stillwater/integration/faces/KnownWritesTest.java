package org.stillwater.integration.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillwater.WhenReadOnly.ALLOW;
import static org.stillwater.WhenReadOnly.REFUSE;
import static org.stillwater.WhenReadOnly.SKIP;

import org.junit.jupiter.api.Test;
import org.stillwater.Writes;

class KnownWritesTest {
    static class Plain {
        @Writes
        public void save() {}

        public void show() {}

        @Writes(SKIP)
        public void count() {}

        public void find() {}

        @Writes
        public void find(String words) {}
    }

    @Writes
    static class Whole {
        public void save() {}

        @Writes(ALLOW)
        public void show() {}
    }

    static class Derived extends Whole {
        @Override
        public void show() {}
    }

    /** As a container makes them: overrides everything and carries no annotation. */
    static class Plain$Proxy$_$$_WeldClientProxy extends Plain {
        @Override
        public void save() {}
    }

    @Test
    void aMethodSpeaksForItself() {
        assertThat(KnownWrites.policy(Plain.class, "save")).isEqualTo(REFUSE);
        assertThat(KnownWrites.policy(Plain.class, "count")).isEqualTo(SKIP);
        assertThat(KnownWrites.policy(Plain.class, "show")).isNull();
        assertThat(KnownWrites.policy(Plain.class, "absent")).isNull();
    }

    @Test
    void elseItsClassDoes() {
        assertThat(KnownWrites.policy(Whole.class, "save")).isEqualTo(REFUSE);
        assertThat(KnownWrites.policy(Whole.class, "show")).isEqualTo(ALLOW);
        assertThat(KnownWrites.policy(Derived.class, "save")).isEqualTo(REFUSE);
        assertThat(KnownWrites.policy(Derived.class, "show"))
                .as("@Writes of a class is inherited, that of a method is not")
                .isEqualTo(REFUSE);
    }

    @Test
    void aProxyIsLookedThrough() {
        assertThat(KnownWrites.policy(Plain$Proxy$_$$_WeldClientProxy.class, "save"))
                .isEqualTo(REFUSE);
    }

    @Test
    void ofSeveralWithOneNameTheOneThatWritesCounts() {
        assertThat(KnownWrites.policy(Plain.class, "find")).isEqualTo(REFUSE);
    }
}
