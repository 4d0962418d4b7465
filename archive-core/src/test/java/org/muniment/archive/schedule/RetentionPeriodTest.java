package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.schedule.Eligibility.Never;
import org.muniment.archive.schedule.Eligibility.On;
import org.muniment.archive.schedule.Eligibility.Waiting;
import org.muniment.archive.schedule.RetentionPeriod.EarlierOf;
import org.muniment.archive.schedule.RetentionPeriod.LaterOf;

class RetentionPeriodTest {
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 3_000;

    private static Eligibility eligible(String period, String origin) {
        return RetentionPeriod.parse(period).eligible(Clocks.of(LocalDate.parse(origin)));
    }

    private static On on(String day) {
        return new On(LocalDate.parse(day));
    }

    private static Clocks audited(String origin, String completed) {
        LocalDate day = LocalDate.parse(origin);
        return new Clocks(day, Map.of(SchoolYear.of(day), LocalDate.parse(completed)), Map.of());
    }

    private static Clocks since(EventKind kind, String day) {
        return new Clocks(LocalDate.of(2020, 1, 1), Map.of(), Map.of(kind, LocalDate.parse(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "third school year after origin, 2025-09-15, 2028-07-01",
        "third school year after origin, 2025-06-30, 2027-07-01",
        "third school year after origin, 2025-07-01, 2028-07-01",
        "first school year after origin, 2025-07-01, 2026-07-01",
        "tenth school year after origin, 2025-07-01, 2035-07-01",
        "P1Y after received, 2025-09-15, 2026-09-15",
        "P90D after received, 2025-01-01, 2025-04-01",
        "P1Y after received, 2024-02-29, 2025-03-01",
        "P4Y after received, 2024-02-29, 2028-02-29",
        "P6M after received, 2025-08-31, 2026-03-01",
        "P1M after received, 2025-01-31, 2025-03-01",
        "P1M1D after received, 2025-01-31, 2025-03-02",
        "P0D after received, 2025-01-31, 2025-01-31"
    })
    void countsFromTheDayOfReceipt(String period, String origin, String eligible) {
        assertThat(eligible(period, origin)).isEqualTo(on(eligible));
    }

    @ParameterizedTest
    @CsvSource({
        "third July 1 after audit completed, 2023-10-02, 2024-12-15, 2027-07-01",
        "second July 1 after audit completed, 2023-10-02, 2024-12-15, 2026-07-01",
        "day after third July 1 after audit completed, 2023-10-02, 2024-12-15, 2027-07-02",
        "third July 1 after audit completed, 2023-10-02, 2025-06-30, 2027-07-01",
        "third July 1 after audit completed, 2023-10-02, 2025-07-01, 2028-07-01",
        "first July 1 after audit completed, 2024-06-30, 2024-07-01, 2025-07-01",
        "P1Y after audit-completed, 2023-10-02, 2024-12-15, 2025-12-15",
    })
    void countsFromTheAuditOfTheSchoolYearOfOrigin(String period, String origin, String completed, String eligible) {
        assertThat(RetentionPeriod.parse(period).eligible(audited(origin, completed)))
                .isEqualTo(on(eligible));
    }

    @Test
    void anAuditThatIsNotKnownOrCannotBeIsWaitedFor() {
        var period = RetentionPeriod.parse("third July 1 after audit completed");
        var waiting = new Waiting("a record that the audit of 2023-24 was completed");
        assertThat(period.eligible(Clocks.of(LocalDate.of(2023, 10, 2)))).isEqualTo(waiting);
        assertThat(period.eligible(audited("2023-10-02", "2024-06-30"))).isEqualTo(waiting);
        var other = new Clocks(
                LocalDate.of(2023, 10, 2), Map.of(SchoolYear.parse("2022-23"), LocalDate.of(2024, 1, 5)), Map.of());
        assertThat(period.eligible(other)).isEqualTo(waiting);
    }

    @ParameterizedTest
    @CsvSource({
        "P4Y after contract-ended, contract-ended, 2021-02-28, 2025-02-28",
        "P4Y after contract-ended, contract-ended, 2020-02-29, 2024-02-29",
        "P1Y after contract-ended, contract-ended, 2020-02-29, 2021-03-01",
        "fourth school year after usefulness-ended, usefulness-ended, 2025-06-30, 2028-07-01",
        "fourth school year after usefulness-ended, usefulness-ended, 2025-07-01, 2029-07-01"
    })
    void countsFromAnEvent(String period, String event, String day, String eligible) {
        EventKind kind = EventKind.named(event).orElseThrow();
        assertThat(RetentionPeriod.parse(period).eligible(since(kind, day))).isEqualTo(on(eligible));
        EventKind other = kind == EventKind.SUPERSEDED ? EventKind.PUPIL_LEFT : EventKind.SUPERSEDED;
        assertThat(RetentionPeriod.parse(period).eligible(since(other, day)))
                .isEqualTo(new Waiting("a record that " + kind.words()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P1Y after received",
                "third school year after origin",
                "third July 1 after audit completed",
                "P1Y after audit-completed"
            })
    void whatCountsFromAnUnknownReceiptNeverEnds(String period) {
        assertThat(RetentionPeriod.parse(period).eligible(Clocks.of(null)))
                .isEqualTo(new Never("its receipt date is unknown"));
    }

    @Test
    void theLongestOfSeveralNeedsAllOfThem() {
        var year = RetentionPeriod.parse("P1Y after received");
        var third = RetentionPeriod.parse("third school year after origin");
        var ended = RetentionPeriod.parse("P0D after usefulness-ended");
        var left = RetentionPeriod.parse("P0D after pupil-left");
        Clocks clocks = since(EventKind.PUPIL_LEFT, "2030-05-01");
        assertThat(new LaterOf(List.of(year, third)).eligible(clocks)).isEqualTo(on("2022-07-01"));
        assertThat(new LaterOf(List.of(third, left)).eligible(clocks)).isEqualTo(on("2030-05-01"));
        assertThat(new LaterOf(List.of(third, ended)).eligible(clocks))
                .isEqualTo(new Waiting("a record that its usefulness ended"));
        assertThat(new LaterOf(List.of(ended, new RetentionPeriod.Permanent())).eligible(clocks))
                .isEqualTo(new Never("permanently"));
        assertThat(new LaterOf(List.of(third, new EarlierOf(List.of(ended, left)))).eligible(clocks))
                .isEqualTo(on("2030-05-01"));
    }

    @Test
    void theShortestOfSeveralNeedsOneOfThem() {
        var ended = RetentionPeriod.parse("P0D after usefulness-ended");
        var left = RetentionPeriod.parse("P1Y after pupil-left");
        var reclassified = RetentionPeriod.parse("until reclassified");
        Clocks clocks = since(EventKind.PUPIL_LEFT, "2030-05-01");
        assertThat(new EarlierOf(List.of(ended, left, reclassified)).eligible(clocks))
                .isEqualTo(on("2031-05-01"));
        assertThat(new EarlierOf(List.of(ended, left)).eligible(Clocks.of(null)))
                .isEqualTo(
                        new Waiting("a record that its usefulness ended or a record that the pupil left the district"));
        assertThat(new EarlierOf(List.of(reclassified, reclassified)).eligible(clocks))
                .isEqualTo(new Never("until a person reclassifies it as Class 3"));
    }

    @Test
    void aYearIsNeverShorterThanAYearAndLaterDaysAreNeverEligibleEarlier() {
        for (String text : List.of(
                "P1Y after received",
                "P1M after received",
                "P90D after received",
                "third school year after origin",
                "P1Y6M after received")) {
            var period = RetentionPeriod.parse(text);
            LocalDate before = LocalDate.MIN;
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
                LocalDate eligible = ((On) period.eligible(Clocks.of(day))).day();
                assertThat(eligible).as("%s %s", text, day).isAfter(day).isAfterOrEqualTo(before);
                if (text.equals("P1Y after received")) {
                    assertThat(day.until(eligible).toTotalMonths()).isGreaterThanOrEqualTo(12);
                }
                before = eligible;
            }
        }
    }

    @Test
    void aThirdSchoolYearIsAtLeastTwoYearsAndAlwaysBeginsOnJulyFirst() {
        var period = RetentionPeriod.parse("third school year after origin");
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            LocalDate eligible = ((On) period.eligible(Clocks.of(day))).day();
            assertThat(eligible.getMonth()).isEqualTo(Month.JULY);
            assertThat(eligible.getDayOfMonth()).isEqualTo(1);
            assertThat(SchoolYear.of(eligible)).isEqualTo(SchoolYear.of(day).plus(3));
            assertThat(day.until(eligible).getYears()).isBetween(2, 3);
        }
    }

    @Test
    void aThirdJulyFirstIsStrictlyAfterTheAudit() {
        LocalDate origin = LocalDate.of(2015, 10, 2);
        var period = RetentionPeriod.parse("third July 1 after audit completed");
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            LocalDate eligible =
                    ((On) period.eligible(new Clocks(origin, Map.of(SchoolYear.of(origin), day), Map.of()))).day();
            LocalDate completed = day;
            assertThat(day.plusDays(1)
                            .datesUntil(eligible.plusDays(1))
                            .filter(one -> one.getMonthValue() == 7 && one.getDayOfMonth() == 1))
                    .as("July firsts after %s up to %s", completed, eligible)
                    .hasSize(3);
        }
    }

