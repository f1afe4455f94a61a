package org.stillwater.it.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

/** Notes who has logged in last; in memory, because only whether it is called counts. */
@ApplicationScoped
public class Visits {
    private final AtomicInteger noted = new AtomicInteger();

    @Writes(WhenReadOnly.SKIP)
    public void note(String user) {
        noted.incrementAndGet();
    }

    @Writes(WhenReadOnly.ALLOW)
    public int noted() {
        return noted.get();
    }
}
