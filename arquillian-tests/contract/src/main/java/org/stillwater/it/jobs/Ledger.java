package org.stillwater.it.jobs;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Writes each number. */
@Named("ledger")
@Dependent
public class Ledger extends AbstractItemWriter {
    @Inject
    private Rows rows;

    @Override
    public void writeItems(List<Object> items) {
        items.forEach(item -> rows.insert((Integer) item));
    }
}
