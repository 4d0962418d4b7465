package org.muniment.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.hold.HoldDesk.BOARD;
import static org.muniment.archive.hold.HoldDesk.CLERK;
import static org.muniment.archive.hold.HoldDesk.ZONE;
import static org.muniment.archive.hold.HoldDesk.scope;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.index.ItemDocument;

/** The days of a scope: in Los Angeles, both ends within, whatever the clocks do on them. */
class HoldDaysTest {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T12:00:00Z");
    /** From the day the clocks go forward to the day they go back. */
    private static final HoldScope SUMMER = scope(LocalDate.of(2025, 3, 9), LocalDate.of(2025, 11, 2), null, CLERK);

    private static void held(HoldScope scope, boolean expected, ItemDocument item) {
        StandingHolds standing = new StandingHolds(1, List.of(new PlacedHold(HoldAgreementTest.hold(1, scope), ZONE)));
        assertThat(!standing.holding(item).isEmpty()).isEqualTo(expected);
        Reach reach = standing.reach(item.reading().item(), item.collections());
        assertThat(reach).isEqualTo(expected ? new Reach.Held(HoldDesk.ids("H1")) : new Reach.Free());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-09T07:59:59.999Z, false", // still the 8th
        "2025-03-09T08:00:00Z, true",
        "2025-06-15T12:00:00Z, true",
        "2025-11-03T06:30:00Z, true", // the 2nd has 25 hours
        "2025-11-03T07:59:59.999Z, true",
        "2025-11-03T08:00:00Z, false"
    })
    void theFirstAndTheLastDayAreWithinToTheirLastMillisecond(Instant time, boolean expected) {
        held(SUMMER, expected, HeldMail.of("budget", time, LONG_AGO, CLERK));
        held(SUMMER, expected, HeldMail.of("budget", LONG_AGO, time, CLERK));
    }

    @Test
    void anUnknownDateCountsAsCovered() {
        Instant within = Instant.parse("2025-06-15T12:00:00Z");
        for (@Nullable Instant other : new Instant[] {null, LONG_AGO, within}) {
            held(SUMMER, true, HeldMail.of("budget", null, other, CLERK));
            held(SUMMER, true, HeldMail.of("budget", other, null, CLERK));
        }
        held(SUMMER, false, HeldMail.of("budget", LONG_AGO, LONG_AGO, CLERK));
    }

    @Test
    void anotherMailboxIsNotHeldButACopyInTheHeldOneHoldsTheItem() {
        Instant within = Instant.parse("2025-06-15T12:00:00Z");
        held(SUMMER, false, HeldMail.of("budget", within, within, BOARD));
        held(SUMMER, true, HeldMail.of("budget", within, within, BOARD, CLERK));
    }

    @Test
    void oneEndAloneLimitsOneSide() {
        Instant day = Instant.parse("2025-03-09T08:00:00Z");
        held(scope(LocalDate.of(2025, 3, 9), null, null), true, HeldMail.of("budget", day, LONG_AGO, CLERK));
        held(scope(LocalDate.of(2025, 3, 10), null, null), false, HeldMail.of("budget", day, LONG_AGO, CLERK));
        held(scope(null, LocalDate.of(2001, 1, 1), null), true, HeldMail.of("budget", day, LONG_AGO, CLERK));
        held(scope(null, LocalDate.of(2000, 12, 31), null), false, HeldMail.of("budget", day, LONG_AGO, CLERK));
    }
}
