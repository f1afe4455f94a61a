package org.stillwater.integration.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.integration.eclipselink.EclipseLinkFixture.Pool;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** The unit of the fixture is called {@code parts}. */
class ChosenUnitsTest {
    private static final String INSERTED = "select count(*) from Part";

    private EclipseLinkFixture eclipseLink;

    private void guard(String units) {
        System.setProperty("stillwater.persistence-units", units);
        eclipseLink = new EclipseLinkFixture(Pool.DATA_SOURCE);
        eclipseLink.enterReadOnlyMode();
    }

    @AfterEach
    void close() {
        System.clearProperty("stillwater.persistence-units");
        eclipseLink.close();
        assertThat(ReadOnlyRuntime.guardLines()).isEmpty();
    }

    @Test
    void a_unit_that_is_named_is_guarded() {
        guard("other, parts");
        assertThatThrownBy(() -> eclipseLink.write(manager -> manager.persist(new Part(1, "first"))))
                .hasStackTraceContaining("'insert of Part' is refused");
        assertThat(eclipseLink.count(INSERTED)).isZero();
    }

    @Test
    void a_unit_that_is_not_named_is_left_alone_and_reported() {
        guard("other");
        assertThat(ReadOnlyRuntime.guardLines())
                .containsExactly(
                        "persistence unit 'parts': NOT GUARDED, because stillwater.persistence-units is 'other'");
        eclipseLink.write(manager -> manager.persist(new Part(1, "first")));
        assertThat(eclipseLink.count(INSERTED)).isOne();
    }
}
