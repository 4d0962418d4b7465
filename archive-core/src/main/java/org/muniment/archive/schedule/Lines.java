package org.muniment.archive.schedule;

import java.util.Arrays;

/**
 * The lines of a text, by where they begin and end: looking at a line copies nothing. A line ends with a line feed, a carriage
 * return or both. Immutable, safe for many threads.
 */
final class Lines {
    private final String text;
    private final int[] starts;
    private final int count;

    private Lines(String text) {
        this.text = text;
        int[] found = new int[16];
        int lines = 0;
        for (int at = 0; at < text.length(); at = to(text, at) + 1) {
            found = lines + 1 < found.length ? found : Arrays.copyOf(found, 2 * found.length);
            found[lines++] = at;
        }
        this.count = lines;
        this.starts = found;
        this.starts[lines] = lines > 0 && text.charAt(text.length() - 1) != '\n' ? text.length() + 1 : text.length();
    }

    /** The lines of a text; what is behind its last line end is a line if there is anything. */
    static Lines of(String text) {
        return new Lines(
                text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static int to(String text, int from) {
        int feed = text.indexOf('\n', from);
        return feed < 0 ? text.length() : feed;
    }

    /** The text whose lines these are, each ended by one line feed. */
    String text() {
        return text;
    }

    int count() {
        return count;
    }

    /** Where in the text a line begins. */
    int from(int line) {
        return starts[line];
    }

    /** Where it ends, exclusive. */
    int to(int line) {
        return starts[line + 1] - 1;
    }

    /** The line without white space around it. */
    String stripped(int line) {
        return text.substring(from(line), to(line)).strip();
    }

    boolean isBlank(int line) {
        return first(line) == to(line);
    }

    /** Where its first character is that is no white space; where it ends when there is none. */
    int first(int line) {
        int at = from(line);
        while (at < to(line) && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether its last character that is no white space is this one. */
    boolean endsWith(int line, char last) {
        int at = to(line) - 1;
        while (at >= from(line) && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at >= from(line) && text.charAt(at) == last;
    }

    /** Whether, white space before it apart, it begins with this. */
    boolean startsWith(int line, String start) {
        return text.startsWith(start, first(line)) && first(line) + start.length() <= to(line);
    }

    /** A line with the mark of a quotation; {@code >From} is how mailbox files write a line that begins with From. */
    boolean isQuoted(int line) {
        for (int at = from(line); at < to(line); at++) {
            char c = text.charAt(at);
            if (c == '>') {
                return !(text.startsWith(">From ", from(line)) && from(line) + ">From ".length() <= to(line));
            }
            if (c != ' ' && c != '\t') {
                return false;
            }
        }
        return false;
    }
}
