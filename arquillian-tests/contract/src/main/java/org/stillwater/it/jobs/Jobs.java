package org.stillwater.it.jobs;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Properties;

/** Leads jobs by the standard API. */
@ApplicationScoped
public class Jobs {
    private volatile boolean toBeHeld;

    public long start(String job, boolean held) {
        toBeHeld = held;
        return operator().start(job, new Properties());
    }

    public long restart(long execution) {
        toBeHeld = false;
        return operator().restart(execution, new Properties());
    }

    public String status(long execution) {
        return operator().getJobExecution(execution).getBatchStatus().name();
    }

    public boolean isToBeHeld() {
        return toBeHeld;
    }

    private static JobOperator operator() {
        return BatchRuntime.getJobOperator();
    }
}
