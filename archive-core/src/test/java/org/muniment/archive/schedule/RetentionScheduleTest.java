package org.muniment.archive.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.schedule.RetentionPeriod.EarlierOf;
import org.muniment.archive.schedule.RetentionPeriod.LaterOf;
import org.muniment.archive.store.Digest;

class RetentionScheduleTest {
    private static final String MINUTES = SampleSchedule.series("R01", 1, "record", "\"motion carried\"", "permanent");

    private static List<ScheduleInvalid.Problem> problems(String yaml) {
        return catchThrowableOfType(ScheduleInvalid.class, () -> RetentionSchedule.parse(yaml))
                .problems();
    }

    private static RecordSeries first(String series) {
        return SampleSchedule.of(series).series().getFirst();
    }

    @Test
    void aScheduleIsReadWithAllItsLinesSay() {
        String yaml = SampleSchedule.yaml(SampleSchedule.series(
                "R30",
                1,
                "record",
                "\"claim for damages\"",
                "P3Y after received",
                "exit: P1Y after claim-settled",
                "at-most: P9Y after received",
                "hold-recommended: true",
                "note: \"ask counsel\""));
        RetentionSchedule schedule = RetentionSchedule.parse(yaml);
        assertThat(schedule.name()).isEqualTo("sample");
        assertThat(schedule.zone()).isEqualTo(ZoneId.of("America/Los_Angeles"));
        assertThat(schedule.mailboxPurge()).isEqualTo(Period.ofDays(90));
        assertThat(schedule.unmatched()).isEqualTo(new SeriesId("R62"));
        assertThat(schedule.digest()).isEqualTo(Digest.of(yaml.getBytes(StandardCharsets.UTF_8)));
        RecordSeries series = schedule.series(new SeriesId("R30"));
        assertThat(series.query()).hasToString("\"claim for damages\"");
        assertThat(series.keep()).hasToString("P3Y after received");
        assertThat(series.exit()).hasToString("P1Y after claim-settled");
        assertThat(series.atMost()).hasToString("P9Y after received");
        assertThat(series.authority()).isEqualTo("5 CCR 16021");
        assertThat(series.note()).isEqualTo("ask counsel");
        assertThat(series.verified()).isTrue();
        assertThat(series.holdRecommended()).isTrue();
        assertThat(series.transitory()).isFalse();
        assertThat(series.yes()).extracting(RecordSeries.Example::mail).containsExactly("Subject: yes");
        assertThat(yaml.lines().toList().get(series.no().getFirst().line() - 1)).contains("Subject: no");
        assertThat(schedule.find(new SeriesId("R99"))).isEmpty();
        assertThatThrownBy(() -> schedule.series(new SeriesId("R99"))).hasMessageContaining("no series R99");
    }

    @Test
    void combinedPeriodsAreMaps() {
        RecordSeries series = first(SampleSchedule.series(
                "R18",
                3,
                "pupil-interim",
                "expulsion",
                "{later-of: [third school year after origin, "
                        + "{earlier-of: [P0D after usefulness-ended, P0D after pupil-left]}]}"));
        assertThat(series.keep()).isInstanceOf(LaterOf.class);
        assertThat(((LaterOf) series.keep()).periods().get(1)).isInstanceOf(EarlierOf.class);
        assertThat(series.keep())
                .hasToString("the later of (third school year after origin; "
                        + "the earlier of (P0D after usefulness-ended; P0D after pupil-left))");
        assertThat(series.keep().events()).containsExactlyInAnyOrder(EventKind.USEFULNESS_ENDED, EventKind.PUPIL_LEFT);
    }

