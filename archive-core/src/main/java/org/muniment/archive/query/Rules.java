package org.muniment.archive.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What each part of a query may hold. Messages are shown to the person who typed it. */
final class Rules {
    private static final int LONGEST = 1000;
    private static final int LONGEST_START = 200;
    private static final String CHAIN = "Join two at a time: write a w/5 b AND b w/5 c";
    private static final Pattern SPACE = Pattern.compile("[\\s\\h\\v]+");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]*");

    private Rules() {}

    static void type(Field field, String what, Field.Type... allowed) {
        if (!Arrays.asList(allowed).contains(field.type())) {
            throw new IllegalArgumentException(
                    field.key() + ": does not take " + what + "; write it like " + field.example());
        }
    }

    static List<String> words(List<String> words) {
        for (String word : words) {
            if (SPACE.matcher(word).find() || !searchable(word)) {
                throw new IllegalArgumentException("There are no letters or digits to search for in: " + word);
            }
            if (word.indexOf('*') >= 0) {
                throw new IllegalArgumentException("A star within quotes finds nothing; write teach* pre/1 union");
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("There is no word to search for");
        }
        return List.copyOf(words);
    }

    /** The words of a phrase; marks that stand alone are left out, as no word of an item holds them. */
    static List<String> split(String phrase) {
        return SPACE.splitAsStream(phrase).filter(Rules::searchable).toList();
    }

    static boolean searchable(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    static void side(Field field, ItemQuery side) {
        switch (side) {
            case ItemQuery.Or or -> or.parts().forEach(part -> side(field, part));
            case ItemQuery.Near near -> throw new IllegalArgumentException(CHAIN);
            case ItemQuery.Leaf leaf -> leafSide(field, leaf);
            case ItemQuery.All all -> throw notBeside(all);
            case ItemQuery.And and -> throw notBeside(and);
            case ItemQuery.Not not -> throw notBeside(not);
        }
    }

    private static void leafSide(Field field, ItemQuery.Leaf leaf) {
        if (leaf.field() != field) {
            throw new IllegalArgumentException(
                    "Both sides of w/ or pre/ must be in one field: write it like subject:(budget w/5 cuts)");
        }
        if (!(leaf instanceof ItemQuery.Words || leaf instanceof ItemQuery.Prefix)) {
            throw notBeside(leaf);
        }
    }

    private static IllegalArgumentException notBeside(ItemQuery side) {
        return new IllegalArgumentException(
                "Beside w/ or pre/ stands a word, a \"phrase\", a pre* or (one OR another), not: " + side);
    }

    static String start(Field field, String start) {
        String text = field.type() == Field.Type.WORDS ? start : start.toLowerCase(Locale.ROOT);
        if (!Written.BARE.matcher(text).matches() || !Character.isLetterOrDigit(text.codePointBefore(text.length()))) {
            throw new IllegalArgumentException("A star stands at the end of a word, after a letter or digit");
        }
        if (text.codePointCount(0, text.length()) < 2) {
            throw new IllegalArgumentException("Before a star stand at least two characters");
        }
        if (text.length() > LONGEST_START) {
            throw new IllegalArgumentException("Before a star stand at most " + LONGEST_START + " characters");
        }
        return text;
    }

    static String value(Field field, String value) {
        String text = SPACE.matcher(value.strip()).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(field.key() + ": needs a value of 1 to " + LONGEST + " characters");
        }
        if (field.type() == Field.Type.FLAG && !field.choices().contains(text)) {
            throw new IllegalArgumentException(
                    field.key() + ": takes " + String.join(", ", field.choices()) + ", not " + text);
        }
        digits(field, text);
        return text;
    }

    private static void digits(Field field, String text) {
        int length = field == Field.ID ? 24 : field == Field.DIGEST || field == Field.DUPLICATE ? 64 : 0;
        if (length > 0 && (text.length() != length || !HEX.matcher(text).matches())) {
            throw new IllegalArgumentException(field.key() + ": takes " + length
                    + " hexadecimal digits, or the first few and a star: " + field.key() + ":9f86d08*");
        }
    }
}
