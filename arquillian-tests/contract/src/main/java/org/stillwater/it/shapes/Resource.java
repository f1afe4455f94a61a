package org.stillwater.it.shapes;

import java.io.Serializable;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/** A database of somebody else, which may come to a decision of its own when it should commit. Holds no data. */
final class Resource implements XAResource, Serializable {
    private static final long serialVersionUID = 1L;

    private final transient Runnable beforeCommit;
    private final int error;

    /** @param error what it throws instead of committing, 0 for nothing */
    Resource(Runnable beforeCommit, int error) {
        this.beforeCommit = beforeCommit;
        this.error = error;
    }

    @Override
    public void commit(Xid id, boolean onePhase) throws XAException {
        beforeCommit.run();
        if (error != 0) {
            throw new XAException(error);
        }
    }

    @Override
    public int prepare(Xid id) {
        return XA_OK;
    }

    @Override
    public Xid[] recover(int flags) {
        return new Xid[0];
    }

    @Override
    public boolean isSameRM(XAResource other) {
        return other == this;
    }

    @Override
    public void start(Xid id, int flags) {}

    @Override
    public void end(Xid id, int flags) {}

    @Override
    public void forget(Xid id) {}

    @Override
    public void rollback(Xid id) {}

    @Override
    public int getTransactionTimeout() {
        return 0;
    }

    @Override
    public boolean setTransactionTimeout(int seconds) {
        return false;
    }
}
