package org.muniment.archive.access;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By what a program acts for a person over the REST interface.
 *
 * @param number its name among the person's
 * @param label what the person calls it
 * @param reach how far it goes of what the person may do
 * @param lastDay the last day it is good, in the agency's zone
 * @param ended when it was taken back; null when it was not
 * @param used when last; null for never
 */
public record Token(
        long number,
        String account,
        String label,
        Reach reach,
        Instant made,
        LocalDate lastDay,
        @Nullable Instant ended,
        @Nullable Instant used) {
    /** How much it may do of what the person may; what is further down includes what is above. */
    public enum Scope {
        /** Look. */
        READ,
        /** Look, and change. */
        WRITE
    }

    /** Whether it is good on a day. */
    public boolean isGoodOn(LocalDate day) {
        return ended == null && !day.isAfter(lastDay);
    }
}
