package org.muniment.archive.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds strikes among the characters of a page: whatever the case, spaces, hyphens and line breaks between them. Words of
 * up to four letters are found as words only; longer ones also within others.
 */
final class Search {
    private static final int SHORT = 4;

    private final List<Glyph> glyphs;
    private final StringBuilder text = new StringBuilder();
    /** By character of the text, the number of its glyph. */
    private final List<Integer> from = new ArrayList<>();
    /** Whether a word begins at the character. */
    private final List<Boolean> begins = new ArrayList<>();

    Search(List<Glyph> glyphs) {
        this.glyphs = glyphs;
        boolean apart = true;
        for (int number = 0; number < glyphs.size(); number++) {
            String letters = letters(glyphs.get(number).text());
            boolean gap = number > 0 && !touches(glyphs.get(number - 1), glyphs.get(number));
            apart |= gap || letters.isEmpty();
            for (int at = 0; at < letters.length(); at++) {
                text.append(letters.charAt(at));
                from.add(number);
                begins.add(apart);
                apart = false;
            }
        }
    }

    /** Whether nothing is between two characters. */
    static boolean touches(Glyph before, Glyph after) {
        double size = Math.max(before.size(), after.size());
        return Math.hypot(after.x() - before.endX(), after.y() - before.endY()) < size * 0.15;
    }

    /** What counts in comparing: letters and digits. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Where the words stand: for each time, their characters. */
    List<List<Glyph>> find(String words) {
        String wanted = letters(words);
        List<List<Glyph>> found = new ArrayList<>();
        int at = wanted.isEmpty() ? -1 : text.indexOf(wanted);
        while (at >= 0) {
            int end = at + wanted.length();
            if (wanted.length() > SHORT || begins.get(at) && (end == begins.size() || begins.get(end))) {
                found.add(glyphs.subList(from.get(at), from.get(end - 1) + 1));
            }
            at = text.indexOf(wanted, at + 1);
        }
        return found;
    }
}
