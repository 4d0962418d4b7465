package org.muniment.archive.request;

import java.time.LocalDate;
import java.util.Optional;

/**
 * By when a request must be answered: the determination of Gov. Code 7922.535, not the day on which records are handed
 * out. Calendar days; the day of receipt does not count, the last day does (CCP 12); a last day on a Saturday, Sunday or
 * holiday of CCP 135 moves to the next day that is none (CCP 12a).
 *
 * @param received the day of receipt in the agency's zone, whatever the hour or weekday
 * @param safeDue the last working day on or before day 10: for the office's calendar
 * @param legalDue day 10, moved if it must be
 * @param extendedSafe the last working day on or before day 24
 * @param extendedDue day 24: the law gives no more than 14 days on top and does not say from which day; this is the early
 *     reading, and it is not moved
 */
public record Deadline(
        LocalDate received, LocalDate safeDue, LocalDate legalDue, LocalDate extendedSafe, LocalDate extendedDue) {
    private static final int DETERMINATION = 10;
    private static final int EXTENSION = 14;
    private static final LocalDate BILL_1821 = LocalDate.of(2027, 1, 1);

    /** The deadlines of a request received on a day. */
    public static Deadline of(LocalDate received) {
        LocalDate tenth = received.plusDays(DETERMINATION);
        LocalDate last = tenth.plusDays(EXTENSION);
        return new Deadline(received, workingDayUpTo(tenth), workingDayFrom(tenth), workingDayUpTo(last), last);
    }

    private static LocalDate workingDayFrom(LocalDate day) {
        LocalDate at = day;
        while (JudicialHolidays.isHoliday(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    private static LocalDate workingDayUpTo(LocalDate day) {
        LocalDate at = day;
        while (JudicialHolidays.isHoliday(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    /** Days from a day to {@link #safeDue}, or to {@link #extendedSafe}; negative when it has passed. */
    public long daysLeft(LocalDate today, boolean extended) {
        return (extended ? extendedSafe : safeDue).toEpochDay() - today.toEpochDay();
    }

    /** What a person must confirm before relying on these days. */
    public Optional<String> caution() {
        return received.isBefore(BILL_1821)
                ? Optional.empty()
                : Optional.of(
                        "A bill of 2026 (AB 1821) may count business days for requests received from January 1, 2027"
                                + " on. These are calendar days, which are earlier. Have counsel confirm.");
    }
}
