package org.stillwater.it.jobs;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.stillwater.it.Gate;

/** Reads the numbers from 1 to 100, and stops in the midst of a chunk until it is let go. */
@Named("numbers")
@Dependent
public class Numbers extends AbstractItemReader {
    static final int ALL = 100;
    static final int HELD_AT = 38;

    @Inject
    private Gate gate;

    @Inject
    private Jobs jobs;

    private int last;

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? 0 : (Integer) checkpoint;
    }

    @Override
    public Object readItem() {
        if (last == ALL) {
            return null;
        }
        last++;
        if (last == HELD_AT && jobs.isToBeHeld()) {
            gate.hold();
        }
        return last;
    }

    @Override
    public Serializable checkpointInfo() {
        return last;
    }
}
