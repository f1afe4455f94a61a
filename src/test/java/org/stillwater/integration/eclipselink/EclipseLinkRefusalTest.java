package org.stillwater.integration.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.criteria.CriteriaDelete;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.integration.eclipselink.EclipseLinkFixture.Pool;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** Every way to write, with connections that EclipseLink keeps itself and with those of a data source. */
@ParameterizedClass
@EnumSource(Pool.class)
class EclipseLinkRefusalTest {
    private static final Map<String, Consumer<EntityManager>> WRITES = new LinkedHashMap<>();

    static {
        WRITES.put("persist with IDENTITY", manager -> manager.persist(new Generated.ByIdentity()));
        WRITES.put("persist with SEQUENCE", manager -> manager.persist(new Generated.BySequence()));
        WRITES.put("persist with a sequence value of an earlier time", manager -> manager.persist(new Screw()));
        WRITES.put("persist with TABLE", manager -> manager.persist(new Generated.ByTable()));
        WRITES.put("persist with UUID", manager -> manager.persist(new Generated.ByUuid()));
        WRITES.put("persist with a given key", manager -> manager.persist(new Part(2, "second")));
        WRITES.put("remove", manager -> manager.remove(part(manager)));
        WRITES.put("change of an attribute", manager -> part(manager).name = "changed");
        WRITES.put("change of an embeddable", manager -> part(manager).size.width = 7);
        WRITES.put(
                "change of an element collection", manager -> part(manager).tags.add("changed"));
        WRITES.put("new row of a one-to-many", manager -> part(manager).screws.add(new Screw()));
        WRITES.put(
                "row gone from a one-to-many", manager -> part(manager).screws.clear());
        WRITES.put("change, then flush", manager -> {
            part(manager).name = "changed";
            manager.flush();
        });
        WRITES.put("change, then query", manager -> {
            part(manager).name = "changed";
            manager.createQuery("select p from Part p", Part.class).getResultList();
        });
        WRITES.put("merge of a detached change", manager -> {
            Part detached = part(manager);
            manager.clear();
            detached.name = "changed";
            manager.merge(detached);
        });
        WRITES.put("merge of something new", manager -> manager.merge(new Part(2, "second")));
        WRITES.put("merge with SEQUENCE", manager -> manager.merge(new Generated.BySequence()));
        WRITES.put(
                "JPQL update",
                manager -> manager.createQuery("update Part p set p.name = 'changed'")
                        .executeUpdate());
        WRITES.put(
                "JPQL delete",
                manager -> manager.createQuery("delete from ByUuid").executeUpdate());
        WRITES.put("Criteria update", manager -> {
            CriteriaUpdate<Part> update = manager.getCriteriaBuilder().createCriteriaUpdate(Part.class);
            update.from(Part.class);
            manager.createQuery(update.set("name", "changed")).executeUpdate();
        });
        WRITES.put("Criteria delete", manager -> {
            CriteriaDelete<Generated.ByUuid> delete =
                    manager.getCriteriaBuilder().createCriteriaDelete(Generated.ByUuid.class);
            delete.from(Generated.ByUuid.class);
            manager.createQuery(delete).executeUpdate();
        });
        WRITES.put(
                "native update",
                manager -> manager.createNativeQuery("update Part set name = 'changed'")
                        .executeUpdate());
        WRITES.put(
                "native select that writes",
                manager -> manager.createNativeQuery("select id from final table (update Part set name = 'changed')")
                        .getResultList());
        WRITES.put(
                "native select of a function",
                manager -> manager.createNativeQuery("select writes_itself()").getResultList());
        WRITES.put(
                "stored procedure",
                manager -> manager.createStoredProcedureQuery("writes_itself").execute());
        WRITES.put(
                "JDBC statement",
                manager -> jdbc(manager, connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.executeUpdate("update Part set name = 'changed'");
                    }
                }));
        WRITES.put(
                "JDBC batch",
                manager -> jdbc(manager, connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.addBatch("update Part set name = 'changed'");
                        statement.executeBatch();
                    }
                }));
        WRITES.put(
                "JDBC prepared statement",
                manager -> jdbc(manager, connection -> {
                    try (PreparedStatement statement = connection.prepareStatement("update Part set name = ?")) {
                        statement.setString(1, "changed");
                        statement.executeUpdate();
                    }
                }));
        WRITES.put(
                "JDBC updatable result set",
                manager -> jdbc(manager, connection -> {
                    try (Statement statement = connection.createStatement(
                                    ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                            ResultSet rows = statement.executeQuery("select id, name from Part")) {
                        rows.next();
                        rows.updateString(2, "changed");
                        rows.updateRow();
                    }
                }));
        WRITES.put(
                "find with PESSIMISTIC_WRITE",
                manager -> notNull(manager.find(Part.class, 1L, LockModeType.PESSIMISTIC_WRITE)));
        WRITES.put(
                "find with PESSIMISTIC_FORCE_INCREMENT",
                manager -> notNull(manager.find(Part.class, 1L, LockModeType.PESSIMISTIC_FORCE_INCREMENT)));
        WRITES.put(
                "find with OPTIMISTIC_FORCE_INCREMENT",
                manager -> notNull(manager.find(Part.class, 1L, LockModeType.OPTIMISTIC_FORCE_INCREMENT)));
        WRITES.put("unit of work of EclipseLink's own", manager -> {
            UnitOfWork work =
                    manager.unwrap(ServerSession.class).acquireClientSession().acquireUnitOfWork();
            ((Part) work.readObject(Part.class)).name = "changed";
            work.commit();
        });
        WRITES.put(
                "SQL of the server session",
                manager ->
                        manager.unwrap(ServerSession.class).executeNonSelectingSQL("update Part set name = 'changed'"));
        WRITES.put(
                "SQL of the client session",
                manager -> manager.unwrap(Session.class).executeNonSelectingSQL("update Part set name = 'changed'"));
    }

    private final EclipseLinkFixture eclipseLink;

    EclipseLinkRefusalTest(Pool pool) {
        eclipseLink = new EclipseLinkFixture(pool);
        eclipseLink.write(manager -> {
            Part part = new Part(1, "first");
            part.tags.add("old");
            part.screws.add(new Screw());
            manager.persist(part);
            manager.persist(new Generated.ByUuid());
            manager.persist(new Generated.BySequence());
        });
    }

    private static Part part(EntityManager manager) {
        return notNull(manager.find(Part.class, 1L));
    }

    private static <T> T notNull(T found) {
        if (found == null) {
            throw new AssertionError("A row that is there was not found");
        }
        return found;
    }

    private interface Jdbc {
        void work(Connection connection) throws SQLException;
    }

    private static void jdbc(EntityManager manager, Jdbc work) {
        try {
            work.work(manager.unwrap(Connection.class));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<String> writes() {
        return WRITES.keySet().stream();
    }

    @AfterEach
    void close() {
        eclipseLink.close();
    }

    @ParameterizedTest
    @MethodSource("writes")
    void refuses(String name) {
        eclipseLink.enterReadOnlyMode();
        String before = contents();

        Throwable refusal = catchThrowable(() -> eclipseLink.write(WRITES.get(name)));

        assertThat(refusal).isNotNull();
        assertThat(Stream.iterate(refusal, cause -> cause != null, Throwable::getCause))
                .hasAtLeastOneElementOfType(ReadOnlyModeException.class);
        assertThat(contents()).isEqualTo(before);
        assertThat(cachedName()).isEqualTo("first");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void admitsInNormalModeAndLeavesNoPermit(String name) {
        var problem = catchThrowable(() -> eclipseLink.write(WRITES.get(name)));
        assertThat(problem instanceof ReadOnlyModeException).isFalse(); // some fail: H2 lacks what they need
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
        eclipseLink.enterReadOnlyMode();
    }

    @Test
    void namesTheEntity() {
        eclipseLink.enterReadOnlyMode();
        assertRefused("insert of Part", manager -> manager.persist(new Part(2, "second")));
        assertRefused("insert of Screw", manager -> manager.persist(new Screw()));
        assertRefused("update of Part", manager -> part(manager).name = "changed");
        assertRefused("delete of Part", manager -> manager.remove(part(manager)));
        assertRefused("update of Part", manager -> {
            part(manager).name = "changed";
            manager.flush();
        });
    }

    private void assertRefused(String what, Consumer<EntityManager> work) {
        assertThatThrownBy(() -> eclipseLink.write(work)).hasStackTraceContaining("'" + what + "' is refused");
    }

    @Test
    void reads() {
        eclipseLink.enterReadOnlyMode();
        eclipseLink.factory.getCache().evictAll();
        eclipseLink.write(manager -> {
            assertThat(part(manager).tags).containsExactly("old");
            assertThat(part(manager).screws).hasSize(1);
            assertThat(manager.createQuery("select count(p), max(p.name) from Part p", Object[].class)
                            .getSingleResult())
                    .containsExactly(1L, "first");
            assertThat(manager.createNativeQuery("select name from Part").getSingleResult())
                    .isEqualTo("first");
            manager.flush();
        });
        assertThat(ReadOnlyRuntime.current().admission().openPermits()).isEmpty();
    }

    @Test
    void resumesAtOnceWhenTheWindowIsLifted() {
        eclipseLink.enterReadOnlyMode();
        eclipseLink.write(EclipseLinkRefusalTest::part);
        eclipseLink.lift();
        eclipseLink.write(manager -> part(manager).name = "changed");
        assertThat(eclipseLink.count("select count(*) from Part where name = 'changed'"))
                .isOne();
    }

    @Test
    void readsAgainWhatAMigrationHasChanged() {
        assertThat(cachedName()).isEqualTo("first");
        eclipseLink.enterReadOnlyMode();
        eclipseLink.execute("update Part set name = 'migrated'");
        eclipseLink.lift();
        assertThat(cachedName()).isEqualTo("migrated");
    }

    @Test
    void refusesToAnEntityManagerThatWasOpenedBefore() {
        EntityManager manager = eclipseLink.factory.createEntityManager();
        manager.getTransaction().begin();
        part(manager).name = "changed";
        eclipseLink.enterReadOnlyMode();
        assertThatThrownBy(() -> manager.getTransaction().commit()).hasStackTraceContaining("STILL00605");
        manager.close();
        assertThat(eclipseLink.count("select count(*) from Part where name = 'changed'"))
                .isZero();
        assertThat(cachedName()).isEqualTo("first");
    }

    @Test
    void showsALineForReports() {
        assertThat(ReadOnlyRuntime.guardLines())
                .singleElement()
                .asString()
                .startsWith("persistence unit 'parts' (H2 ")
                .endsWith("): whether the database refuses is found out when read-only mode is entered");
        eclipseLink.closeFactory();
        assertThat(ReadOnlyRuntime.guardLines()).isEmpty();
    }

    /** As an entity manager finds it that nobody has used yet. */
    private String cachedName() {
        EntityManager manager = eclipseLink.factory.createEntityManager();
        try {
            return part(manager).name;
        } finally {
            manager.close();
        }
    }

    private String contents() {
        return Stream.of(
                        "select count(*) from Part where id = 1 and name = 'first' and width = 0 and version = 1",
                        "select count(*) from Part",
                        "select count(*) from Part_tags",
                        "select count(*) from Part_Screw",
                        "select count(*) from Screw",
                        "select count(*) from ByIdentity",
                        "select count(*) from BySequence",
                        "select count(*) from ByTable",
                        "select count(*) from ByUuid",
                        "select coalesce(sum(seq_count), 0) from sequence",
                        "select sum(base_value) from information_schema.sequences")
                .map(sql -> sql + ": " + eclipseLink.count(sql))
                .toList()
                .toString();
    }
}
