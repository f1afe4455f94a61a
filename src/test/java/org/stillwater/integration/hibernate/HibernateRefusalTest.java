package org.stillwater.integration.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

class HibernateRefusalTest {
    private static final Map<String, Consumer<Session>> WRITES = new LinkedHashMap<>();

    static {
        WRITES.put("persist with IDENTITY", session -> session.persist(new Generated.ByIdentity()));
        WRITES.put("persist with SEQUENCE", session -> session.persist(new Generated.BySequence()));
        WRITES.put("persist with TABLE", session -> session.persist(new Generated.ByTable()));
        WRITES.put("persist with UUID", session -> session.persist(new Generated.ByUuid()));
        WRITES.put("persist with a given key", session -> session.persist(new Part(2, "second")));
        WRITES.put("remove", session -> session.remove(part(session)));
        WRITES.put("change of an attribute", session -> part(session).name = "changed");
        WRITES.put("change of an embeddable", session -> part(session).size.width = 7);
        WRITES.put(
                "change of an element collection", session -> part(session).tags.add("changed"));
        WRITES.put("new row of a one-to-many", session -> part(session).screws.add(new Screw()));
        WRITES.put(
                "row gone from a one-to-many", session -> part(session).screws.clear());
        WRITES.put("change, then flush", session -> {
            part(session).name = "changed";
            session.flush();
        });
        WRITES.put("change, then query", session -> {
            part(session).name = "changed";
            session.createQuery("from Part", Part.class).list();
        });
        WRITES.put("merge of a detached change", session -> {
            Part detached = part(session);
            session.clear();
            detached.name = "changed";
            session.merge(detached);
        });
        WRITES.put("merge of something new", session -> session.merge(new Part(2, "second")));
        WRITES.put("merge with IDENTITY", session -> session.merge(new Generated.ByIdentity()));
        WRITES.put("merge with SEQUENCE", session -> session.merge(new Generated.BySequence()));
        WRITES.put(
                "JPQL update",
                session -> session.createMutationQuery("update Part set name = 'changed'")
                        .executeUpdate());
        WRITES.put(
                "JPQL delete",
                session -> session.createMutationQuery("delete Screw").executeUpdate());
        WRITES.put("Criteria update", session -> {
            CriteriaUpdate<Part> update = session.getCriteriaBuilder().createCriteriaUpdate(Part.class);
            update.from(Part.class);
            update.set("name", "changed");
            session.createMutationQuery(update).executeUpdate();
        });
        WRITES.put("Criteria delete", session -> {
            CriteriaDelete<Screw> delete = session.getCriteriaBuilder().createCriteriaDelete(Screw.class);
            delete.from(Screw.class);
            session.createMutationQuery(delete).executeUpdate();
        });
        WRITES.put(
                "native update",
                session -> session.createNativeMutationQuery("update Part set name = 'changed'")
                        .executeUpdate());
        WRITES.put(
                "native select that writes",
                session -> session.createNativeQuery(
                                "select id from final table (update Part set name = 'changed')", Long.class)
                        .list());
        WRITES.put(
                "native select of a function",
                session -> session.createNativeQuery("select writes_itself()", Integer.class)
                        .list());
        WRITES.put(
                "JDBC statement",
                session -> session.doWork(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate("update Part set name = 'changed'");
                    }
                }));
        WRITES.put(
                "JDBC batch",
                session -> session.doWork(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.addBatch("update Part set name = 'changed'");
                        statement.executeBatch();
                    }
                }));
        WRITES.put(
                "JDBC prepared statement",
                session -> session.doWork(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement("update Part set name = ?")) {
                        statement.setString(1, "changed");
                        statement.executeUpdate();
                    }
                }));
        WRITES.put(
                "JDBC updatable result set",
                session -> session.doWork(connection -> {
                    try (Statement statement = connection.createStatement(
                                    ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                            ResultSet rows = statement.executeQuery("select id, name from Part")) {
                        rows.next();
                        rows.updateString(2, "changed");
                        rows.updateRow();
                    }
                }));
        WRITES.put(
                "JDBC behind the statement's connection",
                session -> session.doWork(connection -> {
                    try (Statement statement = connection.createStatement();
                            Statement other = statement.getConnection().createStatement()) {
                        other.executeUpdate("update Part set name = 'changed'");
                    }
                }));
        WRITES.put(
                "JDBC behind the metadata's connection",
                session -> session.doWork(connection -> {
                    try (Statement other =
                            connection.getMetaData().getConnection().createStatement()) {
                        other.executeUpdate("update Part set name = 'changed'");
                    }
                }));
        WRITES.put("setReadOnly(false)", session -> session.doWork(connection -> connection.setReadOnly(false)));
        WRITES.put(
                "COMMIT by SQL",
                session -> session.createNativeMutationQuery("commit").executeUpdate());
        WRITES.put(
                "find with PESSIMISTIC_WRITE", session -> session.find(Part.class, 1L, LockModeType.PESSIMISTIC_WRITE));
        WRITES.put(
                "find with PESSIMISTIC_FORCE_INCREMENT",
                session -> session.find(Part.class, 1L, LockModeType.PESSIMISTIC_FORCE_INCREMENT));
        WRITES.put(
                "find with OPTIMISTIC_FORCE_INCREMENT",
                session -> session.find(Part.class, 1L, LockModeType.OPTIMISTIC_FORCE_INCREMENT));
        WRITES.put("stateless insert", session -> stateless(session, other -> other.insert(new Part(2, "second"))));
        WRITES.put(
                "stateless update",
                session -> stateless(session, other -> {
                    Part part = other.get(Part.class, 1L);
                    part.name = "changed";
                    other.update(part);
                }));
        WRITES.put(
                "stateless upsert",
                session -> stateless(session, other -> {
                    Part part = other.get(Part.class, 1L);
                    part.name = "changed";
                    other.upsert(part);
                }));
        WRITES.put(
                "stateless delete",
                session -> stateless(session, other -> other.delete(other.get(Screw.class, screw(session)))));
        WRITES.put("native update past a session's own statement inspector", session -> {
            try (Session other = session.getSessionFactory()
                    .withOptions()
                    .statementInspector(sql -> sql)
                    .openSession()) {
                other.beginTransaction();
                other.createNativeMutationQuery("update Part set name = 'changed'")
                        .executeUpdate();
                other.getTransaction().commit();
            }
        });
    }

    private final HibernateFixture hibernate = new HibernateFixture();

    static Part part(Session session) {
        return session.find(Part.class, 1L);
    }

    static long screw(Session session) {
        return part(session).screws.get(0).id;
    }

    private static void stateless(Session session, Consumer<StatelessSession> work) {
        session.getSessionFactory().inStatelessTransaction(work);
    }

    static Stream<String> writes() {
        return WRITES.keySet().stream();
    }

    @BeforeEach
    void fill() {
        hibernate.write(session -> {
            Part part = new Part(1, "first");
            part.tags.add("old");
            part.screws.add(new Screw());
            session.persist(part);
        });
    }

    @AfterEach
    void close() {
        hibernate.close();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refuses(String name) {
        hibernate.enterReadOnlyMode();
        String before = contents();

        Throwable refusal = catchThrowable(() -> hibernate.write(WRITES.get(name)));

        assertThat(refusal).isNotNull();
        assertThat(Stream.iterate(refusal, cause -> cause != null, Throwable::getCause))
                .hasAtLeastOneElementOfType(ReadOnlyModeException.class);
        assertThat(contents()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void admitsInNormalModeAndLeavesNoPermit(String name) {
        var problem = catchThrowable(() -> hibernate.write(WRITES.get(name)));
        assertThat(problem instanceof ReadOnlyModeException).isFalse(); // some fail: H2 lacks what they need
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
        hibernate.enterReadOnlyMode();
    }

    @Test
    void namesTheEntity() {
        hibernate.enterReadOnlyMode();
        assertThatThrownBy(() -> hibernate.write(session -> session.persist(new Generated.BySequence())))
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("'insert of BySequence'");
        assertThatThrownBy(() -> hibernate.write(
                        session -> session.createMutationQuery("delete Screw").executeUpdate()))
                .isInstanceOf(ReadOnlyModeException.class)
                .hasMessageContaining("'delete from ");
    }

    @Test
    void reads() {
        hibernate.enterReadOnlyMode();
        hibernate.write(session -> {
            assertThat(part(session).tags).containsExactly("old");
            assertThat(part(session).screws).hasSize(1);
            assertThat(session.createQuery("select count(p), max(p.name) from Part p", Object[].class)
                            .getSingleResult())
                    .containsExactly(1L, "first");
            assertThat(session.createQuery("from Part p where p.name like :n escape '!'", Part.class)
                            .setParameter("n", "f%")
                            .setMaxResults(3)
                            .list())
                    .hasSize(1);
            session.flush();
        });
    }

    @Test
    void resumesAtOnceWhenTheWindowIsLifted() {
        hibernate.enterReadOnlyMode();
        hibernate.write(session -> part(session));
        hibernate.lift();
        hibernate.write(session -> part(session).name = "changed");
        assertThat(hibernate.count("select count(*) from Part where name = 'changed'"))
                .isOne();
    }

    @Test
    void marksTheSession() {
        try (Session session = hibernate.factory.openSession()) {
            part(session);
            assertThat(session.getProperties().get(MarkListener.READ_ONLY)).isNotEqualTo(true);

            hibernate.enterReadOnlyMode();
            session.clear();
            part(session);
            assertThat(session.getProperties()).containsEntry(MarkListener.READ_ONLY, true);

            hibernate.lift();
            session.clear();
            part(session);
            assertThat(session.getProperties()).containsEntry(MarkListener.READ_ONLY, false);
        }
    }

    @Test
    void marksASessionThatOnlyQueriesOutsideATransaction() {
        hibernate.enterReadOnlyMode();
        try (Session session = hibernate.factory.openSession()) {
            session.createQuery("from Part", Part.class).list();
            assertThat(session.getProperties()).containsEntry(MarkListener.READ_ONLY, true);
        }
    }

    @Test
    void showsALineForReports() {
        assertThat(ReadOnlyRuntime.guardLines())
                .singleElement()
                .asString()
                .startsWith("persistence unit 'parts' (H2 ")
                .endsWith(": whether the database refuses is found out when read-only mode is entered");
        hibernate.enterReadOnlyMode();
        Awaitility.await()
                .untilAsserted(() -> assertThat(ReadOnlyRuntime.guardLines())
                        .singleElement()
                        .asString()
                        .startsWith("persistence unit 'parts' (H2 ")
                        .endsWith("): the database does not refuse; guarded by Hibernate only"));
        hibernate.factory.close();
        assertThat(ReadOnlyRuntime.guardLines()).isEmpty();
    }

    private String contents() {
        return Stream.of(
                        "select count(*) from Part where id = 1 and name = 'first' and width = 0 and version = 0",
                        "select count(*) from Part",
                        "select count(*) from Part_tags",
                        "select count(*) from Part_Screw",
                        "select count(*) from Screw",
                        "select count(*) from ByIdentity",
                        "select count(*) from BySequence",
                        "select count(*) from ByTable",
                        "select count(*) from ByUuid",
                        "select coalesce(max(next_val), 0) from hibernate_sequences",
                        "select base_value from information_schema.sequences where sequence_name = 'BYSEQUENCE_SEQ'")
                .map(sql -> sql + ": " + hibernate.count(sql))
                .toList()
                .toString();
    }
}
