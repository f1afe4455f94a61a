package org.stillwater.it.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds one caller until the test lets it go. */
@ApplicationScoped
public class Gate {
    private volatile CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean held;

    public void hold() {
        held = true;
        try {
            if (!opened.await(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("Nobody let this go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            held = false;
        }
    }

    public boolean isHeld() {
        return held;
    }

    public void open() {
        opened.countDown();
        opened = new CountDownLatch(1);
    }
}
