package org.stillwater.it.shapes;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import org.stillwater.Writes;

/** Lives as long as its transaction. */
@TransactionScoped
public class TransactionNotes implements Serializable {
    private static final long serialVersionUID = 1L;

    @Writes
    public void write(Step step) throws Exception {
        step.run();
    }
}
