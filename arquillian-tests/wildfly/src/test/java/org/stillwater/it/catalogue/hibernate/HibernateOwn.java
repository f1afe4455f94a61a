package org.stillwater.it.catalogue.hibernate;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.FlushMode;
import org.hibernate.LockMode;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.stillwater.it.catalogue.Action;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Tools;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.model.ByIdentity;
import org.stillwater.it.catalogue.model.BySequence;
import org.stillwater.it.catalogue.model.Part;
import org.stillwater.it.catalogue.model.Supplier;

@Theme(Section.HIBERNATE)
public enum HibernateOwn implements Way {
    STATELESS_INSERT(
            "`StatelessSession.insert`",
            Where.JTA.andWithoutTransaction(),
            stateless(session -> session.insert(new ByIdentity()))),
    STATELESS_INSERT_NUMBERED(
            "`StatelessSession.insert`, identifier by SEQUENCE",
            Where.JTA.andWithoutTransaction(),
            stateless(session -> session.insert(new BySequence()))),
    STATELESS_UPDATE("`StatelessSession.update`", Where.JTA.andWithoutTransaction(), stateless(session -> {
        Part part = session.get(Part.class, 1L);
        part.rename("changed");
        session.update(part);
    })),
    STATELESS_DELETE(
            "`StatelessSession.delete`",
            Where.JTA.andWithoutTransaction(),
            stateless(session -> session.delete(session.get(Supplier.class, 1L)))),
    STATELESS_UPSERT(
            "`StatelessSession.upsert`",
            Where.JTA.andWithoutTransaction(),
            stateless(session -> session.upsert(new Supplier(3)))),
    STATELESS_QUERY(
            "`StatelessSession`, HQL update",
            Where.JTA,
            stateless(session -> session.createMutationQuery("update Part set name = 'changed'")
                    .executeUpdate())),
    HQL_INSERT(
            "HQL `insert` with values",
            tools -> session(tools)
                    .createMutationQuery("insert into Supplier (id, name) values (3, 'changed')")
                    .executeUpdate()),
    HQL_INSERT_SELECT(
            "HQL `insert` of a `select`",
            tools -> session(tools)
                    .createMutationQuery("insert into Supplier (id, name) select p.id + 10, p.name from Part p")
                    .executeUpdate()),
    HQL_VERSIONED(
            "HQL `update versioned`",
            tools -> session(tools)
                    .createMutationQuery("update versioned Part set name = 'changed'")
                    .executeUpdate()),
    MANUAL_FLUSH("flush mode MANUAL, change and `flush()`", tools -> {
        session(tools).setHibernateFlushMode(FlushMode.MANUAL);
        tools.part().rename("changed");
        tools.em().flush();
    }),
    READ_ONLY_RELEASED("default read-only, entity released, changed", tools -> {
        session(tools).setDefaultReadOnly(true);
        Part part = tools.part();
        session(tools).setReadOnly(part, false);
        part.rename("changed");
    }),
    LOCK(
            "`Session.lock`, PESSIMISTIC_FORCE_INCREMENT",
            tools -> session(tools).lock(tools.part(), LockMode.PESSIMISTIC_FORCE_INCREMENT)),
    AUDITED_CHANGED(
            "attribute of an audited entity changed (Envers)",
            tools -> Tools.found(tools.em().find(Audited.class, 1L)).rename("changed")),
    AUDITED_PERSISTED(
            "`persist` of an audited entity (Envers)", tools -> tools.em().persist(new Audited(3))),
    OWN_SESSION("session of its own, entity changed", Where.JTA, own(session -> {
        session.find(Part.class, 1L).rename("changed");
        session.flush();
    })),
    OWN_INSPECTOR("session with a `StatementInspector` of its own, HQL update", Where.JTA, tools -> {
        try (Session session =
                factory(tools).withOptions().statementInspector(sql -> sql).openSession()) {
            update(session);
        }
    }),
    OWN_CONNECTION(
            "session on a connection of the container's data source, entity changed",
            Where.JTA,
            onOwnConnection(session -> {
                session.find(Part.class, 1L).rename("changed");
                session.flush();
            })),
    OWN_CONNECTION_QUERY(
            "session on a connection of the container's data source, HQL update",
            Where.JTA,
            onOwnConnection(HibernateOwn::update)),
    GUARDED_CONNECTION_QUERY("session on a connection of a guarded data source, HQL update", Where.JTA, tools -> {
        try (Connection connection = tools.guarded().getConnection();
                Session session =
                        factory(tools).withOptions().connection(connection).openSession()) {
            update(session);
        }
    }),
    OWN_CONNECTION_STATELESS("stateless session on such a connection, HQL update", Where.JTA, tools -> {
        try (Connection connection = tools.dataSource().getConnection();
                StatelessSession session = factory(tools).openStatelessSession(connection)) {
            session.createMutationQuery("update Part set name = 'changed'").executeUpdate();
        }
    }),
    MULTI_TENANT("unit with tenants, HQL update", Where.in(Setting.NO_TRANSACTION), asTenant(HibernateOwn::update)),
    MULTI_TENANT_ENTITY(
            "unit with tenants, entity changed",
            Where.in(Setting.NO_TRANSACTION),
            asTenant(session -> session.find(Part.class, 1L).rename("changed")));

    private final Entry entry;

    HibernateOwn(String title, Action action) {
        this(title, Where.JPA, action);
    }

    HibernateOwn(String title, Where where, Action action) {
        entry = new Entry(title, where, action);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    private static Session session(Tools tools) {
        return tools.em().unwrap(Session.class);
    }

    private static SessionFactory factory(Tools tools) {
        return tools.em().getEntityManagerFactory().unwrap(SessionFactory.class);
    }

    private static void update(Session session) {
        session.createMutationQuery("update Part set name = 'changed'").executeUpdate();
    }

    private static Action stateless(Consumer<StatelessSession> work) {
        return tools -> {
            try (StatelessSession session = factory(tools).openStatelessSession()) {
                work.accept(session);
            }
        };
    }

    private static Action own(Consumer<Session> work) {
        return tools -> {
            try (Session session = factory(tools).openSession()) {
                work.accept(session);
            }
        };
    }

    private static Action onOwnConnection(Consumer<Session> work) {
        return tools -> {
            try (Connection connection = tools.dataSource().getConnection();
                    Session session =
                            factory(tools).withOptions().connection(connection).openSession()) {
                work.accept(session);
            }
        };
    }

    private static Action asTenant(Consumer<Session> work) {
        return tools -> {
            Map<String, Object> tenants = Map.of(
                    AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER, new TenantConnections(tools.dataSource()));
            try (EntityManagerFactory own = Persistence.createEntityManagerFactory("local", tenants)) {
                try (Session session = own.unwrap(SessionFactory.class)
                        .withOptions()
                        .tenantIdentifier((Object) "first")
                        .openSession()) {
                    session.beginTransaction();
                    work.accept(session);
                    session.getTransaction().commit();
                }
            }
        };
    }
}
