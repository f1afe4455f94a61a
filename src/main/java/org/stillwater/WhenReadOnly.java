package org.stillwater;

/** What happens to a call of a {@link Writes} method while writes are refused. */
public enum WhenReadOnly {
    /** The method is not called; the caller gets a {@link ReadOnlyModeException}. The default. */
    REFUSE,

    /**
     * The method is not called; the caller gets {@code null}, zero, {@code false} or an empty {@code Optional},
     * collection, map, stream or completed stage, as the return type asks. For work that may be left out, such as a view
     * counter or a periodic timer.
     */
    SKIP,

    /**
     * The method is called in every mode. For a method that does not write in a class that is marked as a whole, or that
     * must run all the same. It does not open the guards below: what such a method sends to a guarded database while
     * writes are refused is refused there.
     */
    ALLOW
}