    @Test
    void daysAroundTheChangeOfClocksAreWholeDays() {
        ZoneId zone = ZoneId.of("America/Los_Angeles");
        for (String time : List.of("2025-03-09T01:59", "2025-03-09T03:00", "2025-11-02T01:30", "2025-11-02T23:59")) {
            var local = java.time.LocalDateTime.parse(time);
            for (ZonedDateTime at : List.of(
                    ZonedDateTime.ofLocal(local, zone, null).withEarlierOffsetAtOverlap(),
                    ZonedDateTime.ofLocal(local, zone, null).withLaterOffsetAtOverlap())) {
                LocalDate day = LocalDate.ofInstant(at.toInstant(), zone);
                assertThat(day).isEqualTo(local.toLocalDate());
                assertThat(RetentionPeriod.parse("P90D after received").eligible(Clocks.of(day)))
                        .isEqualTo(new On(day.plusDays(90)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permanent",
                "until reclassified",
                "P1Y after received",
                "P90D after received",
                "P4Y after contract-ended",
                "third school year after origin",
                "fourth school year after usefulness-ended",
                "third July 1 after audit completed",
                "day after third July 1 after audit completed",
                "tenth July 1 after audit completed"
            })
    void aPeriodIsWrittenAsItIsRead(String text) {
        assertThat(RetentionPeriod.parse(text)).hasToString(text);
        assertThat(RetentionPeriod.parse(RetentionPeriod.parse(text).toString()))
                .isEqualTo(RetentionPeriod.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "forever",
                "Permanent",
                "P1Y",
                "P1Y after",
                "P1Y after sent",
                "PT5M after received",
                "P-1Y after received",
                "P9999Y after received",
                "1 year after received",
                "eleventh school year after origin",
                "third school year after received",
                "third July 1 after origin",
                "third july 1 after audit completed",
                "P1Y after received "
            })
    void anythingElseIsNoPeriod(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> RetentionPeriod.parse(text));
    }

    @Test
    void everyEventStartsAClock() {
        for (EventKind kind : EventKind.values()) {
            var period = RetentionPeriod.parse("P1Y after " + kind.key());
            assertThat(period).isEqualTo(new RetentionPeriod.AfterEvent(java.time.Period.ofYears(1), kind));
            assertThat(period.events()).containsExactly(kind);
        }
    }
}
