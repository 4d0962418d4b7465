package org.muniment.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muniment.archive.schedule.Clocks;
import org.muniment.archive.schedule.Eligibility;
import org.muniment.archive.schedule.EventKind;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.RetentionPeriod;
import org.muniment.archive.schedule.SchoolYear;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.schedule.Standing;

/** The schedules that ship: every example mail is read and classified, every row of the law is there with its citation. */
class ShippedSchedulesTest {
    /** Where a citation of the row, or its part that was read, is to be found: written here anew, not read from the schedule. */
    private static final String CITATIONS = """
            R01 16023(b)(1)       R02 16023(b)(1)       R03 16023(b)(2)       R04 16023(b)(3)
            R05 16023(a)(1)       R06 16023(a)(2)       R07 16023(a)(3)       R08 16023(a)(4)
            R09 16023(a)(5)       R10 16023(c)(1)(A)    R11 16023(c)(1)(A)    R12 16023(c)(1)(A)
            R13 16023(c)(1)(A)    R14 16023(c)(1)(B)    R15 12946(a)          R16 12946(b)
            R17 432(b)(1)         R18 48918             R19 300.624           R20 432(b)(2)
            R21 432(b)(2)         R22 432(b)(2)         R23 49067             R24 432(b)(2)
            R25 432(b)(2)         R26 51747             R27 432(b)(3)         R28 432(b)(3)
            R29 49073.6           R30 16023(c)(2)       R31 352               R32 340.1
            R33 16023(d)          R34 16022(d)          R35 16025(a)          R36 16025(a)
            R37 16025(a)          R38 200.334           R39 210               R40 54.516
            R41 337.15            R42 16025(b)          R43 16024             R44 106.45(b)(10)
            R45 16024             R46 8-CCR             R47 14300.33          R48 274a.2
            R49 382.401           R50 16024             R51 2023.030          R52 21167.6
            R53 81009             R54 54953.5(b)        R55 952               R56 6401.9
            R57 16020             R58 16020             R59 3090              R60 3090
            R61 16020             R62 16024
            """;

    /** The rows whose text was read. */
    private static final Set<String> VERIFIED = Set.of(
            "R01", "R02", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12", "R13", "R15", "R16",
            "R17", "R32", "R37", "R51", "R57");

    private static final List<String> ADMISSIONS =
            List.of("secondary source", "Not verified", "Derived, not read", "Custom, not law");

    @TempDir
    private static Path scratch;

    private static Clerk title5;
    private static Clerk clovis;

    @BeforeAll
    static void load() {
        title5 = Clerk.of("california-k12-title-5", scratch);
        clovis = Clerk.of("clovis-ar-7203", scratch);
    }

    @AfterAll
    static void close() {
        title5.close();
        clovis.close();
    }

    static List<SeriesId> ofTitle5() {
        return Clerk.of("california-k12-title-5", scratch).schedule().series().stream()
                .map(RecordSeries::id)
                .toList();
    }

