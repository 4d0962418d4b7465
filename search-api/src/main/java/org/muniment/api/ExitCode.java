package org.muniment.api;

/** How a command ended, as the shell sees it. */
final class ExitCode {
    static final int DONE = 0;
    static final int DONE_WITH_REJECTED = 1;
    static final int WRONG_USAGE = 2;
    static final int REFUSED = 3;
    static final int FAILED = 4;

    private ExitCode() {}
}
