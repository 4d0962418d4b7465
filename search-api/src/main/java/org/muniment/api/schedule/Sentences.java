package org.muniment.api.schedule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniment.api.WrongUsage;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Eligibility;
import org.muniment.archive.schedule.SchoolYear;

/** What the commands of this package read and say in one way. */
public final class Sentences {
    private Sentences() {}

    /** From when on an item may be destroyed, by its period alone. */
    public static String eligible(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.On on -> "from " + on.day() + " on, by its period";
            case Eligibility.Never never -> "never: kept " + never.why();
            case Eligibility.Waiting waiting -> "not before it is recorded: waits for " + waiting.forWhat();
        };
    }

    /** The eligible day in ISO 8601; null when there is none. */
    public static @Nullable String day(Eligibility eligibility) {
        return eligibility instanceof Eligibility.On on ? on.day().toString() : null;
    }

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** How a classification came about, before its reason. */
    public static String basis(Classification.Basis basis) {
        return switch (basis) {
            case RULE -> "by rule";
            case UNMATCHED -> "pending: no rule matched";
            case DECLARED -> "declared";
            case AGREED -> "pending, Class 2 by agreement";
        };
    }

    static Officer officer(String option, String name) {
        try {
            return new Officer(name);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(option + ": " + wrong.getMessage());
        }
    }

    static SchoolYear schoolYear(String text) {
        try {
            return SchoolYear.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--school-year: " + wrong.getMessage());
        }
    }
}