    static List<SeriesId> ofClovis() {
        return Clerk.of("clovis-ar-7203", scratch).schedule().series().stream()
                .map(RecordSeries::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofTitle5")
    void everyExampleOfTitle5FallsWhereItSays(SeriesId id) {
        assertThat(title5.examples().wrong(title5.schedule().series(id))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofClovis")
    void everyExampleOfClovisFallsWhereItSays(SeriesId id) {
        assertThat(clovis.examples().wrong(clovis.schedule().series(id))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofTitle5")
    void everySeriesHasTwoExamplesOfEachKind(SeriesId id) {
        RecordSeries series = title5.schedule().series(id);
        assertThat(series.yes()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(series.no()).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void eachRowOfTheLawIsASeriesWithItsCitation() {
        Map<String, String> expected = new TreeMap<>();
        String[] words = CITATIONS.trim().split("\\s+");
        IntStream.range(0, words.length / 2)
                .forEach(i -> expected.put(words[2 * i], words[2 * i + 1].replace('-', ' ')));
        assertThat(expected).hasSize(62);
        assertThat(title5.schedule().series())
                .extracting(one -> one.id().value())
                .containsExactlyElementsOf(expected.keySet());
        expected.forEach((id, citation) -> assertThat(
                        title5.schedule().series(new SeriesId(id)).authority())
                .as(id)
                .contains(citation));
    }

    @Test
    void whatWasNotReadSaysSo() {
        assertThat(title5.schedule().series().stream()
                        .filter(RecordSeries::verified)
                        .map(one -> one.id().value())
                        .collect(Collectors.toSet()))
                .isEqualTo(VERIFIED);
        for (Clerk clerk : List.of(title5, clovis)) {
            clerk.schedule().series().stream()
                    .filter(one -> !one.verified())
                    .forEach(one -> assertThat(ADMISSIONS.stream().anyMatch(one.note()::contains))
                            .as(one.name() + ": " + one.note())
                            .isTrue());
        }
    }

    @Test
    void whatRestsOnTheFourthSchoolYearIsNotVerified() {
        assertThat(title5.schedule().series())
                .filteredOn(one -> one.keep().toString().contains("fourth school year"))
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThat(one.verified()).as(one.name()).isFalse());
    }

    @Test
    void title5IsConservative() {
        var schedule = title5.schedule();
        assertThat(schedule.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(schedule.mailboxPurge()).isEqualTo(Period.ofDays(90));
        RecordSeries unmatched = schedule.series(schedule.unmatched());
        assertThat(unmatched.id()).isEqualTo(new SeriesId("R62"));
        assertThat(unmatched.recordClass()).isEqualTo(RecordClass.OPTIONAL);
        assertThat(unmatched.keep()).isEqualTo(new RetentionPeriod.UntilReclassified());
    }

    @Test
    void clovisKeepsUnmatchedMailForAYearAndCitesTheRegulationsByTheirName() {
        var schedule = clovis.schedule();
        assertThat(schedule.mailboxPurge()).isEqualTo(Period.ofDays(90));
        RecordSeries unmatched = schedule.series(schedule.unmatched());
        assertThat(unmatched.recordClass()).isEqualTo(RecordClass.DISPOSABLE);
        assertThat(unmatched.transitory()).isTrue();
        assertThat(unmatched.keep()).isEqualTo(new RetentionPeriod.AfterReceived(Period.ofYears(1)));
        assertThat(schedule.series())
                .allSatisfy(
                        one -> assertThat(one.authority()).contains("AR 7203").contains("5 CCR"));
    }

    @Test
    void onlyWhatIsNoRecordMayGoWithoutAListOfItsOwn() {
        assertThat(title5.schedule().series().stream().filter(RecordSeries::transitory))
                .allSatisfy(one -> assertThat(one.standing()).isEqualTo(Standing.NOT_A_RECORD))
                .hasSize(4);
    }

    @Test
    void anInterimPupilRecordNeverGoesByAgeAlone() {
        LocalDate old = LocalDate.of(1999, 9, 1);
        LocalDate left = LocalDate.of(2010, 6, 10);
        List<RecordSeries> interim = title5.schedule().series().stream()
                .filter(one -> one.standing() == Standing.PUPIL_INTERIM)
                .toList();
        assertThat(interim).hasSize(9);
        assertThat(interim).allSatisfy(one -> {
            assertThat(one.keep().eligible(Clocks.of(old))).isInstanceOf(Eligibility.Waiting.class);
            assertThat(one.keep().eligible(new Clocks(old, Map.of(), Map.of(EventKind.PUPIL_LEFT, left))))
                    .isEqualTo(new Eligibility.On(left));
        });
    }

    @Test
    void auditRecordsWaitForTheAuditAndGoAfterTheThirdJulyFirst() {
        LocalDate ordered = LocalDate.of(2023, 10, 2);
        RetentionPeriod keep = title5.schedule().series(new SeriesId("R35")).keep();
        assertThat(keep.eligible(Clocks.of(ordered))).isInstanceOf(Eligibility.Waiting.class);
        var audited = new Clocks(ordered, Map.of(new SchoolYear(2023), LocalDate.of(2024, 12, 15)), Map.of());
        assertThat(keep.eligible(audited)).isEqualTo(new Eligibility.On(LocalDate.of(2027, 7, 2)));
    }

    @Test
    void whatNobodyMayEndButAPersonHasNoEnd() {
        assertThat(List.of("R14", "R16", "R31", "R32", "R51", "R62"))
                .allSatisfy(id -> assertThat(
                                title5.schedule().series(new SeriesId(id)).keep())
                        .isEqualTo(new RetentionPeriod.UntilReclassified()));
    }
}
