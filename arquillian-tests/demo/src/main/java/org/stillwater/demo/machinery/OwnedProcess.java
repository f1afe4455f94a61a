package org.stillwater.demo.machinery;

import java.util.concurrent.TimeUnit;

/** A child process that does not outlive this program. */
record OwnedProcess(Process process, int patienceSeconds) implements AutoCloseable {

    /** Asks it to end, then insists. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
