package org.stillwater.integration.batch;

import jakarta.batch.api.chunk.listener.AbstractChunkListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.stillwater.internal.log.Log;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/**
 * What {@code @Writes} is for methods, for a step of a job that writes: {@code <listener ref="stillwaterChunks"/>}. A chunk
 * holds a permit from its beginning to its commit, so that a drain waits for it; then the job is stopped, and it can be
 * restarted where it was.
 */
@Named("stillwaterChunks")
@Dependent
public class ChunkGate extends AbstractChunkListener {
    private static final Log LOG = Log.of("background");

    private final JobContext job;
    private final StepContext step;

    /** For CDI. Not injected directly: where no job runs, on some servers nobody has these. */
    @Inject
    public ChunkGate(Instance<JobContext> job, Instance<StepContext> step) {
        this.job = job.get();
        this.step = step.get();
    }

    /**
     * Fails the step, if it came to this: whatever the chunk would do is refused, and a job that skips exceptions would skip
     * its items.
     */
    @Override
    public void beforeChunk() {
        ReadOnlyRuntime runtime = ReadOnlyRuntime.current();
        String chunk = "chunk of step '" + step.getStepName() + "' of job '" + job.getJobName() + "'";
        if (!isAdmitted(runtime, chunk)) {
            sayHowToGoOn();
            throw runtime.refusals().of(chunk);
        }
    }

    private static boolean isAdmitted(ReadOnlyRuntime runtime, String chunk) {
        return runtime.transactions().isActive()
                ? runtime.admission().enterTransaction(chunk)
                : !runtime.refusesWritesHere();
    }

    /** In the transaction of the chunk, which is finished. */
    @Override
    public void afterChunk() {
        if (ReadOnlyRuntime.current().state().mode().refusesNewWrites()) {
            sayHowToGoOn();
            BatchRuntime.getJobOperator().stop(job.getExecutionId());
        }
    }

    private void sayHowToGoOn() {
        LOG.info(
                "STILL00806",
                "Job '%s' stops at a chunk, because writes are refused. After the lift it goes on from there by"
                        + " JobOperator.restart(%d, ...)",
                job.getJobName(),
                job.getExecutionId());
    }
}
