package org.stillwater.it.shapes;

import jakarta.transaction.UserTransaction;

/**
 * The shapes of transaction that a declared write may have. Each stops inside at a point where it must still be waited
 * for. {@code OWN} begins its transaction, {@code JOINED} takes that of its caller, {@code WITHIN} has that of its caller
 * suspended.
 *
 * <p>What is missing cannot be: {@code MANDATORY} of its own, {@code NEVER} within a transaction.
 */
enum Shape implements Scenario {
    EJB_REQUIRED_OWN(b -> b.ejb.required(b::write)),
    EJB_REQUIRED_JOINED(b -> b.surroundings.inTransaction(() -> b.ejb.required(b::write))),
    EJB_REQUIRES_NEW_OWN(b -> b.ejb.requiresNew(b::write)),
    /** The transaction of the caller has written nothing and is not waited for. */
    EJB_REQUIRES_NEW_WITHIN(b -> b.surroundings.inTransaction(() -> {
        b.ejb.requiresNew(b::write);
        b.stopAfter();
    })),
    EJB_NOT_SUPPORTED(1, 1, b -> b.ejb.notSupported(b::write)),
    EJB_NOT_SUPPORTED_WITHIN(
            1,
            1,
            b -> b.surroundings.inTransaction(() -> {
                b.ejb.notSupported(b::write);
                b.stopAfter();
            })),
    EJB_SUPPORTS(1, 1, b -> b.ejb.supports(b::write)),
    EJB_SUPPORTS_JOINED(b -> b.surroundings.inTransaction(() -> b.ejb.supports(b::write))),
    EJB_MANDATORY(b -> b.surroundings.inTransaction(() -> b.ejb.mandatory(b::write))),
    EJB_NEVER(1, 1, b -> b.ejb.never(b::write)),

    BEAN_MANAGED_OWN(b -> b.bmt.declared(b::write)),
    /** The method is waited for, with the first of its transactions committed and the second one still empty. */
    BEAN_MANAGED_TWO_IN_A_ROW(
            1,
            2,
            b -> b.bmt.declared(b::insert, () -> {
                b.stopInside();
                b.insertAnother();
            })),
    BEAN_MANAGED_JOINED(b -> b.bmt.inTransaction(0, () -> b.ejb.required(b::write))),
    /** Stops between two calls: the transaction is suspended then. */
    BEAN_MANAGED_OVER_SEVERAL_CALLS(b -> {
        BmtConversation conversation = b.bmtConversations.get();
        conversation.begin();
        conversation.write(b::insert);
        b.stopInside();
        conversation.commit();
        conversation.end();
    }),
    USER_TRANSACTION(b -> inUserTransaction(b.userTransaction, () -> b.cdi.plain(b::write))),

    CDI_WITHOUT_TRANSACTION(1, 1, b -> b.cdi.plain(b::write)),
    CDI_JOINED(b -> b.surroundings.inTransaction(() -> b.cdi.plain(b::write))),
    CDI_REQUIRED_OWN(b -> b.cdi.required(b::write)),
    CDI_REQUIRED_JOINED(b -> b.surroundings.inTransaction(() -> b.cdi.required(b::write))),
    CDI_REQUIRES_NEW_OWN(b -> b.cdi.requiresNew(b::write)),
    /** The gate is asked before the transaction of the caller is suspended; so that one is waited for, too. */
    CDI_REQUIRES_NEW_WITHIN(
            1,
            1,
            b -> b.surroundings.inTransaction(() -> {
                b.cdi.requiresNew(b::insert);
                b.stopInside();
            })),
    CDI_REQUIRES_NEW_WITHIN_BEFORE_ITS_COMMIT(b -> b.surroundings.inTransaction(() -> b.cdi.requiresNew(b::write))),
    CDI_NOT_SUPPORTED(1, 1, b -> b.cdi.notSupported(b::write)),
    CDI_NOT_SUPPORTED_WITHIN(1, 1, b -> b.surroundings.inTransaction(() -> b.cdi.notSupported(b::write))),
    CDI_SUPPORTS(1, 1, b -> b.cdi.supports(b::write)),
    CDI_SUPPORTS_JOINED(b -> b.surroundings.inTransaction(() -> b.cdi.supports(b::write))),
    CDI_MANDATORY(b -> b.surroundings.inTransaction(() -> b.cdi.mandatory(b::write))),
    CDI_NEVER(1, 1, b -> b.cdi.never(b::write)),
    TRANSACTION_SCOPED(b -> b.surroundings.inTransaction(() -> b.transactionNotes.write(b::write))),

