package org.muniment.archive.review;

import java.util.regex.Pattern;

/** What stands around a passage of a text: whether words before or after it say what it is. */
record Surroundings(String text, int start, int end) {
    /** Whether words that end close before the passage match; {@code nothing} may come in between but what is no word. */
    boolean isJustAfter(Pattern words) {
        return words.matcher(text.substring(Math.max(0, start - 32), start)).find();
    }

    /** Whether words on the same line, at most so many characters before the passage, match. */
    boolean hasBefore(Pattern words, int characters) {
        String before = text.substring(Math.max(lineStart(), start - characters), start);
        return words.matcher(before).find();
    }

    /** Whether words on the passage's line, or on the line before it, match. */
    boolean hasAround(Pattern words) {
        int line = lineStart();
        int before = line == 0 ? 0 : Math.max(0, text.lastIndexOf('\n', line - 2) + 1);
        return words.matcher(text.substring(Math.max(before, start - 120), start))
                .find();
    }

    /** Whether what follows on the same line begins so. */
    boolean isFollowedBy(Pattern words) {
        return words.matcher(text.substring(end, Math.min(text.length(), end + 32)))
                .lookingAt();
    }

    private int lineStart() {
        return text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    }

    /** Whether the passage is a part of a longer run of digits, points and hyphens: of another number. */
    boolean isPartOfNumber() {
        return start > 0 && isNumeric(start - 1, -1) || end < text.length() && isNumeric(end, 1);
    }

    private boolean isNumeric(int at, int step) {
        char here = text.charAt(at);
        if (Character.isLetterOrDigit(here)) {
            return true;
        }
        int next = at + step;
        return "-./_#".indexOf(here) >= 0 && next >= 0 && next < text.length() && Character.isDigit(text.charAt(next));
    }
}
