package org.stillwater.it.shapes;

/** Something to do in surroundings that somebody else makes. */
@FunctionalInterface
public interface Step {
    void run() throws Exception;

    /** Runs it where nothing may be declared. A checked exception comes out as an unchecked one. */
    static void unchecked(Step step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
