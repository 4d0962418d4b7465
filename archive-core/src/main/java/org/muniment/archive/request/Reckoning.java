package org.muniment.archive.request;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words how a deadline was counted. */
final class Reckoning {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);

    private Reckoning() {}

    static List<String> of(Deadline deadline) {
        ResponsePeriod period = deadline.period();
        LocalDate last = deadline.counted();
        List<String> said = new ArrayList<>();
        said.add("Received " + day(deadline.received()) + ". The day of receipt does not count (CCP 12).");
        said.add("Day " + period.determination() + " in " + period.unit().words() + " is " + day(last) + " ("
                + period.citation() + ").");
        said.add(
                last.equals(deadline.legalDue())
                        ? "It is a working day, so it is the law's last day."
                        : moved(last, deadline));
        if (!deadline.safeDue().equals(deadline.legalDue())) {
            said.add("For the office: answer by " + day(deadline.safeDue()) + ", the last working day before.");
        }
        said.add("An extension of " + period.extension() + " days could name a day up to " + day(deadline.extendedDue())
                + ": counted from receipt and not moved, since the law does not say from which day.");
        return List.copyOf(said);
    }

    private static String moved(LocalDate last, Deadline deadline) {
        List<String> skipped = new ArrayList<>();
        for (LocalDate at = last; at.isBefore(deadline.legalDue()); at = at.plusDays(1)) {
            skipped.add(JudicialHolidays.name(at));
        }
        return "Not counted as a last day: " + String.join(", ", skipped) + " (CCP 12a, 135). The law's last day is "
                + day(deadline.legalDue()) + ".";
    }

    /** A day as sentences say it. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
