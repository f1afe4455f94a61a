package org.stillwater.integration.hibernate;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.DeleteContext;
import org.hibernate.event.spi.DeleteEvent;
import org.hibernate.event.spi.DeleteEventListener;
import org.hibernate.event.spi.PersistContext;
import org.hibernate.event.spi.PersistEvent;
import org.hibernate.event.spi.PersistEventListener;
import org.hibernate.event.spi.PreCollectionRecreateEvent;
import org.hibernate.event.spi.PreCollectionRecreateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.event.spi.PreDeleteEvent;
import org.hibernate.event.spi.PreDeleteEventListener;
import org.hibernate.event.spi.PreInsertEvent;
import org.hibernate.event.spi.PreInsertEventListener;
import org.hibernate.event.spi.PreUpdateEvent;
import org.hibernate.event.spi.PreUpdateEventListener;
import org.hibernate.event.spi.PreUpsertEvent;
import org.hibernate.event.spi.PreUpsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.runtime.EntityWrite;

/**
 * Admits or refuses writes of entities. Refuses by exception: the {@code true} that a pre-listener may answer with makes
 * Hibernate leave out one statement and execute the others, and tells nobody.
 *
 * <p>{@code merge} needs no listener: what it changes is written by a flush, and what it inserts at once is announced as
 * an insert. Stateless, thread-safe.
 */
final class WriteListener
        implements PersistEventListener,
                DeleteEventListener,
                PreInsertEventListener,
                PreUpdateEventListener,
                PreUpsertEventListener,
                PreDeleteEventListener,
                PreCollectionRecreateEventListener,
                PreCollectionUpdateEventListener,
                PreCollectionRemoveEventListener {
    private static final long serialVersionUID = 1L;

    private final boolean jta;
    private final transient DroppableAttributes droppable;

    /**
     * @param jta whether sessions take part in JTA transactions; permits of others are taken by their connections
     * @param droppable what will not come here in read-only mode
     */
    WriteListener(boolean jta, DroppableAttributes droppable) {
        this.jta = jta;
        this.droppable = droppable;
    }

    private boolean admit(String verb, EntityPersister entity) {
        new EntityWrite(verb, entity.getEntityName()).admit(jta);
        return false;
    }

    private void admit(String verb, AbstractCollectionEvent event) {
        new EntityWrite(verb, event.getAffectedOwnerEntityName()).admit(jta);
    }

    private static EntityWrite write(String verb, @Nullable String entityName, Object entity) {
        return new EntityWrite(verb, entityName == null ? entity.getClass().getName() : entityName);
    }

    @Override
    public void onPersist(PersistEvent event) {
        write("insert", event.getEntityName(), event.getObject()).admit(jta);
    }

    @Override
    public void onPersist(PersistEvent event, PersistContext cascaded) {
        onPersist(event);
    }

    @Override
    public void onDelete(DeleteEvent event) {
        write("delete", event.getEntityName(), event.getObject()).admit(jta);
    }

    @Override
    public void onDelete(DeleteEvent event, DeleteContext cascaded) {
        onDelete(event);
    }

    @Override
    public boolean onPreInsert(PreInsertEvent event) {
        return admit("insert", event.getPersister());
    }

    @Override
    public boolean onPreUpdate(PreUpdateEvent event) {
        EntityPersister entity = event.getPersister();
        String name = entity.getEntityName();
        new EntityWrite("update", name, () -> changed(event))
                .admit(jta, () -> droppable.has(name) && droppable.containsAll(name, changed(event)));
        return false;
    }

    private static List<String> changed(PreUpdateEvent event) {
        Object[] before = event.getOldState();
        if (before == null) {
            return List.of(); // it was detached, so nobody knows
        }
        EntityPersister entity = event.getPersister();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            boolean version = entity.isVersioned() && i == entity.getVersionProperty();
            if (!version && !entity.getPropertyTypes()[i].isEqual(before[i], event.getState()[i])) {
                names.add(entity.getPropertyNames()[i]);
            }
        }
        return names;
    }

    @Override
    public boolean onPreUpsert(PreUpsertEvent event) {
        return admit("upsert", event.getPersister());
    }

    @Override
    public boolean onPreDelete(PreDeleteEvent event) {
        return admit("delete", event.getPersister());
    }

    @Override
    public void onPreRecreateCollection(PreCollectionRecreateEvent event) {
        admit("update", event);
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        admit("update", event);
    }

    @Override
    public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
        admit("update", event);
    }
}
