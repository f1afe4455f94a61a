package org.stillwater.internal.cdi;

import jakarta.enterprise.context.Dependent;
import org.stillwater.Writes;

/** Says whether it was intercepted: without the interceptor the method itself answers. */
@Dependent
public class SelfCheckProbe {
    /** For CDI. */
    public SelfCheckProbe() {}

    /** False, unless the interceptor answers in its place. */
    @Writes
    public boolean isIntercepted() {
        return false;
    }
}
