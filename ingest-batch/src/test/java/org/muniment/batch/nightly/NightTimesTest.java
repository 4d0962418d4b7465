package org.muniment.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.batch.nightly.NightTimes.Window;

/** In 2026 California's clocks go forward on March 8 at 02:00 and back on November 1 at 02:00. */
class NightTimesTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource({
        // at, reportAt, after, night, begins, ends
        "00:30,06:00,2026-11-22T20:00:00Z,2026-11-23,2026-11-23T08:30:00Z,2026-11-23T14:00:00Z",
        "00:30,06:00,2026-11-23T08:29:59Z,2026-11-23,2026-11-23T08:30:00Z,2026-11-23T14:00:00Z",
        "00:30,06:00,2026-11-23T08:30:00Z,2026-11-24,2026-11-24T08:30:00Z,2026-11-24T14:00:00Z",
        "23:00,06:00,2026-11-22T20:00:00Z,2026-11-22,2026-11-23T07:00:00Z,2026-11-23T14:00:00Z",
        // The night on which an hour is missing: begun at 3, when the clock has jumped over 02:30.
        "02:30,06:00,2026-03-08T08:00:00Z,2026-03-08,2026-03-08T10:30:00Z,2026-03-08T13:00:00Z",
        "00:30,06:00,2026-03-08T01:00:00Z,2026-03-08,2026-03-08T08:30:00Z,2026-03-08T13:00:00Z",
        // The night on which an hour comes twice: begun the first time, and not again the second.
        "01:30,06:00,2026-11-01T07:00:00Z,2026-11-01,2026-11-01T08:30:00Z,2026-11-01T14:00:00Z",
        "01:30,06:00,2026-11-01T08:30:00Z,2026-11-02,2026-11-02T09:30:00Z,2026-11-02T14:00:00Z",
        // Both within the missing hour.
        "02:10,02:50,2026-03-08T08:00:00Z,2026-03-08,2026-03-08T10:10:00Z,2026-03-08T10:50:00Z",
        "02:45,03:15,2026-03-08T08:00:00Z,2026-03-08,2026-03-08T10:45:00Z,2026-03-08T11:15:00Z",
        // The report's time is missing, and after the hour that is missing too the next night has begun.
        "03:17,02:58,2026-03-07T11:16:00Z,2026-03-07,2026-03-07T11:17:00Z,2026-03-08T10:17:00Z",
    })
    void theNextNightBeginsAtItsTimeOnTheAgencysClock(
            LocalTime at, LocalTime reportAt, Instant after, LocalDate night, Instant begins, Instant ends) {
        assertThat(new NightTimes(at, reportAt, ZONE).next(after)).isEqualTo(new Window(night, begins, ends));
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        NightTimes times = new NightTimes(LocalTime.of(23, 0), LocalTime.of(6, 0), ZONE);
        assertThat(times.current(Instant.parse("2026-11-23T13:59:59Z")))
                .hasValueSatisfying(now -> assertThat(now.night()).isEqualTo(LocalDate.of(2026, 11, 22)));
        assertThat(times.current(Instant.parse("2026-11-23T14:00:00Z"))).isEmpty();
    }

    @Test
    void everyDayHasOneNightWhateverTheTimes() {
        long seed = System.nanoTime();
        System.out.println("everyDayHasOneNight seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            LocalTime at = LocalTime.of(random.nextInt(24), random.nextInt(60));
            NightTimes times = new NightTimes(at, at.plusMinutes(1 + random.nextInt(1438)), ZONE);
            Instant now = Instant.parse("2026-01-01T20:00:00Z");
            Set<LocalDate> nights = new HashSet<>();
            for (int day = 0; day < 365; day++) {
                Window next = times.next(now);
                assertThat(next.begins()).isAfter(now);
                assertThat(next.ends()).isAfter(next.begins());
                assertThat(Duration.between(now, next.begins())).isLessThan(Duration.ofHours(50));
                assertThat(times.current(next.begins())).contains(next);
                assertThat(nights.add(next.night())).as("seed " + seed).isTrue();
                now = next.begins();
            }
            assertThat(nights).hasSize(365);
        }
    }

    @Test
    void workAndReportAtOneTimeAreRefused() {
        assertThatThrownBy(() -> new NightTimes(LocalTime.NOON, LocalTime.NOON, ZONE))
                .hasMessageContaining("can't be at the same time");
    }
}
