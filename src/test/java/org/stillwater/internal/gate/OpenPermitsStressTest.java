package org.stillwater.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two threads of one stripe look for a place at the same time; each must find one of its own. */
@Timeout(60)
class OpenPermitsStressTest {
    private static final int ROUNDS = 300_000;

    private final WriteAdmission admission = new WriteAdmission(new WriteGate(), TransactionContext.NONE);
    private final OpenPermits open = new OpenPermits();
    private final CyclicBarrier both = new CyclicBarrier(2);

    @Test
    void noPermitIsLostToAnother() throws Exception {
        List<CompletableFuture<Integer>> lost = new ArrayList<>();
        while (lost.size() < 2) {
            CompletableFuture<Boolean> belongs = new CompletableFuture<>();
            CompletableFuture<Integer> count = new CompletableFuture<>();
            new Thread(() -> {
                        boolean onFirst = WriteGate.stripe() == 0;
                        belongs.complete(onFirst);
                        if (onFirst) {
                            count.complete(comeAndGo());
                        }
                    })
                    .start();
            if (belongs.get()) {
                lost.add(count);
            }
        }
        assertThat(lost.get(0).get()).isZero();
        assertThat(lost.get(1).get()).isZero();
        assertThat(open.list()).isEmpty();
    }

    /** Returns how often the permit that was just added was not listed. */
    private int comeAndGo() {
        Permit permit = new Permit(admission, 0, "a write", false);
        int lost = 0;
        arrive();
        for (int round = 0; round < ROUNDS; round++) {
            open.add(permit);
            if (!open.list().contains(permit)) {
                lost++;
            }
            open.remove(permit);
        }
        return lost;
    }

    private void arrive() {
        try {
            both.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
