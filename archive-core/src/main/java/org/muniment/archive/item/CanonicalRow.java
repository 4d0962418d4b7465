package org.muniment.archive.item;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;

/**
 * The one form of a row that is hashed: for each column {@code name:length:value\n} in a fixed order, length in UTF-8
 * bytes, an absent value as {@code name:-\n}. Described in decisions/0004.
 */
final class CanonicalRow {
    private final MessageDigest hash = Digest.sha256();

    CanonicalRow(String table) {
        add(table + "\n");
    }

    CanonicalRow column(String name, @Nullable Object value) {
        if (value == null) {
            add(name + ":-\n");
        } else {
            byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            add(name + ":" + bytes.length + ":");
            hash.update(bytes);
            add("\n");
        }
        return this;
    }

    private void add(String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
    }

    Digest digest() {
        return Digest.ofHash(hash.digest());
    }
}
