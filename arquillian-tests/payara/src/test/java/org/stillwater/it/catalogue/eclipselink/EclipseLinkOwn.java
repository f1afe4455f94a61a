package org.stillwater.it.catalogue.eclipselink;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.queries.DataModifyQuery;
import org.eclipse.persistence.queries.SQLCall;
import org.eclipse.persistence.queries.UpdateAllQuery;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.eclipse.persistence.sessions.server.ClientSession;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.stillwater.it.catalogue.Action;
import org.stillwater.it.catalogue.Entry;
import org.stillwater.it.catalogue.Section;
import org.stillwater.it.catalogue.Setting;
import org.stillwater.it.catalogue.Theme;
import org.stillwater.it.catalogue.Tools;
import org.stillwater.it.catalogue.Way;
import org.stillwater.it.catalogue.Where;
import org.stillwater.it.catalogue.model.ByTable;
import org.stillwater.it.catalogue.model.Part;
import org.stillwater.it.catalogue.model.Supplier;

@Theme(Section.ECLIPSELINK)
public enum EclipseLinkOwn implements Way {
    NON_SELECTING_CALL(
            "`executeNonSelectingCall`",
            tools -> unit(tools).executeNonSelectingCall(new SQLCall("update part set name = 'changed'"))),
    NON_SELECTING_SQL(
            "`executeNonSelectingSQL`",
            tools -> unit(tools).executeNonSelectingSQL("update part set name = 'changed'")),
    SERVER_SESSION(
            "`executeNonSelectingSQL` of the server session",
            tools -> server(tools).executeNonSelectingSQL("update part set name = 'changed'")),
    DATA_MODIFY(
            "`DataModifyQuery`",
            tools -> unit(tools).executeQuery(new DataModifyQuery("update part set name = 'changed'"))),
    UPDATE_ALL("`UpdateAllQuery`", tools -> {
        UpdateAllQuery update = new UpdateAllQuery(Part.class);
        update.addUpdate("name", "changed");
        unit(tools).executeQuery(update);
    }),
    REGISTERED("`UnitOfWork.registerObject`", tools -> unit(tools).registerObject(new Part(3))),
    WRITE_CHANGES("change and `UnitOfWork.writeChanges`", tools -> {
        tools.part().rename("changed");
        unit(tools).writeChanges();
    }),
    OWN_UNIT("unit of work of its own", Where.in(Setting.NO_TRANSACTION), tools -> {
        try (EntityManagerFactory local = Persistence.createEntityManagerFactory("local")) {
            UnitOfWork own = local.unwrap(ServerSession.class).acquireUnitOfWork();
            own.registerObject(new Part(3));
            own.commit();
        }
    }),
    OWN_CLIENT("client session of its own", Where.in(Setting.NO_TRANSACTION), tools -> {
        try (EntityManagerFactory local = Persistence.createEntityManagerFactory("local")) {
            ClientSession client = local.unwrap(ServerSession.class).acquireClientSession();
            client.beginTransaction();
            try {
                client.insertObject(new Supplier(3));
                client.commitTransaction();
            } finally {
                if (client.isInTransaction()) {
                    client.rollbackTransaction();
                }
                client.release();
            }
        }
    }),
    NUMBERS("numbers from a table generator", tools -> server(tools).getNextSequenceNumberValue(ByTable.class)),
    BATCH_WRITING("batch writing, in a session of its own", Where.in(Setting.NO_TRANSACTION), tools -> {
        // Under a name of its own: with that of the container's, it would be given the container's session as it is.
        Map<String, String> batching = Map.of(
                PersistenceUnitProperties.BATCH_WRITING, "JDBC", PersistenceUnitProperties.SESSION_NAME, "batching");
        try (EntityManagerFactory local = Persistence.createEntityManagerFactory("local", batching);
                EntityManager em = local.createEntityManager()) {
            em.getTransaction().begin();
            em.persist(new Part(3));
            em.persist(new Part(4));
            em.getTransaction().commit();
        }
    });

    private final Entry entry;

    EclipseLinkOwn(String title, Action action) {
        this(title, Where.JPA, action);
    }

    EclipseLinkOwn(String title, Where where, Action action) {
        entry = new Entry(title, where, action);
    }

    @Override
    public Entry entry() {
        return entry;
    }

    private static UnitOfWork unit(Tools tools) {
        return tools.em().unwrap(UnitOfWork.class);
    }

    private static ServerSession server(Tools tools) {
        return tools.em().getEntityManagerFactory().unwrap(ServerSession.class);
    }
}
