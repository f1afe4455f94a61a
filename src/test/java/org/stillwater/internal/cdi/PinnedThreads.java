package org.stillwater.internal.cdi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Asks the JVM's flight recorder which virtual threads have kept their carrier while they were parked. */
final class PinnedThreads {
    private static final String EVENT = "jdk.VirtualThreadPinned";

    private PinnedThreads() {}

    /** One text for each time, with the stack, however short it was. */
    static List<String> during(Callable<?> work) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable(EVENT).withoutThreshold().withStackTrace();
            recording.start();
            work.call();
            recording.stop();
            return events(recording);
        }
    }

    private static List<String> events(Recording recording) throws IOException {
        Path file = Files.createTempFile("pinned", ".jfr");
        try {
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(EVENT))
                    .map(RecordedEvent::toString)
                    .toList();
        } finally {
            Files.delete(file);
        }
    }
}
