package org.stillwater.it.catalogue.places;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.api.chunk.listener.AbstractChunkListener;
import jakarta.batch.api.listener.AbstractStepListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;

/** A job of one step of one chunk of one item: the writer writes in the chunk's transaction. */
final class BatchErrand {
    /** {@code META-INF/batch-jobs/errand.xml} of the application. */
    static final String JOB = "errand";

    private static final String NUMBER = "number";

    private BatchErrand() {}

    static void start(String number) {
        Properties parameters = new Properties();
        parameters.setProperty(NUMBER, number);
        BatchRuntime.getJobOperator().start(JOB, parameters);
    }

    /** Reads the number, once. */
    @Dependent
    @Named("errandReader")
    public static class Reader extends AbstractItemReader {
        @Inject
        @BatchProperty(name = NUMBER)
        private String number;

        private boolean read;

        @Override
        public Object readItem() {
            boolean first = !read;
            read = true;
            return first ? number : null;
        }
    }

    /** Runs the errand. */
    @Dependent
    @Named("errandWriter")
    public static class Writer extends AbstractItemWriter {
        @Inject
        private Errands errands;

        @Override
        public void writeItems(List<Object> numbers) {
            numbers.forEach(number -> errands.runWithin((String) number));
        }
    }

    /** Keeps what went wrong, with the commit too: Payara's step context does not know that. */
    @Dependent
    @Named("errandProblem")
    public static class Problem extends AbstractChunkListener {
        @Inject
        private StepContext step;

        @Override
        public void onError(Exception problem) {
            step.setTransientUserData(problem);
        }
    }

    /** Tells how it went: the chunk's transaction is over by then. */
    @Dependent
    @Named("errandListener")
    public static class Listener extends AbstractStepListener {
        @Inject
        @BatchProperty(name = NUMBER)
        private String number;

        @Inject
        private StepContext step;

        @Inject
        private Errands errands;

        @Override
        public void afterStep() {
            errands.end(number, (Exception) step.getTransientUserData());
        }
    }
}
