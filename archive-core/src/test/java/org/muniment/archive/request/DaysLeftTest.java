package org.muniment.archive.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.request.DaysLeft.Due;
import org.muniment.archive.request.Determination.Outcome;
import org.muniment.archive.request.RecordsRequest.Extension;
import org.muniment.archive.request.RecordsRequest.State;
import org.muniment.archive.request.RequestStep.Kind;

class DaysLeftTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Records");
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final LocalDate EXTENDED = LocalDate.of(2026, 10, 29);

    private final List<RequestStep> steps = new ArrayList<>();

    private static RecordsRequest request(LocalDate received, @Nullable Extension extension, State state) {
        return new RecordsRequest(
                new RequestId("R1"),
                "Dana Reyes",
                received,
                "Field lights",
                new HoldScope(Set.of(), null, null, new ItemQuery.All()),
                "H1",
                state,
                ORTIZ,
                noon(received),
                extension,
                Deadline.of(received, ResponsePeriods.shipped().on(received)));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    private static RecordsRequest received(LocalDate day) {
        return request(day, null, new State.Open());
    }

    /** An extension that was noted two days after receipt. */
    private static RecordsRequest extended(LocalDate until) {
        ExtensionGround ground = ExtensionGround.values()[0];
        Extension extension = new Extension(ground, "Eleven schools", until, ORTIZ, noon(MONDAY.plusDays(2)));
        return request(MONDAY, extension, new State.Open());
    }

    private void taken(Kind kind, LocalDate day, @Nullable Determination determination) {
        steps.add(
                new RequestStep(new RequestId("R1"), steps.size() + 1, kind, day, "", determination, ORTIZ, noon(day)));
    }

    private void promised(LocalDate day, LocalDate available) {
        taken(Kind.DETERMINED, day, new Determination(Outcome.FULL, available.atTime(16, 0)));
    }

    private String words(RecordsRequest request, LocalDate today) {
        return DaysLeft.of(request, steps, today).words();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05, 2026-10-15, 2026-10-15",
        "2026-10-01, 2026-10-12, 2026-10-09",
        "2026-09-30, 2026-10-12, 2026-10-09",
        "2026-08-26, 2026-09-08, 2026-09-04",
        "2026-09-15, 2026-09-28, 2026-09-24",
        "2026-11-16, 2026-11-30, 2026-11-25",
        "2026-12-15, 2026-12-28, 2026-12-24"
    })
    void daysAreCountedToTheLegalDayOfTheVectors(LocalDate received, LocalDate legal, LocalDate office) {
        RecordsRequest request = received(received);
        assertThat(words(request, received)).isEqualTo((legal.toEpochDay() - received.toEpochDay()) + " days left");
        assertThat(words(request, legal.minusDays(1))).isEqualTo("1 day left");
        assertThat(words(request, legal)).isEqualTo("due today");
        assertThat(words(request, legal.plusDays(1))).isEqualTo("1 day late");
        assertThat(words(request, legal.plusDays(2))).isEqualTo("2 days late");
        DaysLeft left = DaysLeft.of(request, steps, legal);
        assertThat(left.day()).isEqualTo(legal);
        assertThat(left.officeDay()).isEqualTo(office);
    }

    /** Before Thanksgiving five days may be left, and none of them a working day. */
    @Test
    void whatIsUrgentIsSeenByTheOfficesDays() {
        RecordsRequest request = received(LocalDate.of(2026, 11, 16));
        assertThat(DaysLeft.of(request, steps, LocalDate.of(2026, 11, 21)).isUrgent())
                .isFalse();
        DaysLeft eve = DaysLeft.of(request, steps, LocalDate.of(2026, 11, 25));
        assertThat(eve.words()).isEqualTo("5 days left");
        assertThat(eve.isUrgent()).isTrue();
        assertThat(DaysLeft.of(request, steps, LocalDate.of(2026, 12, 25)).isUrgent())
                .isTrue();
    }

    @Test
    void anExtensionCountsOnlyOnceItsLetterWasSent() {
        RecordsRequest request = extended(EXTENDED);
        LocalDate today = MONDAY.plusDays(3);
        assertThat(words(request, today)).isEqualTo("7 days left");
        taken(Kind.NOTED, today, null);
        assertThat(words(request, today)).isEqualTo("7 days left");
        taken(Kind.EXTENSION_SENT, today, null);
        assertThat(words(request, today)).isEqualTo("21 days left");
        assertThat(words(request, EXTENDED)).isEqualTo("due today");
        assertThat(words(request, EXTENDED.plusDays(1))).isEqualTo("1 day late");
    }

    @Test
    void aLetterOfTheLastDayMovesTheClockAndOneOfTheDayAfterDoesNot() {
        LocalDate last = LocalDate.of(2026, 10, 15);
        taken(Kind.EXTENSION_SENT, last.plusDays(1), null);
        assertThat(DaysLeft.counting(extended(EXTENDED), steps)).isEmpty();
        assertThat(words(extended(EXTENDED), last.plusDays(1))).isEqualTo("1 day late");
        steps.clear();
        taken(Kind.EXTENSION_SENT, last, null);
        assertThat(words(extended(EXTENDED), last.plusDays(1))).isEqualTo("13 days left");
    }

    @Test
    void aNoticeFromBeforeTheExtensionOrWithoutOneMovesNothing() {
        taken(Kind.EXTENSION_SENT, MONDAY.plusDays(1), null);
        assertThat(words(extended(EXTENDED), MONDAY)).isEqualTo("10 days left");
        assertThat(words(received(MONDAY), MONDAY)).isEqualTo("10 days left");
    }

    @Test
    void anExtensionNeverTakesDaysAway() {
        taken(Kind.EXTENSION_SENT, MONDAY.plusDays(2), null);
        assertThat(words(extended(MONDAY.plusDays(5)), MONDAY)).isEqualTo("10 days left");
    }

    @Test
    void theOfficesDayOfAnExtensionIsTheWorkingDayBefore() {
        taken(Kind.EXTENSION_SENT, MONDAY.plusDays(2), null);
        DaysLeft left = DaysLeft.of(extended(LocalDate.of(2026, 10, 25)), steps, MONDAY.plusDays(2));
        assertThat(left.day()).isEqualTo(LocalDate.of(2026, 10, 25));
        assertThat(left.officeDay()).isEqualTo(LocalDate.of(2026, 10, 23));
    }

    @Test
    void afterTheDeterminationThePromisedDayIsShown() {
        promised(LocalDate.of(2026, 10, 14), LocalDate.of(2026, 11, 4));
        RecordsRequest request = received(MONDAY);
        DaysLeft early = DaysLeft.of(request, steps, LocalDate.of(2026, 10, 20));
        assertThat(early.due()).isEqualTo(Due.RECORDS);
        assertThat(early.words()).isEqualTo("records due in 15 days");
        assertThat(early.isUrgent()).isFalse();
        assertThat(words(request, LocalDate.of(2026, 11, 3))).isEqualTo("records due in 1 day");
        DaysLeft onTheDay = DaysLeft.of(request, steps, LocalDate.of(2026, 11, 4));
        assertThat(onTheDay.words()).isEqualTo("records due today");
        assertThat(onTheDay.isUrgent()).isTrue();
        DaysLeft late = DaysLeft.of(request, steps, LocalDate.of(2026, 11, 6));
        assertThat(late.words()).isEqualTo("records 2 days late");
        assertThat(late.isUrgent()).isTrue();
    }

    @Test
    void recordsOfTheLatestDeterminationAreDueUntilSomeAreReleased() {
        promised(LocalDate.of(2026, 10, 14), LocalDate.of(2026, 10, 20));
        taken(Kind.RELEASED, LocalDate.of(2026, 10, 19), null);
        assertThat(words(received(MONDAY), LocalDate.of(2026, 10, 25))).isEqualTo("released");
        promised(LocalDate.of(2026, 10, 26), LocalDate.of(2026, 11, 2));
        assertThat(words(received(MONDAY), LocalDate.of(2026, 10, 31))).isEqualTo("records due in 2 days");
    }

    @Test
    void nothingIsDueOnceNoRecordsArePromisedOrTheRequestIsClosed() {
        LocalDate today = LocalDate.of(2026, 12, 1);
        RecordsRequest closed = request(MONDAY, null, new State.Closed(ORTIZ, noon(today), "Withdrawn", null));
        assertThat(words(closed, today)).isEqualTo("closed");
        taken(Kind.DETERMINED, MONDAY.plusDays(4), new Determination(Outcome.NONE, null));
        DaysLeft left = DaysLeft.of(received(MONDAY), steps, today);
        assertThat(left.words()).isEqualTo("answered");
        assertThat(left.days()).isEmpty();
        assertThat(left.isUrgent()).isFalse();
    }

    @Test
    void whatIsDueFirstStandsAtTheTop() {
        DaysLeft first = DaysLeft.of(received(MONDAY), steps, MONDAY);
        DaysLeft second = DaysLeft.of(received(MONDAY.plusDays(1)), steps, MONDAY);
        DaysLeft nothing = new DaysLeft(Due.ANSWERED, null, null, MONDAY);
        assertThat(Stream.of(nothing, second, first).sorted(DaysLeft.FIRST_DUE))
                .containsExactly(first, second, nothing);
    }
}
