package org.stillwater.it.shapes;

/** A transaction that is too old, while the method that wrote has returned and its caller goes on. */
enum TimedOut implements Scenario {
    /** WildFly has rolled it back when this stops inside; Payara has marked it, and does the rest when the caller is done. */
    AFTER_THE_METHOD;

    @Override
    public void run(Beans b) throws Exception {
        b.bmt.inTransaction(1, () -> {
            b.cdi.plain(b::insert);
            b.pen.awaitTimeOut(Elsewhere.manager().getTransaction());
            if (b.stops.inside().here()) {
                b.note(Refused.outcome(() -> b.cdi.plain(b::insertAnother)));
            }
        });
    }

    @Override
    public int rowsInside() {
        return 0;
    }

    @Override
    public int rowsAfter() {
        return 0;
    }

    @Override
    public String outcome() {
        return "failed";
    }
}
