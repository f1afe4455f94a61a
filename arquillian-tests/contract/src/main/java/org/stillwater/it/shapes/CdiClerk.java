package org.stillwater.it.shapes;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.stillwater.Writes;

/** Declared writes in each kind of {@code @Transactional}; and in none, which takes what the caller has. */
@ApplicationScoped
@Writes
public class CdiClerk {
    @Resource
    private ManagedExecutorService executor;

    /** Returns at once; the step is run by another thread. */
    public CompletionStage<Void> later(Step step) {
        return CompletableFuture.runAsync(() -> Step.unchecked(step), executor);
    }

    public void plain(Step step) throws Exception {
        step.run();
    }

    @Transactional
    public void required(Step step) throws Exception {
        step.run();
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void requiresNew(Step step) throws Exception {
        step.run();
    }

    @Transactional(TxType.NOT_SUPPORTED)
    public void notSupported(Step step) throws Exception {
        step.run();
    }

    @Transactional(TxType.SUPPORTS)
    public void supports(Step step) throws Exception {
        step.run();
    }

    @Transactional(TxType.MANDATORY)
    public void mandatory(Step step) throws Exception {
        step.run();
    }

    @Transactional(TxType.NEVER)
    public void never(Step step) throws Exception {
        step.run();
    }
}
