package org.stillwater.internal.gate;

/** What somebody who was admitted closes when the method is over. */
public interface Admission extends AutoCloseable {
    /** For a caller whose permit belongs to a transaction: that ends when the transaction completes. */
    Admission ENDS_WITH_TRANSACTION = () -> {};

    @Override
    void close();
}
