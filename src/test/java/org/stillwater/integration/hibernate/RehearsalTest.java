package org.stillwater.integration.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.application.Caller;
import org.stillwater.internal.gate.Admission;
import org.stillwater.internal.runtime.ReadOnlyRuntime;
import org.stillwater.spi.UndeclaredWrite;

/** Undeclared writes are found before the night, and in it. */
class RehearsalTest {
    private HibernateFixture hibernate;

    private void start(String rehearsal) {
        hibernate = new HibernateFixture(rehearsal);
    }

    @AfterEach
    void close() {
        hibernate.close();
    }

    @Test
    void reportsWithEntityAttributesAndTheApplicationsLinesAndRefusesNothing() {
        start("report");
        insert();
        for (int i = 0; i < 2; i++) {
            rename();
        }
        assertThat(found()).hasSize(2);
        assertThat(found().get(0).what()).isEqualTo("insert of Part");
        UndeclaredWrite rename = found().get(1);
        assertThat(rename.what()).isEqualTo("update of Part (name)");
        assertThat(rename.where()).contains("Caller.rename(Caller.java:");
        assertThat(rename.count()).isEqualTo(2);
        assertThat(hibernate.count("select count(*) from Part where name = 'first!!'"))
                .isOne();
    }

    @Test
    void reportsNothingThatAMethodDeclares() {
        start("report");
        try (Admission method = ReadOnlyRuntime.current().admission().enter("Parts.insert")) {
            assertThat(method).isNotNull();
            insert();
        }
        ReadOnlyRuntime.current().admission().exemptions().call(() -> {
            rename();
            return null;
        });
        assertThat(found()).isEmpty();
    }

    @Test
    void reportsStatements() {
        start("report");
        Caller.rename(() -> hibernate.write(session ->
                session.createMutationQuery("update Part set name = 'x'").executeUpdate()));
        assertThat(found())
                .singleElement()
                .extracting(UndeclaredWrite::what)
                .asString()
                .startsWith("update Part");
    }

    @Test
    void failsAnUndeclaredWriteAndNothingIsWritten() {
        start("fail");
        assertThatThrownBy(this::insert)
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("'insert of Part' is refused, because stillwater.rehearsal is 'fail'")
                .hasMessageContaining("Caller.insert(");
        assertThat(hibernate.count("select count(*) from Part")).isZero();
        try (Admission method = ReadOnlyRuntime.current().admission().enter("Parts.insert")) {
            assertThat(method).isNotNull();
            insert();
        }
        assertThat(hibernate.count("select count(*) from Part")).isOne();
    }

    @Test
    void switchedOffItLooksAtNothingInNormalMode() {
        start("off");
        insert();
        assertThat(found()).isEmpty();
    }

    @Test
    void aRefusedOneIsReportedInReadOnlyMode() {
        start("off");
        insert();
        hibernate.enterReadOnlyMode();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::rename).hasStackTraceContaining("'update of Part' is refused");
        }
        assertThat(found()).singleElement().satisfies(write -> {
            assertThat(write.what()).isEqualTo("update of Part (name)");
            assertThat(write.count()).isEqualTo(2);
        });
        assertThat(ReadOnlyRuntime.current().undeclaredWrites().count()).isEqualTo(2);
    }

    private void insert() {
        Caller.insert(() -> hibernate.write(session -> session.persist(new Part(1, "first"))));
    }

    private void rename() {
        Caller.rename(() -> hibernate.write(this::rename));
    }

    private void rename(Session session) {
        session.find(Part.class, 1L).name += "!";
        session.flush();
    }

    /** Those of the test: the tables that the fixture makes are reported as well, but nobody has called for them. */
    private static List<UndeclaredWrite> found() {
        return ReadOnlyRuntime.current().undeclaredWrites().list(100).stream()
                .filter(write -> !write.where().isEmpty())
                .toList();
    }
}
