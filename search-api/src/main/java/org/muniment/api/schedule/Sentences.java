package org.muniment.api.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.WrongUsage;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Counting;
import org.muniment.archive.schedule.Eligibility;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SchoolYear;

/** What the commands of this package read and say in one way. */
public final class Sentences {
    /** What a series whose items call for a legal hold asks of whoever reads one of them. */
    public static final String HOLD_RECOMMENDED = "the schedule recommends a legal hold for items of this series";

    private Sentences() {}

    /** From when on an item may be destroyed, by its period alone. */
    public static String eligible(Eligibility eligibility) {
        return switch (eligibility) {
            case Eligibility.On on -> "from " + on.day() + " on, by its period";
            case Eligibility.Never never -> "never: kept " + never.why();
            case Eligibility.Waiting waiting -> "not before it is recorded: waits for " + waiting.forWhat();
        };
    }

    /** By when a statutory maximum wants an item destroyed, and what stands against it; empty where none does. */
    public static String atMost(Classification one) {
        LocalDate atMost = one.atMost();
        if (atMost == null) {
            return "";
        }
        boolean keptLonger = one.recordClass() == RecordClass.PERMANENT
                || !(one.eligibility() instanceof Eligibility.On on)
                || on.day().isAfter(atMost);
        String wanted = "the law wants it destroyed by " + atMost + " (statutory maximum)";
        return keptLonger && one.basis() != Classification.Basis.DECLARED
                ? wanted + "; its class or another period keeps it longer: an officer settles it by declaring its class"
                : wanted;
    }

    /** The eligible day in ISO 8601; null when there is none. */
    public static @Nullable String day(Eligibility eligibility) {
        return eligibility instanceof Eligibility.On on ? on.day().toString() : null;
    }

    /** What its period is really counted from, or what it waits for. */
    public static String counted(List<Counting.Start> from) {
        return from.isEmpty()
                ? "from no day"
                : from.stream().map(Sentences::counted).collect(Collectors.joining("; "));
    }

    private static String counted(Counting.Start start) {
        LocalDate day = start.day();
        if (start.event().equals("received")) {
            return day == null ? "from an unknown day of receipt" : "from its receipt on " + day;
        }
        return day == null ? "waits for a record that " + start.words() : "from " + day + ", when " + start.words();
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
