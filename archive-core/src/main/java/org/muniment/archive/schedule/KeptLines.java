package org.muniment.archive.schedule;

import java.util.Arrays;

/** Some lines of a text, in order. For one thread. */
final class KeptLines {
    private final Lines lines;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int count;

    KeptLines(Lines lines) {
        this.lines = lines;
    }

    void add(int line) {
        add(lines.from(line), lines.to(line));
    }

    /** A line without the marks of a quotation. */
    void addUnmarked(int line) {
        int at = lines.from(line);
        while (at < lines.to(line) && isMark(lines.text().charAt(at))) {
            at++;
        }
        add(at, lines.to(line));
    }

    private static boolean isMark(char c) {
        return c == '>' || c == ' ' || c >= '\t' && c <= '\r';
    }

    private void add(int begin, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = begin;
        to[count++] = end;
    }

    /** A signature goes: what follows a line {@code --} if at most so many lines of it are not blank. */
    void dropSignature(int longest) {
        int below = 0;
        for (int i = count - 1; i >= 0 && below <= longest; i--) {
            String line = lines.text().substring(from[i], to[i]);
            if (line.stripTrailing().equals("--")) {
                count = i;
                return;
            }
            below += line.isBlank() ? 0 : 1;
        }
    }

    /** All of them, with line feeds between. */
    @Override
    public String toString() {
        String text = lines.text();
        var all = new StringBuilder(count == 0 ? 0 : to[count - 1] - from[0]);
        for (int i = 0; i < count; ) {
            int first = i++;
            while (i < count && from[i] == to[i - 1] + 1) {
                i++;
            }
            all.append(first == 0 ? "" : "\n").append(text, from[first], to[i - 1]);
        }
        return all.toString();
    }
}
