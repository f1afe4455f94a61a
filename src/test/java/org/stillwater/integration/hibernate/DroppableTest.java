package org.stillwater.integration.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.application.Caller;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** A page goes on being shown in read-only mode although showing it counts its readers. */
class DroppableTest {
    private static final String UNTOUCHED = "select count(*) from Page where id = 1 and views = 1 and version = 1";

    private HibernateFixture hibernate;

    @BeforeEach
    void onePage() {
        start("off");
        hibernate.write(session -> session.persist(new Page(1)));
        change(Page::isRead);
        assertUntouched();
    }

    private void start(String rehearsal) {
        System.setProperty("stillwater.droppable", Seen.class.getName() + ".lastSeen");
        hibernate = new HibernateFixture(rehearsal);
    }

    @AfterEach
    void close() {
        hibernate.close();
        System.clearProperty("stillwater.droppable");
    }

    private void change(Consumer<Page> change) {
        hibernate.write(session -> change.accept(session.find(Page.class, 1L)));
    }

    private void assertUntouched() {
        assertThat(hibernate.count(UNTOUCHED)).isOne();
    }

    private void assertRefused(Consumer<Page> change) {
        assertThatThrownBy(() -> change(change)).hasStackTraceContaining(ReadOnlyModeException.class.getName());
        assertUntouched();
    }

    private static List<String> guards() {
        return ReadOnlyRuntime.guardLines();
    }

    @Test
    void changes_of_nothing_else_are_dropped_and_counted() {
        hibernate.enterReadOnlyMode();
        hibernate.write(session -> {
            Page page = session.find(Page.class, 1L);
            page.isRead();
            session.flush();
            assertThat(page.views).isEqualTo(2);
            assertThat(page.callbacks).isZero();
        });
        assertUntouched();
        assertThat(guards())
                .singleElement()
                .asString()
                .endsWith("changes dropped of " + Page.class.getName() + ".lastSeen, " + Page.class.getName()
                        + ".views: 2");
    }

    @Test
    void are_dropped_before_a_query_too() {
        hibernate.enterReadOnlyMode();
        hibernate.write(session -> {
            session.find(Page.class, 1L).views = 17;
            assertThat(session.createQuery("select count(p) from Page p where p.views = 1", Long.class)
                            .getSingleResult())
                    .isOne();
        });
        assertUntouched();
    }

    @Test
    void are_dropped_when_a_detached_object_is_merged() {
        Page detached = hibernate.factory.fromTransaction(session -> session.find(Page.class, 1L));
        detached.views = 17;
        hibernate.enterReadOnlyMode();
        hibernate.write(session -> assertThat(session.merge(detached).views).isEqualTo(17));
        assertUntouched();
    }

    @Test
    void an_entity_that_has_changed_otherwise_too_is_refused() {
        hibernate.enterReadOnlyMode();
        assertRefused(page -> {
            page.isRead();
            page.text = "changed";
        });
        assertRefused(page -> {
            page.isRead();
            page.size.width = 7;
        });
        assertRefused(page -> {
            page.isRead();
            page.readers.add("somebody");
        });
        assertThat(hibernate.count("select count(*) from Page_readers")).isZero();
    }

    @Test
    void a_flush_that_writes_anything_else_is_refused() {
        hibernate.write(session -> session.persist(new Page(2)));
        hibernate.enterReadOnlyMode();
        assertThatThrownBy(() -> hibernate.write(session -> {
                    session.find(Page.class, 1L).isRead();
                    session.find(Page.class, 2L).text = "changed";
                }))
                .isInstanceOf(ReadOnlyModeException.class);
        assertUntouched();
        assertThat(hibernate.count("select count(*) from Page where id = 2 and text = ''"))
                .isOne();
    }

    @Test
    void a_statement_is_refused() {
        hibernate.enterReadOnlyMode();
        assertThatThrownBy(() -> hibernate.write(session -> session.createMutationQuery("update Page set views = 17")
                        .executeUpdate()))
                .hasStackTraceContaining(ReadOnlyModeException.class.getName());
        assertUntouched();
    }

    @Test
    void a_session_that_outlives_the_window_loses_nothing_else() {
        try (Session session = hibernate.factory.openSession()) {
            Page page = session.find(Page.class, 1L);
            hibernate.enterReadOnlyMode();
            commit(session, page::isRead);
            assertUntouched();
            hibernate.lift();
            commit(session, () -> page.text = "changed");
        }
        assertThat(hibernate.count("select count(*) from Page where text = 'changed' and version = 2"))
                .isOne();
    }

    private static void commit(Session session, Runnable work) {
        if (!session.getTransaction().isActive()) {
            session.beginTransaction();
        }
        work.run();
        session.getTransaction().commit();
    }

    @Test
    void a_rehearsal_reports_them_only_with_others() {
        close();
        start("report");
        hibernate.write(session -> session.persist(new Page(1)));
        List<String> before = found();
        change(Page::isRead);
        assertThat(found()).isEqualTo(before);
        change(page -> page.text = "changed");
        assertThat(found()).hasSize(before.size() + 1).contains("update of Page (text) 1");
    }

    @Test
    void a_rehearsal_that_fails_lets_them_pass() {
        close();
        start("fail");
        hibernate.write(session -> session.persist(new Page(1)));
        Caller.rename(() -> change(Page::isRead));
        assertUntouched();
        assertThatThrownBy(() -> Caller.rename(() -> change(page -> page.text = "changed")))
                .hasStackTraceContaining("'update of Page' is refused, because stillwater.rehearsal is 'fail'");
        assertUntouched();
    }

    @Test
    void a_rehearsal_reports_what_a_callback_writes_by_itself() {
        close();
        start("report");
        hibernate.write(session -> session.persist(new Page(1)));
        List<String> before = found();
        hibernate.write(session -> {
            Page page = session.find(Page.class, 1L);
            page.isRead();
            page.afterUpdate = () -> session.doWork(DroppableTest::deleteReaders);
        });
        assertThat(found()).hasSize(before.size() + 1).contains("delete from Page_readers 1");
    }

    private static void deleteReaders(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from Page_readers");
        }
    }

    private static List<String> found() {
        return ReadOnlyRuntime.current().undeclaredWrites().list(100).stream()
                .map(write -> write.what() + " " + write.count())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Page.wiews, is no attribute of it",
        "Page.id, or its identifier",
        "Page.version, is its version",
        "Page.size, is not a basic attribute",
        "Page.readers, is not a basic attribute"
    })
    void what_cannot_be_dropped_is_named_when_the_unit_starts(String attribute, String problem) {
        close();
        String name = Page.class.getPackageName() + "." + attribute;
        System.setProperty("stillwater.droppable", name);
        assertThatThrownBy(() -> hibernate = new HibernateFixture("off"))
                .hasStackTraceContaining("stillwater.droppable names '" + name + "', which ")
                .hasStackTraceContaining(problem)
                .hasStackTraceContaining("[lastSeen, text, views]");
        System.clearProperty("stillwater.droppable");
        hibernate = new HibernateFixture("off");
    }
}
