package org.stillwater.it.shapes;

/** Something that writes, and how many rows of it are committed when. */
interface Scenario {
    /** Writes, in the application. */
    void run(Beans beans) throws Exception;

    /** Rows that others see while it is stopped inside. */
    int rowsInside();

    /** Rows that others see afterwards. */
    int rowsAfter();

    /** How it ends for its caller: {@code written} or {@code failed}. */
    String outcome();

    /** What a scenario does. */
    @FunctionalInterface
    interface Run {
        void with(Beans beans) throws Exception;
    }
}
