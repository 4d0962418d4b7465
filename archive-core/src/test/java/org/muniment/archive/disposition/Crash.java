package org.muniment.archive.disposition;

/** The process dies here: nothing catches it but the test. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where);
    }

    /** Whether it is one, whatever it was wrapped in. */
    static boolean is(Throwable problem) {
        return problem instanceof Crash || problem.getCause() != null && is(problem.getCause());
    }
}
