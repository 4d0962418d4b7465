package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.time.Period;
import java.util.function.UnaryOperator;

/** The arithmetic of days that periods share. */
final class Days {
    static final Eligibility UNKNOWN = new Eligibility.Never("its receipt date is unknown");

    private Days() {}

    /** The day a length of time ends; a day of the month that does not exist is the first of the next month. */
    static LocalDate after(LocalDate day, Period length) {
        LocalDate month = day.plusMonths(length.toTotalMonths());
        boolean missing = month.getDayOfMonth() != day.getDayOfMonth();
        return month.plusDays(length.getDays() + (missing ? 1L : 0L));
    }

    /** Counted from an event about the item, or waiting for it. */
    static Eligibility since(EventKind event, Clocks clocks, UnaryOperator<LocalDate> count) {
        if (event == EventKind.AUDIT_COMPLETED && clocks.origin() == null) {
            return UNKNOWN;
        }
        return clocks.day(event)
                .<Eligibility>map(day -> new Eligibility.On(count.apply(day)))
                .orElseGet(() -> new Eligibility.Waiting("a record that " + event.words()));
    }

    static void notNegative(Period length) {
        if (length.isNegative()
                || length.getYears() > 1_000
                || length.toTotalMonths() > 12_000
                || length.getDays() > 365_000) {
            throw new IllegalArgumentException("A retention period is not negative and at most 1,000 years: " + length);
        }
    }
}
