package org.muniment.archive.item.text;

import java.util.Locale;

/** Why a text is not all there, in words a clerk can act on; never a word of the file's own. */
public final class Reasons {
    public static final String ENCRYPTED = "password-protected";
    public static final String CRASHED = "the reader of this file type crashed";
    public static final String OUT_OF_MEMORY = "the reader of this file type ran out of memory";

    private Reasons() {}

    static String noReader(String type) {
        return holdsNoText(type) ? "" : "no reader for this type (" + type + ")";
    }

    public static String cut(int characters) {
        return String.format(Locale.ROOT, "only the first %,d characters", characters);
    }

    static String tooSlow(long milliseconds) {
        return milliseconds % 1000 == 0
                ? "took longer than " + milliseconds / 1000 + " s"
                : "took longer than " + milliseconds + " ms";
    }

    static String damaged(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        boolean secret = name.contains("Encrypted") || name.contains("Password");
        return secret ? ENCRYPTED : "damaged: the file could not be read to its end (" + name + ")";
    }

    /** Pictures, sound, film, typefaces and signatures hold no text: not reading them leaves no gap. */
    public static boolean holdsNoText(String type) {
        return type.startsWith("image/")
                || type.startsWith("audio/")
                || type.startsWith("video/")
                || type.startsWith("font/")
                || type.endsWith("pgp-signature")
                || type.endsWith("pgp-keys")
                || type.endsWith("pkcs7-signature")
                || type.endsWith("x-x509-ca-cert")
                || type.endsWith("application/applefile");
    }
}
