package org.stillwater.docs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.stillwater.EnteringReadOnly;
import org.stillwater.Guarded;
import org.stillwater.GuardedDataSource;
import org.stillwater.ModeChange;
import org.stillwater.ReadOnlyControl;
import org.stillwater.ReadOnlyFlags;

/** The shorter samples of the guide. */
class Samples {
    private final Logger log = Logger.getLogger("samples");
    private LastSeen lastSeen;
    private Index index;

    @Inject
    Totals totals;

    @Inject
    Payments payments;

    @Inject
    ReadOnlyFlags flags;

    void show(User user) {
        if (!flags.isReadOnly()) {
            lastSeen.update(user);
        }
    }

    void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
        flags.selfCheck();
    }

    @Inject
    ReadOnlyControl control;

    void rebuildIndex() {
        control.enter(ReadOnlyControl.Request.named("reindex").because("Rebuilding the search index"));
        try {
            index.rebuild();
        } finally {
            control.leave("reindex");
        }
    }

    int fillInTotals() {
        return control.exempt("fill in line totals", () -> totals.fillIn());
    }

    @Inject
    @Guarded("java:comp/env/jdbc/Shop")
    DataSource shop;

    DataSource guarded(DataSource pool) {
        return GuardedDataSource.of("shop", pool);
    }

    void onChange(@Observes ModeChange change) {
        log.info("From " + change.previous() + " to " + change.mode());
    }

    void onEntering(@Observes EnteringReadOnly entering) {
        if (payments.isRunActive()) {
            entering.object("the payment run is not finished");
        }
    }

    /** What an application might have. */
    interface Payments {
        boolean isRunActive();
    }

    /** What an application might have. */
    interface LastSeen {
        void update(User user);
    }

    /** What an application might have. */
    interface Totals {
        int fillIn();
    }

    /** What an application might have. */
    interface Index {
        void rebuild();
    }

    record User(String name) {}
}

class Order {}

interface Mailbox {
    void sendDueReminders();
}
