package org.muniment.archive.request;

import java.util.Locale;

/**
 * The unusual circumstances for which the ten days may be extended (Gov. Code 7922.535(c)). Which of them are law for a
 * request, its {@link ResponsePeriod} says.
 */
public enum ExtensionGround {
    SEPARATE_FACILITIES("to search for and collect the records at facilities apart from the office", 1),
    VOLUMINOUS("to search, collect and examine a voluminous amount of separate and distinct records", 2),
    CONSULTATION("to consult another agency, or parts of the agency, with substantial interest", 3),
    PROGRAMMING("to compile data, write a program or build a report", 4),
    PROCLAIMED_EMERGENCY("a state of emergency that directly affects the ability to respond", 5),
    /** Since January 1, 2026 (AB 370, 2025). */
    CYBERATTACK("a cyberattack blocks the only copy of the records", 6);

    private final String words;
    private final int number;

    ExtensionGround(String words, int number) {
        this.words = words;
        this.number = number;
    }

    /**
     * Finds one by its name, in any case of letters, with hyphens or spaces: {@code separate-facilities}.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static ExtensionGround named(String name) {
        String given = name.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        for (ExtensionGround ground : values()) {
            if (ground.name().equals(given)) {
                return ground;
            }
        }
        throw new IllegalArgumentException("There is no ground of that name");
    }

    /** As a letter names it. */
    public String words() {
        return words;
    }

    /** Where it stands in the law. */
    public String citation() {
        return "Gov. Code 7922.535(c)(" + number + ")";
    }
}
