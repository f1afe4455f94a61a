package org.stillwater.integration.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.log.LogRecorder;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** The unit of the fixture is called {@code parts}. */
class ChosenUnitsTest {
    private static final String INSERTED = "select count(*) from Part";

    private HibernateFixture hibernate;

    private void guard(String units) {
        System.setProperty("stillwater.persistence-units", units);
        hibernate = new HibernateFixture();
        hibernate.enterReadOnlyMode();
    }

    @AfterEach
    void close() {
        System.clearProperty("stillwater.persistence-units");
        hibernate.close();
        assertThat(ReadOnlyRuntime.guardLines()).isEmpty();
    }

    @Test
    void a_unit_that_is_named_is_guarded() {
        guard("other, parts");
        assertThatThrownBy(() -> hibernate.write(session -> session.persist(new Part(1, "first"))))
                .isInstanceOf(ReadOnlyModeException.class);
        assertThat(hibernate.count(INSERTED)).isZero();
    }

    @Test
    void a_unit_that_is_not_named_is_left_alone_and_reported() {
        try (LogRecorder log = LogRecorder.of("org.stillwater.hibernate")) {
            guard("other");
            String line = "persistence unit 'parts': NOT GUARDED, because stillwater.persistence-units is 'other'";
            assertThat(ReadOnlyRuntime.guardLines()).containsExactly(line);
            assertThat(log.messages()).containsExactly("STILL01106: " + line);
        }
        hibernate.write(session -> session.persist(new Part(1, "first")));
        hibernate.write(session -> session.createNativeMutationQuery("insert into Part (id, version) values (2, 0)")
                .executeUpdate());
        assertThat(hibernate.count(INSERTED)).isEqualTo(2);
    }

    @Test
    void names_that_nobody_has_met_are_warned_of_when_writes_begin_to_be_refused() {
        System.setProperty("stillwater.droppable", "com.acme.Page.views");
        try (LogRecorder log = LogRecorder.of("org.stillwater.runtime")) {
            guard("parts, prats");
            assertThat(log.messages())
                    .filteredOn(message -> message.startsWith("STILL00608") || message.startsWith("STILL00609"))
                    .satisfiesExactly(
                            unit -> assertThat(unit).contains("'prats'").doesNotContain("'parts'"),
                            attribute -> assertThat(attribute).contains("'com.acme.Page.views'"));
        } finally {
            System.clearProperty("stillwater.droppable");
        }
    }
}
