package org.muniment.archive.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.request.ResponsePeriod.Unit;

/**
 * By when a request must be answered: the determination of Gov. Code 7922.535, not the day on which records are handed
 * out. The day of receipt does not count, the last day does (CCP 12); a last day on a Saturday, Sunday or holiday of CCP 135
 * moves to the next day that is none (CCP 12a). How many days, and whether calendar or business days, the period says.
 *
 * @param received the day of receipt in the agency's zone, whatever the hour or weekday
 * @param safeDue the last working day on or before the last day: for the office's calendar
 * @param legalDue the last day, moved if it must be
 * @param extendedSafe the last working day on or before the last day of an extension
 * @param extendedDue the last day of an extension: the law does not say from which day its days are added; this is the early
 *     reading, counted from receipt and not moved
 * @param period the law of the day of receipt
 */
public record Deadline(
        LocalDate received,
        LocalDate safeDue,
        LocalDate legalDue,
        LocalDate extendedSafe,
        LocalDate extendedDue,
        ResponsePeriod period) {
    /** The deadlines of a request received on a day. */
    public static Deadline of(LocalDate received, ResponsePeriod period) {
        LocalDate last = counted(received, period.determination(), period.unit());
        LocalDate extended = counted(received, period.determination() + period.extension(), period.unit());
        return new Deadline(
                received, workingDayUpTo(last), workingDayFrom(last), workingDayUpTo(extended), extended, period);
    }

    private static LocalDate counted(LocalDate received, int days, Unit unit) {
        return switch (unit) {
            case CALENDAR_DAYS -> received.plusDays(days);
            case BUSINESS_DAYS -> {
                LocalDate at = received;
                for (int day = 0; day < days; day++) {
                    at = workingDayFrom(at.plusDays(1));
                }
                yield at;
            }
        };
    }

    private static LocalDate workingDayFrom(LocalDate day) {
        LocalDate at = day;
        while (JudicialHolidays.isHoliday(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** The last day on or before a day that is neither weekend nor holiday. */
    static LocalDate workingDayUpTo(LocalDate day) {
        LocalDate at = day;
        while (JudicialHolidays.isHoliday(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    /** The last day as it was counted, before it was moved. */
    public LocalDate counted() {
        return counted(received, period.determination(), period.unit());
    }

    /** What a person must confirm before relying on these days. */
    public Optional<String> caution() {
        return period.warning();
    }

    /** How these days were counted, sentence by sentence, with the law. */
    public List<String> reckoning() {
        return Reckoning.of(this);
    }
}