    /** The mode changes in the middle of a transaction: what it does from then on is still admitted. */
    WRITES_WITHIN_WRITES(
            0,
            2,
            b -> b.ejb.required(() -> {
                b.insert();
                b.stopInside();
                b.ejb.required(b::insertAnother);
            })),
    EJB_REQUIRES_NEW_WITHIN_WRITES(
            0,
            2,
            b -> b.ejb.required(() -> {
                b.insert();
                b.stopInside();
                b.ejb.requiresNew(b::insertAnother);
            })),
    EJB_REQUIRES_NEW_AFTER_WRITES(
            0,
            2,
            b -> b.surroundings.inTransaction(() -> {
                b.ejb.required(b::insert);
                b.stopInside();
                b.ejb.requiresNew(b::insertAnother);
            })),
    CDI_REQUIRES_NEW_WITHIN_WRITES(
            0,
            2,
            b -> b.cdi.required(() -> {
                b.insert();
                b.stopInside();
                b.cdi.requiresNew(b::insertAnother);
            })),
    EJB_NOT_SUPPORTED_WITHIN_WRITES(
            0,
            2,
            b -> b.ejb.required(() -> {
                b.insert();
                b.stopInside();
                b.ejb.notSupported(b::insertAnother);
            })),
    SEVERAL_BEANS_IN_ONE_TRANSACTION(
            0,
            4,
            b -> b.surroundings.inTransaction(() -> {
                b.ejb.required(b::insert);
                b.cdi.required(b::insertAnother);
                b.stopInside();
                b.ejb.mandatory(() -> b.pen.insert("a third row"));
                b.cdi.plain(() -> b.pen.insert("a fourth row"));
            })),
    EXTENDED_PERSISTENCE_CONTEXT(b -> {
        ExtendedConversation conversation = b.extendedConversations.get();
        conversation.collect("row");
        conversation.save(b.pen::stop);
        conversation.end();
    }),
    FIRST_WRITE_BEFORE_COMPLETION(b ->
            b.surroundings.inTransaction(() -> b.pen.beforeCompletion(() -> Step.unchecked(() -> b.cdi.plain(() -> {
                b.insert();
                b.stopInside();
            }))))),

    ASYNCHRONOUS_EJB(b -> b.elsewhere.asynchronously(b::write).get()),
    WITHIN_ASYNCHRONOUS_EJB(b -> b.elsewhere
            .onContainerThread(() -> b.andOnceMore(() -> b.ejb.requiresNew(b::write)))
            .get()),
    EXECUTOR_WITHOUT_TRANSACTION(b -> b.elsewhere.submit(() -> b.andOnceMore(() -> b.cdi.required(b::write)))),
    EXECUTOR_WITH_TRANSACTION(b ->
            b.surroundings.inTransaction(() -> b.elsewhere.submitWithTransaction(() -> b.ejb.mandatory(b::write)))),
    CONTEXTUAL_PROXY_WITH_TRANSACTION(
            b -> b.surroundings.inTransaction(() -> b.elsewhere.inContext(() -> b.ejb.mandatory(b::write)))),
    EJB_RETURNS_STAGE(
            1, 1, b -> b.elsewhere.later(b::write).toCompletableFuture().get()),
    CDI_RETURNS_STAGE(1, 1, b -> b.cdi.later(b::write).toCompletableFuture().get());

    private final int rowsInside;
    private final int rowsAfter;
    private final Run run;

    /** One row, in a transaction. */
    Shape(Run run) {
        this(0, 1, run);
    }

    Shape(int rowsInside, int rowsAfter, Run run) {
        this.rowsInside = rowsInside;
        this.rowsAfter = rowsAfter;
        this.run = run;
    }

    @Override
    public void run(Beans beans) throws Exception {
        run.with(beans);
    }

    @Override
    public int rowsInside() {
        return rowsInside;
    }

    @Override
    public int rowsAfter() {
        return rowsAfter;
    }

    @Override
    public String outcome() {
        return "written";
    }

    private static void inUserTransaction(UserTransaction transaction, Step step) throws Exception {
        transaction.begin();
        boolean done = false;
        try {
            step.run();
            done = true;
        } finally {
            if (done) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        }
    }
}
