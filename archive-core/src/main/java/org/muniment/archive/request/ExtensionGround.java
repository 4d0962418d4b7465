package org.muniment.archive.request;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The unusual circumstances for which the ten days may be extended (Gov. Code 7922.535(c)); there are no others. */
public enum ExtensionGround {
    SEPARATE_FACILITIES("to search for and collect the records at facilities apart from the office", 1, null),
    VOLUMINOUS("to search, collect and examine a voluminous amount of separate and distinct records", 2, null),
    CONSULTATION("to consult another agency, or parts of the agency, with substantial interest", 3, null),
    PROGRAMMING("to compile data, write a program or build a report", 4, null),
    PROCLAIMED_EMERGENCY("a state of emergency that directly affects the ability to respond", 5, null),
    /** Since January 1, 2026 (AB 370, 2025). */
    CYBERATTACK("a cyberattack blocks the only copy of the records", 6, LocalDate.of(2026, 1, 1));

    private final String words;
    private final int number;
    private final @Nullable LocalDate since;

    ExtensionGround(String words, int number, @Nullable LocalDate since) {
        this.words = words;
        this.number = number;
        this.since = since;
    }

    /** As a letter names it. */
    public String words() {
        return words;
    }

    /** Where it stands in the law. */
    public String citation() {
        return "Gov. Code 7922.535(c)(" + number + ")";
    }

    /** Whether it was law for a request received on that day. */
    public boolean isLawOn(LocalDate received) {
        return since == null || !received.isBefore(since);
    }
}
