package org.stillwater.integration.hibernate;

import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.AutoFlushEventListener;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.FlushEventListener;
import org.hibernate.event.spi.InitializeCollectionEvent;
import org.hibernate.event.spi.InitializeCollectionEventListener;
import org.hibernate.event.spi.LoadEvent;
import org.hibernate.event.spi.LoadEventListener;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.event.spi.PreLoadEventListener;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * Marks a session as read-only when it is used while writes are refused, by the property {@value #READ_ONLY} of
 * {@code EntityManager.getProperties()}, and takes the mark away when it is used again later. The mark informs; what
 * refuses are the other guards. {@code docs/rationale.md} says why it is not Hibernate's own read-only flag.
 *
 * <p>Stateless, thread-safe.
 */
final class MarkListener
        implements LoadEventListener,
                PreLoadEventListener,
                InitializeCollectionEventListener,
                AutoFlushEventListener,
                FlushEventListener {
    /** {@code true} while the session is read-only, absent or {@code false} otherwise. */
    static final String READ_ONLY = "org.stillwater.readOnly";

    private static final long serialVersionUID = 1L;

    /** Whether any session was ever marked: as long as none was, there is no mark to take away. */
    private volatile boolean used;

    private static boolean isReadOnly() {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.ifStarted();
        return runtime != null && runtime.refusesWritesHere();
    }

    private void mark(EventSource session) {
        boolean readOnly = isReadOnly();
        // One that was closed before its transaction completes is flushed then, and takes no mark any more.
        if ((readOnly || used) && session.isOpen()) {
            set(session, readOnly);
        }
    }

    private void set(EventSource session, boolean readOnly) {
        if (readOnly != Boolean.TRUE.equals(session.getProperties().get(READ_ONLY))) {
            used = true;
            session.setProperty(READ_ONLY, readOnly);
        }
    }

    @Override
    public void onLoad(LoadEvent event, LoadType type) {
        mark(event.getSession());
    }

    @Override
    public void onPreLoad(PreLoadEvent event) {
        // comes once for each row, so it only ever sets
        if (isReadOnly()) {
            set(event.getSession(), true);
        }
    }

    @Override
    public void onInitializeCollection(InitializeCollectionEvent event) {
        mark(event.getSession());
    }

    @Override
    public void onAutoFlush(AutoFlushEvent event) {
        mark(event.getSession());
    }

    @Override
    public void onFlush(FlushEvent event) {
        mark(event.getSession());
    }
}
