package org.stillwater.it.plain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.stillwater.Writes;

/** Writes to nothing but its memory. */
@ApplicationScoped
public class Clerk {
    private final AtomicInteger written = new AtomicInteger();

    @Writes
    public int write() {
        return written.incrementAndGet();
    }
}
