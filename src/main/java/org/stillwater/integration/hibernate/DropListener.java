package org.stillwater.integration.hibernate;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.hibernate.engine.internal.ManagedTypeHelper;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.FlushEntityEvent;
import org.hibernate.event.spi.FlushEntityEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Drops the changes of an entity that has changed in droppable attributes only, while writes are refused: makes what the
 * object holds the state that Hibernate takes for the stored one, before Hibernate compares the two. So there is nothing
 * to write, no version to increment and nobody to call back; and nothing has to be put back afterwards, as a read-only
 * mark of the entity would have to be, lest a later change is lost in a context that outlives the window.
 *
 * <p>If anything else in the same flush is refused, its transaction is rolled back, and with it goes the object's state.
 *
 * <p>Thread-safe.
 */
final class DropListener implements FlushEntityEventListener {
    private static final long serialVersionUID = 1L;

    private final transient DroppableAttributes attributes;
    private final LongAdder dropped = new LongAdder();

    DropListener(DroppableAttributes attributes) {
        this.attributes = attributes;
    }

    @Override
    public void onFlushEntity(FlushEntityEvent event) {
        EntityEntry entry = event.getEntityEntry();
        if (entry.getStatus() == Status.MANAGED && attributes.has(entry.getEntityName())) {
            ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
            if (runtime != null && runtime.writesNoMoreHere()) {
                drop(runtime, event.getSession(), event.getEntity(), entry);
            }
        }
    }

    private void drop(ReadOnlyRuntime runtime, EventSource session, Object entity, EntityEntry entry) {
        EntityPersister persister = entry.getPersister();
        Object[] stored = entry.getLoadedState();
        Object[] now = persister.getValues(entity);
        int[] dirty = stored == null ? null : persister.findDirty(now, stored, entity, session);
        if (dirty == null || !attributes.containsAll(entry.getEntityName(), names(persister, dirty))) {
            return;
        }
        for (int i : dirty) {
            stored[i] = persister.getPropertyTypes()[i].deepCopy(now[i], session.getFactory());
        }
        if (ManagedTypeHelper.isSelfDirtinessTracker(entity)) {
            ManagedTypeHelper.asSelfDirtinessTracker(entity).$$_hibernate_clearDirtyAttributes();
        }
        dropped.add(dirty.length);
        runtime.noteDropped(dirty.length);
    }

    private static List<String> names(EntityPersister persister, int[] properties) {
        return Arrays.stream(properties)
                .mapToObj(property -> persister.getPropertyNames()[property])
                .toList();
    }

    /** A part of a line for reports; empty if nothing was dropped. */
    String describe() {
        return dropped.sum() == 0 ? "" : "; changes dropped of " + attributes + ": " + dropped;
    }
}
