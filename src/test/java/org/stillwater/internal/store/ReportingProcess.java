package org.stillwater.internal.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process that publishes a report and waits to be killed. */
final class ReportingProcess {
    private ReportingProcess() {}

    static Process start(Path store, String instance) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReportingProcess.class.getName(),
                        store.toString(),
                        instance)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.inputReader().readLine() == null) {
            throw new IllegalStateException("The process ended before it had published its report");
        }
        return process;
    }

    /** Publishes, says so, and waits for the end of its input. */
    public static void main(String[] args) throws IOException {
        FileModeStore store = FileModeStore.open(Path.of(args[0]));
        store.publish(ModeStoreContract.report(args[1]));
        System.out.println("published");
        System.out.flush();
        while (System.in.read() >= 0) {
            // The parent kills this process; it has nothing to say.
        }
    }
}
