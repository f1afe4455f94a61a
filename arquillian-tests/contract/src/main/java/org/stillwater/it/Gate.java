package org.stillwater.it;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds one caller in a deployed application until the test lets it go. */
@ApplicationScoped
public class Gate {
    private volatile CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean held;

    public void hold() {
        CountDownLatch awaited = opened;
        held = true;
        try {
            if (!awaited.await(2, TimeUnit.MINUTES)) {
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
