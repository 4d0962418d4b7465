package org.muniment.archive.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an object lies below the root of any store: {@code sha256/ab/abcd…}, see decisions/0002. */
final class ObjectKey {
    /** Common to the keys of all objects. */
    static final String PREFIX = "sha256/";

    private static final Pattern KEY = Pattern.compile("sha256/([0-9a-f]{2})/(\\1[0-9a-f]{62})");

    private ObjectKey() {}

    static String of(Digest digest) {
        return PREFIX + shard(digest) + "/" + digest.hex();
    }

    /** The first byte of the digest, which names its folder. */
    static String shard(Digest digest) {
        return digest.hex().substring(0, 2);
    }

    /** The digest in a key, or nothing when it is not the key of an object. */
    static Optional<Digest> digest(String key) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? Optional.of(new Digest(matcher.group(2))) : Optional.empty();
    }
}
