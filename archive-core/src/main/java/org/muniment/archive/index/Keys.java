package org.muniment.archive.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.muniment.archive.item.Address;

/** Terms that are matched as a whole, of any length: headers hold what they like. */
final class Keys {
    private static final int LONGEST = 256;
    /** Labels of a domain, counted from its end, that are a parent to search by. */
    private static final int PARENTS = 10;

    private Keys() {}

    /** The term for a value: in lower case; a long value keeps its start and is told apart by its hash. */
    static String key(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.length() <= LONGEST ? lower : lower.substring(0, LONGEST) + StemFilter.MARK + hash(lower);
    }

    /** The terms of an address: itself, and {@code @domain} for its domain and each parent of two or more labels. */
    static List<String> of(Address address) {
        String whole = address.address();
        var keys = new ArrayList<String>();
        if (!whole.isEmpty()) {
            keys.add(key(whole));
        }
        int at = whole.lastIndexOf('@');
        if (at >= 0 && at < whole.length() - 1) {
            String domain = whole.substring(at + 1);
            keys.add(key("@" + domain));
            parents(domain, keys);
        }
        return keys;
    }

    private static void parents(String domain, List<String> keys) {
        int dot = domain.lastIndexOf('.');
        for (int labels = 2; dot > 0 && labels <= PARENTS; labels++) {
            dot = domain.lastIndexOf('.', dot - 1);
            if (dot >= 0) {
                keys.add(key("@" + domain.substring(dot + 1)));
            }
        }
    }

    /** What words of an address are searched: the display name, and the part before the {@code @}. */
    static List<String> texts(Address address) {
        String whole = address.address();
        int at = whole.lastIndexOf('@');
        return List.of(address.name(), at < 0 ? whole : whole.substring(0, at));
    }

    private static String hash(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
