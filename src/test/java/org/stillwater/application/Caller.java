package org.stillwater.application;

/** Stands for an application's own code, which the library tells from its own by the package. */
public final class Caller {
    private Caller() {}

    /** One way to something. */
    public static void insert(Runnable work) {
        work.run();
    }

    /** Another one. */
    public static void rename(Runnable work) {
        work.run();
    }
}
