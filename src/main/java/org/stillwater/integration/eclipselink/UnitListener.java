package org.stillwater.integration.eclipselink;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.runtime.EntityWrite;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Admits or refuses what a unit of work is about to write, when it knows its changes and has not yet sent anything, and
 * guards connections that come past the session's own logins. A unit of work that is refused is rolled back, so nothing
 * of it is merged into the shared cache. Stateless, thread-safe.
 */
final class UnitListener extends SessionEventAdapter {
    private final GuardedUnit unit;

    UnitListener(GuardedUnit unit) {
        this.unit = unit;
    }

    @Override
    public void preLogin(SessionEvent event) {
        unit.refuseTables();
        unit.guardLogins();
    }

    @Override
    public void postLogout(SessionEvent event) {
        ReadOnlyRuntime.removeGuard(unit);
    }

    @Override
    public void postConnect(SessionEvent event) {
        guardConnection(event);
    }

    @Override
    public void postAcquireConnection(SessionEvent event) {
        guardConnection(event);
    }

    private void guardConnection(SessionEvent event) {
        if (event.getResult() instanceof Accessor accessor && event.getSession() instanceof AbstractSession session) {
            unit.guardAccessor(accessor, session);
        }
    }

    /** New entities are given their keys next, which may be a write of its own. */
    @Override
    public void preCalculateUnitOfWorkChangeSet(SessionEvent event) {
        if (event.getSession() instanceof UnitOfWorkImpl work && !work.isNestedUnitOfWork() && work.hasNewObjects()) {
            admit(write("insert", work.getNewObjectsCloneToOriginal().keySet()));
        }
    }

    @Override
    public void postCalculateUnitOfWorkChangeSet(SessionEvent event) {
        if (event.getSession() instanceof UnitOfWorkImpl work
                && !work.isNestedUnitOfWork()
                && event.getProperty("UnitOfWorkChangeSet") instanceof UnitOfWorkChangeSet changes) {
            admit(findWrite(work, changes));
        }
    }

    private void admit(@Nullable EntityWrite write) {
        if (write != null) {
            write.admit(unit.isJta());
        }
    }

    private static @Nullable EntityWrite findWrite(UnitOfWorkImpl work, UnitOfWorkChangeSet changes) {
        if (work.hasDeletedObjects()) {
            return write("delete", work.getDeletedObjects().keySet());
        }
        if (!changes.hasChanges() && !changes.hasForcedChanges()) {
            return null;
        }
        Optional<EntityWrite> change = changes.getAllChangeSets().values().stream()
                .min(Comparator.comparing(ObjectChangeSet::getClassName))
                .map(first -> first.isNew()
                        ? new EntityWrite("insert", first.getClassName())
                        : new EntityWrite("update", first.getClassName(), first::getChangedAttributeNames));
        // changes of nothing but a version are kept by class only
        return change.orElseGet(() -> named("update", changes.getObjectChanges().keySet().stream()));
    }

    private static EntityWrite write(String verb, Collection<?> entities) {
        return named(verb, entities.stream().map(Object::getClass));
    }

    /** There may be many, in no order; one is named, and always the same. */
    private static EntityWrite named(String verb, Stream<? extends Class<?>> classes) {
        return new EntityWrite(
                verb, classes.map(Class::getName).min(Comparator.naturalOrder()).orElse("an entity"));
    }
}
