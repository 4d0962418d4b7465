package org.muniment.archive.production.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.archive.store.Digest;

/**
 * The digests of files as {@code sha256sum} writes and checks them, and as BagIt has them (RFC 8493 §2.1.3): 64 hexadecimal
 * digits, two spaces, the path, a line feed; sorted by path.
 *
 * @param files digests by path
 */
public record Manifest(SortedMap<String, Digest> files) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^\\n]+)\\n");

    public Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException when it is none, is not sorted, or names a path that no package has
     */
    public static Manifest parse(String text) {
        SortedMap<String, Digest> files = new TreeMap<>();
        Matcher line = LINE.matcher(text);
        int at = 0;
        while (line.find(at) && line.start() == at) {
            files.put(new PackagePath(line.group(2)).value(), new Digest(line.group(1)));
            at = line.end();
        }
        Manifest read = new Manifest(files);
        if (!read.toString().equals(text)) {
            throw new IllegalArgumentException("It is no manifest, or its lines are not in order");
        }
        return read;
    }

    byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        files.forEach(
                (path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
        return text.toString();
    }
}
