package org.muniment.archive.review;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A ground on which the law lets or makes a district withhold. Decisions keep it as it was when they were made.
 *
 * @param id short name, such as {@code home-data}
 * @param section where it stands, as printed in the box: {@code Gov. Code 7928.300}
 * @param title what it covers, in plain words
 * @param verified how far its section was checked
 * @param note what to mind; empty when nothing
 */
public record Exemption(String id, String section, String title, Verified verified, String note) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LONGEST_SECTION = 60;

    /** How far a section was checked. */
    public enum Verified {
        /** The text of the law was read. */
        TEXT,
        /** Read in a district's adopted policy, a law firm's page or the like. */
        SECONDARY,
        /** Known, not checked: counsel must look before it is printed. */
        NOT
    }

    public Exemption {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "An exemption is named by 1 to 40 small letters, digits and hyphens, not: " + id);
        }
        if (section.isBlank() || section.length() > LONGEST_SECTION || title.isBlank()) {
            throw new IllegalArgumentException("The exemption " + id + " needs its section, of at most "
                    + LONGEST_SECTION + " characters, and its title");
        }
    }

    /** What to tell whoever uses it, when its section's text was not read. */
    public Optional<String> warning() {
        return switch (verified) {
            case TEXT -> Optional.empty();
            case SECONDARY -> Optional.of(section + " was checked in a secondary source only; have counsel confirm it");
            case NOT -> Optional.of(section + " was not checked against the law's text; have counsel confirm it first");
        };
    }
}
