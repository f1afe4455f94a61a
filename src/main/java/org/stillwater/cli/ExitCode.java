package org.stillwater.cli;

/** What the process ends with. Scripts depend on these. */
final class ExitCode {
    static final int DONE = 0;
    static final int UNEXPECTED = 1;
    static final int WRONG_USAGE = 2;
    static final int NOT_DRAINED = 3;
    static final int STORE = 4;

    private ExitCode() {}
}
