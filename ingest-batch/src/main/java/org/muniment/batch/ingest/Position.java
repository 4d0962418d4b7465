package org.muniment.batch.ingest;

import java.util.Comparator;

/**
 * A place to read on at. Files of a folder are read in the order of {@link #ORDER}, so everything before a position has
 * been dealt with, also when files have been added, removed or marked since.
 *
 * @param path a file's path within the source, {@code /} between levels
 * @param offset the first byte of it not yet dealt with; {@link #DONE} when there is none
 */
public record Position(String path, long offset) {
    public static final long DONE = Long.MAX_VALUE;

    /**
     * Folder by folder and name by name. Of a Maildir {@code new} comes before {@code cur}, and marks at the end of a
     * name do not count: a message that a mail program moves or marks meanwhile is read twice rather than never.
     */
    public static final Comparator<String> ORDER = Position::compare;

    public static Position done(String path) {
        return new Position(path, DONE);
    }

    /** Reads what {@link #toString()} wrote. */
    public static Position parse(String text) {
        int space = text.indexOf(' ');
        return new Position(text.substring(space + 1), Long.parseLong(text.substring(0, space)));
    }

    /** Whether a file, or a folder with all in it, has been dealt with. */
    public boolean isPast(String other) {
        if (path.equals(other)) {
            return offset == DONE;
        }
        return !path.startsWith(other + "/") && ORDER.compare(other, path) < 0;
    }

    private static int compare(String one, String other) {
        String[] a = one.split("/");
        String[] b = other.split("/");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = compareNames(a[i], b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    private static int compareNames(String one, String other) {
        int rank = Integer.compare(rank(one), rank(other));
        if (rank != 0) {
            return rank;
        }
        int base = unmarked(one).compareTo(unmarked(other));
        return base != 0 ? base : one.compareTo(other);
    }

    private static int rank(String name) {
        return switch (name) {
            case "new" -> 0;
            case "cur" -> 1;
            case "tmp" -> 2;
            default -> 3;
        };
    }

    private static String unmarked(String name) {
        int marks = name.lastIndexOf(":2,");
        return marks < 0 ? name : name.substring(0, marks);
    }

    @Override
    public String toString() {
        return offset + " " + path;
    }
}
