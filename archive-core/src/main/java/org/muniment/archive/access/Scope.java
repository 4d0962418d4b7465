package org.muniment.archive.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a token is for: reading in an area, or also changing things there. Written {@code holds:write}.
 *
 * @param write whether it may change things; it may read then too
 */
public record Scope(Area area, boolean write) implements Comparable<Scope> {
    /**
     * Reads a list such as {@code mail:read,holds:write}.
     *
     * @throws AccessRefused when it is none, or empty
     */
    public static Set<Scope> parse(String text) {
        Set<Scope> scopes = new TreeSet<>();
        for (String one : text.split("[,\\s]+")) {
            if (!one.isEmpty()) {
                scopes.add(one(one));
            }
        }
        if (scopes.isEmpty()) {
            throw new AccessRefused("A token is for something: name its scopes, such as mail:read,holds:write");
        }
        return scopes;
    }

    private static Scope one(String text) {
        String[] parts = text.toUpperCase(Locale.ROOT).split(":", -1);
        boolean known = parts.length == 2
                && Arrays.stream(Area.values()).anyMatch(area -> area.name().equals(parts[0]))
                && (parts[1].equals("READ") || parts[1].equals("WRITE"));
        if (!known) {
            throw new AccessRefused("A scope is an area, a colon, and read or write; '" + text + "' is none. Areas are "
                    + Arrays.stream(Area.values())
                            .map(area -> area.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        return new Scope(Area.valueOf(parts[0]), parts[1].equals("WRITE"));
    }

    /** Whether it is enough for a deed. */
    public boolean covers(Area where, boolean changing) {
        return area == where && (write || !changing);
    }

    @Override
    public int compareTo(Scope other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return area.name().toLowerCase(Locale.ROOT) + (write ? ":write" : ":read");
    }
}
