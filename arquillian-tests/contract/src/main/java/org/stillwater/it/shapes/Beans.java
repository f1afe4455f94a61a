package org.stillwater.it.shapes;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

/** What the shapes are made of. */
@Dependent
public class Beans {
    @Inject
    Pen pen;

    @Inject
    Stops stops;

    @Inject
    EjbClerk ejb;

    @Inject
    CdiClerk cdi;

    @Inject
    BmtClerk bmt;

    @Inject
    Surroundings surroundings;

    @Inject
    Elsewhere elsewhere;

    @Inject
    TransactionNotes transactionNotes;

    @Inject
    Instance<BmtConversation> bmtConversations;

    @Inject
    Instance<ExtendedConversation> extendedConversations;

    @Resource
    UserTransaction userTransaction;

    void write() {
        pen.write("row");
    }

    void insert() {
        pen.insert("row");
    }

    void insertAnother() {
        pen.insert("another row");
    }

    void stopInside() {
        stops.inside().here();
    }

    void stopAfter() {
        stops.after().here();
    }

    /** Says how something in the middle of a scenario went; the test asks for it. */
    void note(String outcome) {
        stops.note(outcome);
    }

    /** For work on a thread of its own: tries to write once more on it, when nobody waits for it any more. */
    void andOnceMore(Step write) throws Exception {
        write.run();
        if (stops.after().here()) {
            Refused.require(write);
        }
    }
}
