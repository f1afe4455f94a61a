package org.stillwater.it.hibernate;

/** Does things in a container transaction that ends when the call returns. */
public interface Shop {
    void change();

    /** What the database and the session say about the transaction, joined by blanks. */
    String look();

    /** Reads, lets the caller wait, and writes afterwards in the same transaction. */
    void readAndWrite(Runnable between);

    /** Writes, and lets the caller wait before the transaction is committed. */
    void flushAndHold(Runnable hold);

    /** Changes an entity, which is written when the transaction is committed, and lets the caller wait after that. */
    void changeAndHoldCommit(Runnable hold);
}
