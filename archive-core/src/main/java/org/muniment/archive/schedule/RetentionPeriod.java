package org.muniment.archive.schedule;

import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long the items of a series are kept: a closed set, each kind with its own arithmetic of days. {@code toString} is the
 * form that schedules write and {@link #parse} reads; a combination, which schedules write as a map, is told in words.
 *
 * <p>An eligible day is the first on which destruction is permitted. A length of time ends on the same day of the month in
 * which it runs out; where that month has no such day (February 29, the 31st), on the first of the next, so that no period is
 * ever cut short.
 */
public sealed interface RetentionPeriod {
    /** From when on an item with these clocks may be destroyed. */
    Eligibility eligible(Clocks clocks);

    /** The kinds of events about the item itself that it counts from; audits of school years are none. */
    default Set<EventKind> events() {
        return Set.of();
    }

    /**
     * Reads a text form: {@code permanent}, {@code until reclassified}, {@code P1Y after received}, {@code P4Y after
     * contract-ended}, {@code third school year after origin}, {@code fourth school year after usefulness-ended}, {@code third
     * July 1 after audit completed}, {@code day after third July 1 after audit completed}. Ordinals go from first to tenth,
     * lengths are of ISO 8601, events those of {@link EventKind}.
     *
     * @throws IllegalArgumentException for anything else, with a message that says what may be written
     */
    static RetentionPeriod parse(String text) {
        return PeriodText.parse(text);
    }

    /** Kept indefinitely, 5 CCR 16023. */
    record Permanent() implements RetentionPeriod {
        @Override
        public Eligibility eligible(Clocks clocks) {
            return new Eligibility.Never("permanently");
        }

        @Override
        public String toString() {
            return "permanent";
        }
    }

    /** Kept until a person reclassifies it as Class 3, 5 CCR 16024. */
    record UntilReclassified() implements RetentionPeriod {
        @Override
        public Eligibility eligible(Clocks clocks) {
            return new Eligibility.Never("until a person reclassifies it as Class 3");
        }

        @Override
        public String toString() {
            return "until reclassified";
        }
    }

    /** A length of time after the day of receipt. */
    record AfterReceived(Period length) implements RetentionPeriod {
        public AfterReceived {
            Days.notNegative(length);
        }

        @Override
        public Eligibility eligible(Clocks clocks) {
            LocalDate origin = clocks.origin();
            return origin == null ? Days.UNKNOWN : new Eligibility.On(Days.after(origin, length));
        }

        @Override
        public String toString() {
            return length + " after received";
        }
    }

    /** July 1 of the school year that is so many after the one of origin, 5 CCR 16026: {@code third} for most of Class 3. */
    record SchoolYearAfterOrigin(int ordinal) implements RetentionPeriod {
        public SchoolYearAfterOrigin {
            Ordinals.check(ordinal);
        }

        @Override
        public Eligibility eligible(Clocks clocks) {
            LocalDate origin = clocks.origin();
            return origin == null
                    ? Days.UNKNOWN
                    : new Eligibility.On(SchoolYear.of(origin).plus(ordinal).first());
        }

        @Override
        public String toString() {
            return Ordinals.word(ordinal) + " school year after origin";
        }
    }

    /**
     * A July 1 after the audit of the school year of origin was completed, counted strictly after that day.
     *
     * @param ordinal {@code third} in 5 CCR 16026, {@code second} in Ed. Code 35254
     * @param dayAfter not on that July 1 but on the day after it, for a law that says "not until after"
     */
    record JulyFirstAfterAudit(int ordinal, boolean dayAfter) implements RetentionPeriod {
        public JulyFirstAfterAudit {
            Ordinals.check(ordinal);
        }

        @Override
        public Eligibility eligible(Clocks clocks) {
            LocalDate origin = clocks.origin();
            if (origin == null) {
                return Days.UNKNOWN;
            }
            return clocks.day(EventKind.AUDIT_COMPLETED)
                    .<Eligibility>map(day -> new Eligibility.On(counted(day)))
                    .orElseGet(() -> new Eligibility.Waiting(
                            "a record that the audit of " + SchoolYear.of(origin) + " was completed"));
        }

        private LocalDate counted(LocalDate completed) {
            LocalDate first = LocalDate.of(completed.getYear(), Month.JULY, 1);
            LocalDate next = first.isAfter(completed) ? first : first.plusYears(1);
            return next.plusYears(ordinal - 1L).plusDays(dayAfter ? 1 : 0);
        }

        @Override
        public String toString() {
            return (dayAfter ? "day after " : "") + Ordinals.word(ordinal) + " July 1 after audit completed";
        }
    }

    /** A length of time after an event about the item; of several events the latest, in a statutory maximum the earliest. */
    record AfterEvent(Period length, EventKind event) implements RetentionPeriod {
        public AfterEvent {
            Days.notNegative(length);
        }

        @Override
        public Eligibility eligible(Clocks clocks) {
            return Days.since(event, clocks, day -> Days.after(day, length));
        }

        @Override
        public Set<EventKind> events() {
            return Set.of(event);
        }

        @Override
        public String toString() {
            return length + " after " + event.key();
        }
    }

    /** July 1 of the school year that is so many after the one of an event: {@code fourth} for continuing records. */
    record SchoolYearAfterEvent(int ordinal, EventKind event) implements RetentionPeriod {
        public SchoolYearAfterEvent {
            Ordinals.check(ordinal);
        }

        @Override
        public Eligibility eligible(Clocks clocks) {
            return Days.since(
                    event, clocks, day -> SchoolYear.of(day).plus(ordinal).first());
        }

        @Override
        public Set<EventKind> events() {
            return Set.of(event);
        }

        @Override
        public String toString() {
            return Ordinals.word(ordinal) + " school year after " + event.key();
        }
    }

    /** The longest of several; as long as one of them has no day, neither has this. */
    record LaterOf(List<RetentionPeriod> periods) implements RetentionPeriod {
        public LaterOf {
            periods = Choice.ofSeveral(periods);
        }

        @Override
        public Eligibility eligible(Clocks clocks) {
            return Choice.longest(
                    periods.stream().map(period -> period.eligible(clocks)).toList());
        }

        @Override
        public Set<EventKind> events() {
            return Choice.events(periods);
        }

        @Override
        public String toString() {
            return periods.stream().map(Object::toString).collect(Collectors.joining("; ", "the later of (", ")"));
        }
    }

    /** The shortest of several; those that have no day do not count while one has. */
    record EarlierOf(List<RetentionPeriod> periods) implements RetentionPeriod {
        public EarlierOf {
            periods = Choice.ofSeveral(periods);
        }

        @Override
        public Eligibility eligible(Clocks clocks) {
            return Choice.shortest(
                    periods.stream().map(period -> period.eligible(clocks)).toList());
        }

        @Override
        public Set<EventKind> events() {
            return Choice.events(periods);
        }

        @Override
        public String toString() {
            return periods.stream().map(Object::toString).collect(Collectors.joining("; ", "the earlier of (", ")"));
        }
    }
}
