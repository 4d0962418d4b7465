package org.muniment.batch.nightly;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a night's work begins and by when its page is written. A night belongs to the day on which it begins, and each day
 * has exactly one, also those on which clocks change: a time that a day skips begins when the clock has jumped, one that
 * comes twice counts the first time.
 *
 * @param at when the work begins
 * @param reportAt when it must have ended; the next day's when not after {@code at}
 * @param zone the agency's
 */
public record NightTimes(LocalTime at, LocalTime reportAt, ZoneId zone) {
    /**
     * One night.
     *
     * @param night the day it belongs to
     * @param begins when its work begins
     * @param ends when no more work is begun and the page is written; after {@code begins}
     */
    public record Window(LocalDate night, Instant begins, Instant ends) {
        public boolean contains(Instant now) {
            return !now.isBefore(begins) && now.isBefore(ends);
        }
    }

    public NightTimes {
        if (at.equals(reportAt)) {
            throw new IllegalArgumentException("The night's work and its report can't be at the same time, " + at);
        }
    }

    /** The first night that begins after a moment. */
    public Window next(Instant after) {
        return around(after)
                .filter(window -> window.begins().isAfter(after))
                .findFirst()
                .orElseThrow();
    }

    /** The night whose time it is, if it is any's. */
    public Optional<Window> current(Instant now) {
        return around(now).filter(window -> window.contains(now)).findFirst();
    }

    private Stream<Window> around(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return Stream.of(-1, 0, 1, 2).map(today::plusDays).map(this::of);
    }

    /** The night that belongs to a day. */
    public Window of(LocalDate night) {
        Instant begins = ZonedDateTime.of(night, at, zone).toInstant();
        LocalDate morning = reportAt.isAfter(at) ? night : night.plusDays(1);
        Instant ends = ZonedDateTime.of(morning, reportAt, zone).toInstant();
        if (!ends.isAfter(begins)) {
            // The clock jumps over both.
            ends = begins.plus(Duration.between(at, reportAt));
        }
        // The clock jumps over the report's time, and the next night would begin before it.
        Instant next = ZonedDateTime.of(night.plusDays(1), at, zone).toInstant();
        return new Window(night, begins, ends.isBefore(next) ? ends : next);
    }
}
