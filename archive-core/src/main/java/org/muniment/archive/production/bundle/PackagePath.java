package org.muniment.archive.production.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.muniment.archive.production.BatesNumber;

/**
 * Where a file is within a package: relative, slashes between, of names that any computer can keep: ASCII letters, digits,
 * {@code . _ -}, at most 100 characters each; none begins or ends with a dot.
 *
 * @param value {@code VOL001/TEXT/CUSD-000000001.txt}
 */
public record PackagePath(String value) implements Comparable<PackagePath> {
    private static final Pattern NAME = Pattern.compile("(?!\\.)[A-Za-z0-9._-]{1,100}(?<!\\.)");
    private static final Pattern RESERVED = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Pattern EXTENSION = Pattern.compile(".*\\.([A-Za-z0-9]{1,8})");

    public PackagePath {
        for (String name : value.split("/", -1)) {
            if (!NAME.matcher(name).matches() || RESERVED.matcher(name).matches()) {
                throw new IllegalArgumentException("No path in a package: " + value);
            }
        }
    }

    /** Of names. */
    public static PackagePath of(String... names) {
        return new PackagePath(String.join("/", List.of(names)));
    }

    /** The name of a native: the number and the extension of its file name; {@code bin} where that has none. */
    public static String nativeName(BatesNumber number, String fileName) {
        var extension = EXTENSION.matcher(fileName);
        return number + "." + (extension.matches() ? extension.group(1).toLowerCase(Locale.ROOT) : "bin");
    }

    /** As load files have it: {@code .\VOL001\TEXT\CUSD-000000001.txt}. */
    public String link() {
        return ".\\" + value.replace('/', '\\');
    }

    /** In a folder on this computer. */
    public Path in(Path folder) {
        return folder.resolve(value);
    }

    @Override
    public int compareTo(PackagePath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
