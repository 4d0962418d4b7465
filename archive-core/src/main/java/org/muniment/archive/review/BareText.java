package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text without what quoting changes: spaces, line ends, quote marks at the start of lines and the case of letters; with the
 * place of each remaining character in the text.
 */
record BareText(String text, int[] at, int[] until, String whole) {
    static BareText of(String whole) {
        StringBuilder bare = new StringBuilder(whole.length());
        int[] at = new int[whole.length()];
        int[] until = new int[whole.length()];
        boolean lineStart = true;
        for (int from = 0; from < whole.length(); ) {
            int letter = whole.codePointAt(from);
            int next = from + Character.charCount(letter);
            if (letter == '\n' || letter == '\r') {
                lineStart = true;
            } else if (!Character.isWhitespace(letter)
                    && letter != 0xA0
                    && !(lineStart && (letter == '>' || letter == '|'))) {
                lineStart = false;
                int folded = Character.toLowerCase(letter);
                for (int unit = 0; unit < Character.charCount(folded) && bare.length() < at.length; unit++) {
                    at[bare.length()] = from;
                    until[bare.length()] = next;
                    bare.append(Character.toChars(folded)[unit]);
                }
            }
            from = next;
        }
        return new BareText(
                bare.toString(), Arrays.copyOf(at, bare.length()), Arrays.copyOf(until, bare.length()), whole);
    }

    /** Where a bare passage stands, in the whole text; not in the middle of words. */
    List<Place.Span> places(String passage) {
        List<Place.Span> places = new ArrayList<>();
        int found = text.indexOf(passage);
        while (found >= 0) {
            int start = at[found];
            int end = until[found + passage.length() - 1];
            if (!isInWord(start) && !isInWord(end)) {
                places.add(new Place.Span(start, end));
                found = text.indexOf(passage, found + passage.length());
            } else {
                found = text.indexOf(passage, found + 1);
            }
        }
        return places;
    }

    private boolean isInWord(int cut) {
        return cut > 0
                && cut < whole.length()
                && Character.isLetterOrDigit(whole.codePointBefore(cut))
                && Character.isLetterOrDigit(whole.codePointAt(cut));
    }
}
