package org.muniment.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NightWatchTest {
    private static final NightTimes TIMES =
            new NightTimes(LocalTime.of(0, 30), LocalTime.of(6, 0), ZoneId.of("America/Los_Angeles"));

    private final Hands clock = new Hands();
    private final List<LocalDate> nights = new ArrayList<>();
    private final List<LocalDate> missed = new ArrayList<>();

    /** A clock that sleeping moves. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-10-31T20:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private void stayUntil(String end, NightWatch.Work work) throws InterruptedException {
        new NightWatch(
                        TIMES,
                        clock,
                        time -> {
                            assertThat(time).isPositive();
                            clock.now = clock.now.plus(time);
                        },
                        work,
                        missed::add)
                .stay(() -> !clock.now.isBefore(Instant.parse(end)));
    }

    private boolean worked(NightTimes.Window window) {
        nights.add(window.night());
        clock.now = clock.now.plus(Duration.ofHours(1));
        return true;
    }

    @Test
    void everyNightIsDoneOnceAlsoWhenClocksGoBack() throws InterruptedException {
        stayUntil("2026-11-04T20:00:00Z", this::worked);
        assertThat(nights)
                .containsExactly(
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2026, 11, 3),
                        LocalDate.of(2026, 11, 4));
        assertThat(missed).isEmpty();
    }

    @Test
    void begunInTheMiddleOfANightItIsDoneAtOnce() throws InterruptedException {
        clock.now = Instant.parse("2026-11-02T12:00:00Z");
        stayUntil("2026-11-02T13:30:00Z", this::worked);
        assertThat(nights).containsExactly(LocalDate.of(2026, 11, 2));
    }

    @Test
    void anArchiveInUseIsTriedAgainUntilItIsFree() throws InterruptedException {
        int[] tries = new int[1];
        stayUntil("2026-11-01T20:00:00Z", window -> ++tries[0] > 3 && worked(window));
        assertThat(tries[0]).isEqualTo(4);
        assertThat(nights).containsExactly(LocalDate.of(2026, 11, 1));
        assertThat(missed).isEmpty();
    }

    @Test
    void aNightThatCouldNotBeBegunIsNamed() throws InterruptedException {
        stayUntil("2026-11-01T20:00:00Z", window -> false);
        assertThat(nights).isEmpty();
        assertThat(missed).containsExactly(LocalDate.of(2026, 11, 1));
    }

    @Test
    void aWorkThatOverrunsItsNightIsNotDoneAgain() throws InterruptedException {
        stayUntil("2026-11-01T22:00:00Z", window -> {
            nights.add(window.night());
            clock.now = window.ends().plusSeconds(3600);
            return true;
        });
        assertThat(nights).containsExactly(LocalDate.of(2026, 11, 1));
        assertThat(missed).isEmpty();
    }
}
