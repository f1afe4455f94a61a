package org.stillwater.it.shapes;

import javax.transaction.xa.XAException;

/** The ends that a transaction may come to. Each stops inside at a point where it must still be waited for. */
enum End implements Scenario {
    /** Nobody may be told of its completion: the permit ends with the method, the transaction is still open then. */
    MARKED_FOR_ROLLBACK_BEFORE_THE_METHOD(
            "written",
            b -> b.bmt.markedForRollback(() -> {}, () -> {
                b.cdi.plain(b::stopInside);
                b.stopAfter();
            })),
    MARKED_FOR_ROLLBACK_AFTER_THE_METHOD(
            "written", b -> b.bmt.markedForRollback(() -> b.cdi.plain(b::insert), b::stopInside)),
    MARKED_FOR_ROLLBACK_IN_THE_METHOD(
            "written",
            b -> b.cdi.plain(() -> b.bmt.markedForRollback(b::insert, () -> {
                b.cdi.plain(() -> {});
                b.stopInside();
            }))),
    /** The mode changes when it is marked: another transaction of the same chain is still admitted. */
    REQUIRES_NEW_AFTER_THE_MARK(
            "written",
            0,
            1,
            b -> b.bmt.markedForRollback(() -> b.cdi.plain(b::insert), () -> {
                b.stopInside();
                b.cdi.requiresNew(b::insertAnother);
            })),

    EJB_THROWS(
            "failed",
            b -> b.ejb.required(() -> {
                b.insert();
                b.stopInside();
                throw new IllegalStateException("of the application");
            })),
    /** The container has marked the transaction, but the caller goes on. */
    JOINED_EJB_THROWS(
            "failed",
            b -> b.surroundings.inTransaction(() -> {
                try {
                    b.ejb.required(() -> {
                        b.insert();
                        throw new IllegalStateException("of the application");
                    });
                } catch (RuntimeException e) {
                    b.stopInside();
                    throw e;
                }
            })),
    CDI_THROWS(
            "failed",
            b -> b.cdi.required(() -> {
                b.insert();
                b.stopInside();
                throw new IllegalStateException("of the application");
            })),
    THREAD_DIES(
            "failed",
            b -> b.cdi.required(() -> {
                b.insert();
                b.stopInside();
                throw new LinkageError("the thread dies");
            })),
    BEFORE_COMPLETION_THROWS(
            "failed",
            b -> b.surroundings.inTransaction(() -> {
                b.ejb.required(b::insert);
                b.pen.beforeCompletion(() -> {
                    b.stopInside();
                    throw new IllegalStateException("of somebody else");
                });
            })),

    AFTER_COMPLETION_THROWS(
            "written",
            0,
            1,
            b -> b.surroundings.inTransaction(() -> {
                b.pen.afterCommit(() -> {
                    throw new IllegalStateException("of somebody else, registered earlier");
                });
                b.ejb.required(b::write);
                b.pen.afterCommit(() -> {
                    throw new IllegalStateException("of somebody else, registered later");
                });
            })),

    /** On WildFly nobody tells the others then that the transaction has completed. Payara tells the caller, too. */
    AFTER_COMPLETION_DIES("written", 0, 1, b -> {
        try {
            b.surroundings.inTransaction(() -> {
                b.pen.afterCommit(() -> {
                    throw new LinkageError("of somebody else, registered earlier");
                });
                b.ejb.required(b::write);
            });
        } catch (LinkageError e) {
            // The transaction has been committed.
        }
    }),

    /**
     * The gate was asked in a transaction that was then suspended and timed out: on WildFly it has completed when this
     * stops inside, on another thread. The method is still at it, in a transaction of its own.
     */
    TIMED_OUT_AROUND_ANOTHER(
            "failed",
            0,
            1,
            b -> b.bmt.inTransaction(1, () -> {
                var outer = Elsewhere.manager().getTransaction();
                b.cdi.requiresNew(() -> {
                    b.insert();
                    b.pen.awaitTimeOut(outer);
                    b.stopInside();
                });
            })),

    HEURISTIC_MIXED("failed", 0, 0, b -> heuristic(b, XAException.XA_HEURMIX)),
    HEURISTIC_HAZARD("failed", 0, 0, b -> heuristic(b, XAException.XA_HEURHAZ)),
    HEURISTIC_ROLLBACK("failed", 0, 0, b -> heuristic(b, XAException.XA_HEURRB)),
    HEURISTIC_COMMIT("written", 0, 0, b -> heuristic(b, XAException.XA_HEURCOM));

    private final String outcome;
    private final int rowsInside;
    private final int rowsAfter;
    private final Run run;

    /** No row is left. */
    End(String outcome, Run run) {
        this(outcome, 0, 0, run);
    }

    End(String outcome, int rowsInside, int rowsAfter, Run run) {
        this.outcome = outcome;
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
        return outcome;
    }

    /** Two resources, so that there is a second phase. It stops in the midst of that. */
    private static void heuristic(Beans b, int error) throws Exception {
        b.bmt.inTransaction(
                0,
                () -> b.ejb.required(() -> {
                    var transaction = Elsewhere.manager().getTransaction();
                    transaction.enlistResource(new Resource(() -> {}, 0));
                    transaction.enlistResource(new Resource(b::stopInside, error));
                }));
    }
}
