package org.muniment.archive.pdf;

import java.time.Instant;

/**
 * What a bundle says of itself.
 *
 * @param title as a window shows it; nothing that is redacted
 * @param language of its words, BCP 47: {@code en-US}
 * @param made when, for its metadata; to the second
 */
public record BundleInfo(String title, String language, Instant made) {
    public BundleInfo {
        if (title.isBlank() || !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
            throw new IllegalArgumentException("A bundle has a title, and a language as in en-US");
        }
    }
}
