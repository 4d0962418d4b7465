package org.muniment.api;

/** How a command ended, as the shell sees it. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int DONE_WITH_REJECTED = 1;
    public static final int WRONG_USAGE = 2;
    public static final int REFUSED = 3;
    public static final int FAILED = 4;

    private ExitCode() {}
}
