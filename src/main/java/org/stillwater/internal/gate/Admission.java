package org.stillwater.internal.gate;

/** What somebody who was admitted closes when the method is over. */
public interface Admission extends AutoCloseable {
    /** For a caller whose permit belongs to a transaction: that ends when the transaction completes. */
    Admission ENDS_WITH_TRANSACTION = () -> {};

    /**
     * Makes the calling thread forget the permit, which stays open: the work goes on elsewhere, and what this thread does
     * next is not part of it.
     */
    default void leaveThread() {}

    @Override
    void close();
}