    @Test
    void allProblemsAreToldWithTheirLines() {
        String yaml = SampleSchedule.yaml(
                        MINUTES.replace("  cite: 5 CCR 16021\n", ""),
                        SampleSchedule.series("R01", 4, "recrod", "budget AND", "forever", "colour: red"))
                .replace("zone: America/Los_Angeles", "zone: Fresno");
        List<ScheduleInvalid.Problem> problems = problems(yaml);
        assertThat(problems)
                .extracting(ScheduleInvalid.Problem::problem)
                .satisfiesExactly(
                        problem -> assertThat(problem).contains("no time zone 'Fresno'"),
                        problem -> assertThat(problem).isEqualTo("cite is missing"),
                        problem -> assertThat(problem).contains("R01 stands on line 7 too"),
                        problem -> assertThat(problem).contains("Class 1, 2 or 3, not '4'"),
                        problem -> assertThat(problem).contains("'recrod' is no standing"),
                        problem -> assertThat(problem).contains("at character").contains("^"),
                        problem -> assertThat(problem).contains("'forever' is no period"),
                        problem -> assertThat(problem).contains("'colour' has no meaning here"));
        assertThat(problems).extracting(ScheduleInvalid.Problem::line).isSorted();
        List<String> lines = yaml.lines().toList();
        assertThat(lines.get(problems.getFirst().line() - 1)).contains("Fresno");
        assertThat(lines.get(problems.getLast().line() - 1)).contains("colour");
        assertThatThrownBy(() -> RetentionSchedule.parse(yaml))
                .hasMessageContaining("line 3: ")
                .hasMessageContaining("cite is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | record | P3Y after received | | Class 1 is kept permanently",
                "1 | record | until reclassified | | Class 1 is kept permanently",
                "2 | record | permanent | | Class 2 ends one day",
                "3 | record | permanent | | Class 3 has a period that ends",
                "3 | record | until reclassified | | Class 3 has a period that ends",
                "2 | record | P3Y after received | transitory: true | Only Class 3 can be transitory",
                "2 | not-a-record | P3Y after received | | not a record is kept as Class 3",
                "3 | record | P3Y after received | exit: P1Y after claim-settled | Only Class 1 has an exit",
                "1 | record | permanent | exit: P1Y after claim-settled | After its exit",
                "1 | record | P3Y after received | exit: permanent | After its exit"
            })
    void whatContradictsItselfIsRefused(int number, String standing, String keep, String more, String problem) {
        String series = more == null
                ? SampleSchedule.series("R02", number, standing, "budget", keep)
                : SampleSchedule.series("R02", number, standing, "budget", keep, more);
        assertThat(problems(SampleSchedule.yaml(series)))
                .singleElement()
                .satisfies(one -> assertThat(one.problem()).contains(problem));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: Series R01",
                "class: 1",
                "standing: record",
                "query: '\"motion carried\"'",
                "keep: permanent",
                "cite: 5 CCR 16021",
                "basis: REG",
                "verified: true",
                "id: R01",
                "  yes: [\"Subject: yes\"]",
                "  no: [\"Subject: no\"]"
            })
    void nothingThatARuleMustSayMayBeMissing(String line) {
        String without = MINUTES.contains("- " + line)
                ? MINUTES.replace("- " + line + "\n ", "-")
                : MINUTES.replace("  " + line + "\n", "");
        assertThat(without).isNotEqualTo(MINUTES);
        assertThat(problems(SampleSchedule.yaml(without))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "just text",
                "series: {",
                "schedule: a\nschedule: b",
                "a: &a [*a]",
                "!!java.net.URL [\"http://x\"]"
            })
    void whatIsNoScheduleIsRefusedWithoutFalling(String yaml) {
        assertThat(problems(yaml)).isNotEmpty();
    }

    @Test
    void periodsThatContainThemselvesAreRefused() {
        String yaml = SampleSchedule.yaml(
                SampleSchedule.series("R01", 3, "record", "budget", "&k {later-of: [*k, P1Y after received]}"));
        assertThat(problems(yaml)).anySatisfy(one -> assertThat(one.problem()).contains("nested too deep"));
    }

    @Test
    void theSeriesOfTheUnmatchedMustBeThere() {
        String yaml = SampleSchedule.yaml(MINUTES).replace("unmatched: R62", "unmatched: R63");
        assertThat(problems(yaml))
                .extracting(ScheduleInvalid.Problem::problem)
                .contains("There is no series R63 for unmatched items", "query is missing", "examples is missing");
    }

    @Test
    void emptyExamplesAreNone() {
        String yaml = SampleSchedule.yaml(MINUTES.replace("[\"Subject: yes\"]", "[\"\"]"));
        assertThat(problems(yaml))
                .extracting(ScheduleInvalid.Problem::problem)
                .contains("There is no example mail under yes");
    }
}
