package org.stillwater.internal.runtime;

import java.util.function.Supplier;
import org.stillwater.internal.gate.Admission;

/**
 * An application that is stopped while it writes; made by {@link UnloadingTest} in a class loader of its own. Answers with
 * what ends the write.
 */
public final class CutShort implements Supplier<Runnable> {
    @Override
    public Runnable get() {
        linkRecord();
        ReadOnlyRuntime runtime = ReadOnlyRuntime.start();
        Admission write = runtime.admission().enterConnection("write");
        ReadOnlyRuntime.stop();
        return write::close;
    }

    /** After this the JDK keeps the type of the component, and with it the class loader, until another record is linked. */
    private static void linkRecord() {
        if (!new Linked(new Part()).equals(new Linked(new Part()))) {
            throw new AssertionError("a record whose components are equal is not equal to another");
        }
    }

    private record Linked(Part part) {}

    private static final class Part {
        @Override
        public boolean equals(Object other) {
            return other instanceof Part;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
