package org.muniment.archive.request;

import java.util.regex.Pattern;

/** Words that stand in one line: nothing in them starts another one. */
final class OneLine {
    private static final int LONGEST = 500;
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\u2028\\u2029]+");

    private OneLine() {}

    /** White space and control characters become single spaces. */
    static String of(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }

    /** @throws RequestRefused when they are too few or too many */
    static String of(String text, String what, int shortest) {
        return of(text, what, shortest, LONGEST);
    }

    /** @throws RequestRefused when they are too few or too many */
    static String of(String text, String what, int shortest, int longest) {
        String line = of(text);
        if (line.length() < shortest || line.length() > longest) {
            throw new RequestRefused(what + " is said in " + shortest + " to " + longest + " characters");
        }
        return line;
    }
}
