package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.archive.schedule.Classification.Basis;

class CountingTest {
    private static final LocalDate RECEIVED = LocalDate.parse("2023-10-02");
    private static final RetentionSchedule SCHEDULE = SampleSchedule.of(
            SampleSchedule.series("R01", 1, "record", "minutes", "permanent"),
            SampleSchedule.series(
                    "R30",
                    1,
                    "record",
                    "\"claim for damages\"",
                    "third school year after origin",
                    "exit: P1Y after claim-settled"),
            SampleSchedule.series("R35", 3, "record", "invoice", "third July 1 after audit completed"),
            SampleSchedule.series(
                    "R38",
                    3,
                    "record",
                    "grant",
                    "{later-of: [third July 1 after audit completed, P3Y after grant-closed, P1Y after received]}"),
            SampleSchedule.series("R41", 2, "record", "contract", "P4Y after contract-ended"));

    private static List<String> counted(String series, Basis basis, RecordClass recordClass, Clocks clocks) {
        Classification now = new Classification(
                recordClass,
                new SeriesId(series),
                basis,
                "because",
                "5 CCR 16025",
                RECEIVED,
                new Eligibility.Never("permanently"),
                null);
        return Counting.of(SCHEDULE.series(new SeriesId(series)), now, clocks).from().stream()
                .map(start -> start.event() + " " + start.day() + ": " + start.words())
                .toList();
    }

    private static Clocks clocks(Map<EventKind, LocalDate> events) {
        return new Clocks(RECEIVED, Map.of(SchoolYear.parse("2023-24"), LocalDate.parse("2024-12-15")), events);
    }

    private static List<String> counted(String series, RecordClass recordClass, Map<EventKind, LocalDate> events) {
        return counted(series, Basis.RULE, recordClass, clocks(events));
    }

    @Test
    void theEventIsToldAndItsDay() {
        var ended = Map.of(EventKind.CONTRACT_ENDED, LocalDate.parse("2025-06-30"));
        assertThat(counted("R41", RecordClass.OPTIONAL, ended))
                .containsExactly("contract-ended 2025-06-30: the contract ended");
        assertThat(counted("R41", RecordClass.OPTIONAL, Map.of()))
                .containsExactly("contract-ended null: the contract ended");
        assertThat(counted("R35", RecordClass.DISPOSABLE, Map.of()))
                .containsExactly("audit-completed 2024-12-15: the audit of 2023-24 was completed");
    }

    @Test
    void ofSeveralPeriodsOnlyTheOneThatDecidesIsTold() {
        var closed = Map.of(EventKind.GRANT_CLOSED, LocalDate.parse("2026-03-01"));
        assertThat(counted("R38", RecordClass.DISPOSABLE, closed))
                .containsExactly("grant-closed 2026-03-01: the final report or claim of the grant was filed");
        var early = Map.of(EventKind.GRANT_CLOSED, LocalDate.parse("2024-03-01"));
        assertThat(counted("R38", RecordClass.DISPOSABLE, early))
                .containsExactly("audit-completed 2024-12-15: the audit of 2023-24 was completed");
        assertThat(counted("R38", RecordClass.DISPOSABLE, Map.of()))
                .containsExactly("grant-closed null: the final report or claim of the grant was filed");
    }

    @Test
    void whatLeavesClassOneCountsFromThereOn() {
        var settled = Map.of(EventKind.CLAIM_SETTLED, LocalDate.parse("2026-03-01"));
        assertThat(counted("R30", RecordClass.DISPOSABLE, settled))
                .containsExactly(
                        "claim-settled 2026-03-01: the claim was settled, or the time to sue ran out",
                        "left-class-1 2027-03-01: it left Class 1");
        assertThat(counted("R30", RecordClass.PERMANENT, Map.of()))
                .containsExactly("claim-settled null: the claim was settled, or the time to sue ran out");
    }

    @Test
    void whatAPersonDeclaredPermanentOrBothAgreedOnCountsFromNoDay() {
        assertThat(counted("R01", RecordClass.PERMANENT, Map.of())).isEmpty();
        assertThat(counted("R35", Basis.DECLARED, RecordClass.PERMANENT, clocks(Map.of())))
                .isEmpty();
        assertThat(counted("R35", Basis.AGREED, RecordClass.OPTIONAL, clocks(Map.of())))
                .isEmpty();
        assertThat(counted("R35", Basis.DECLARED, RecordClass.DISPOSABLE, clocks(Map.of())))
                .hasSize(1);
    }
}
