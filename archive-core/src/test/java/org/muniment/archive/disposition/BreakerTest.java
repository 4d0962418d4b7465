package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final Breaker breaker = new Breaker();

    private static Volume volume(long removing, long of, List<Long> history, String... unreconciled) {
        return new Volume(
                "P1",
                removing,
                List.of(new Volume.Share("ann@x.example", removing, of)),
                history,
                List.of(unreconciled));
    }

    @Test
    void fivePercentOfAMailboxMayGoAndNotOneItemMore() {
        assertThat(breaker.check(volume(5, 100, List.of()))).isEmpty();
        Trip trip = breaker.check(volume(6, 100, List.of())).orElseThrow();
        assertThat(trip.words()).isEqualTo("it would remove 6 of the 100 items of ann@x.example, more than 5 %");
        assertThat(trip.kinds()).isEqualTo("share of a mailbox");
    }

    @Test
    void oneMailboxTooManyStopsAllOfThem() {
        Volume two = new Volume(
                "P1",
                6,
                List.of(new Volume.Share("ann@x.example", 1, 1000), new Volume.Share("bob@x.example", 5, 20)),
                List.of(),
                List.of());
        assertThat(breaker.check(two).orElseThrow().causes())
                .containsExactly(new Trip.Cause.Share("bob@x.example", 5, 20));
    }

    @Test
    void twiceTheMedianDayMayGoAndNotOneItemMore() {
        List<Long> history =
                IntStream.rangeClosed(1, 29).mapToObj(day -> (long) day).toList();
        assertThat(breaker.check(volume(30, 100_000, history))).isEmpty();
        assertThat(breaker.check(volume(31, 100_000, history)).orElseThrow().causes())
                .containsExactly(new Trip.Cause.Surge(31, 15));
    }

    @Test
    void daysOnWhichNothingWasRemovedTellNothing() {
        assertThat(breaker.check(volume(1000, 100_000, List.of()))).isEmpty();
        assertThat(breaker.check(volume(1000, 100_000, List.of(0L, 0L, 0L)))).isEmpty();
        assertThat(breaker.check(volume(21, 100_000, List.of(0L, 0L, 10L)))).isPresent();
    }

    @Test
    void anUnreconciledSourceStopsTheRun() {
        Trip trip = breaker.check(volume(1, 1000, List.of(), "/mail")).orElseThrow();
        assertThat(trip.words()).isEqualTo("the last run over /mail has not been reconciled");
        assertThat(trip.kinds()).doesNotContain("/mail");
    }

    @Test
    void ofVeryManyReasonsTheFirstAreTold() {
        List<Volume.Share> shares = IntStream.range(0, 500)
                .mapToObj(number -> new Volume.Share("p" + number + "@x.example", 9, 10))
                .toList();
        Trip trip = breaker.check(new Volume("P1", 4500, shares, List.of(), List.of()))
                .orElseThrow();
        assertThat(trip.causes()).hasSize(500);
        assertThat(trip.words())
                .endsWith("; and for 490 more reasons like these")
                .doesNotContain("p10@x.example");
    }

    @Test
    void aRefusalIsOneLineThatEveryDatabaseTakes() {
        assertThat(new Refusal("x", "a\0b\nc\uD800d").words()).isEqualTo("a b c d");
        assertThat(new Refusal("x", "y".repeat(5000)).words()).hasSize(1000);
    }
}
