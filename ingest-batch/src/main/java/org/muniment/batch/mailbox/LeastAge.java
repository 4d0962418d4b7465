package org.muniment.batch.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How old a message is at least before it may leave its mailbox: the longest of 90 days (AR 7203, D.2: "not less than 90
 * days"), the schedule's period and the mailbox's own. Whole days by the clocks of the agency's zone, and never less than
 * 90 times 24 hours.
 */
final class LeastAge {
    static final Period MINIMUM = Period.ofDays(90);

    private LeastAge() {}

    /** The latest server receipt, inclusive, that is old enough now. */
    static Instant until(Instant now, ZoneId zone, Period schedule, @Nullable Period own) {
        Instant bySchedule = Stream.of(MINIMUM, schedule, own == null ? MINIMUM : own)
                .map(period -> now.atZone(zone).minus(period).toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        Instant byHours = now.minus(Duration.ofDays(MINIMUM.getDays()));
        return byHours.isBefore(bySchedule) ? byHours : bySchedule;
    }

    /** Whether a period is at least as long as another, whatever the day. */
    static boolean isAtLeast(Period period, Period other, Instant now, ZoneId zone) {
        Instant own = now.atZone(zone).minus(period).toInstant();
        return !own.isAfter(now.atZone(zone).minus(other).toInstant());
    }
}
