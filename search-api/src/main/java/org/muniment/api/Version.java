package org.muniment.api;

/** The program's version. */
public final class Version {
    private Version() {}

    /** As {@code --version} and the REST interface say it. */
    public static String text() {
        return Muniment.version();
    }
}
