package org.muniment.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Catalogue;
import org.muniment.batch.TestArchive;
import org.muniment.batch.nightly.NightReport.Outcome;

/** How steps follow one another, with steps made for the purpose. */
class NightlyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder;

    private final List<String> ran = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Catalogue catalogue;

    private record Made(String name, boolean removes, Runnable act, Outcome outcome, List<String> seen)
            implements NightStep {
        @Override
        public Result run(Tonight tonight) {
            seen.add(name);
            act.run();
            return new Result(outcome, name + " says so", Findings.NONE.withTodo(List.of("After " + name)));
        }
    }

    @BeforeEach
    void open() {
        catalogue = TestArchive.sqlite(folder);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private Made step(String name, boolean removes, Outcome outcome) {
        return new Made(name, removes, () -> {}, outcome, ran);
    }

    private Nightly nightly(NightStep... steps) {
        return new Nightly(
                ArchiveSettings.embedded(folder),
                catalogue,
                Clock.fixed(NOW, ZoneOffset.UTC),
                List.of(steps),
                new NightPages(folder.resolve("reports"), NightReportPage::html));
    }

    private static NightReport report(Nightly nightly) {
        return nightly.run(NIGHT, Instant.MAX, () -> false).orElseThrow().report();
    }

    private static List<Outcome> outcomes(NightReport report) {
        return report.steps().stream().map(NightReport.Step::outcome).toList();
    }

    @Test
    void stepsFollowOneAnotherAndThePageHasAllOfThem() throws IOException {
        NightReport report = report(nightly(step("one", false, Outcome.DONE), step("two", true, Outcome.DONE)));
        assertThat(ran).containsExactly("one", "two");
        assertThat(outcomes(report)).containsExactly(Outcome.DONE, Outcome.DONE);
        assertThat(report.todo()).containsExactly("After one", "After two");
        assertThat(Files.readString(folder.resolve("reports/2026-11-22.html")))
                .contains("Sunday, November 22, 2026", "two says so");
        assertThat(Files.readString(folder.resolve("reports/2026-11-22.json"))).contains("\"night\" : \"2026-11-22\"");
    }

    @Test
    void aStepThatFailsKeepsLaterRemovalsFromBeginningButNotThePage() {
        Made failing = new Made(
                "fails",
                false,
                () -> {
                    throw new IllegalStateException("the disk is full");
                },
                Outcome.DONE,
                ran);
        NightReport report =
                report(nightly(failing, step("removes", true, Outcome.DONE), step("tends", false, Outcome.DONE)));
        assertThat(ran).containsExactly("fails", "tends");
        assertThat(outcomes(report)).containsExactly(Outcome.FAILED, Outcome.SKIPPED, Outcome.DONE);
        assertThat(report.steps().getFirst().words()).isEqualTo("the disk is full");
        assertThat(report.todo().getFirst()).contains("the disk is full");
    }

    @Test
    void aBreakerThatTripsKeepsLaterRemovalsFromBeginning() {
        NightReport report = report(nightly(
                step("mailboxes", true, Outcome.STOPPED),
                step("destroys", true, Outcome.DONE),
                step("tends", false, Outcome.DONE)));
        assertThat(ran).containsExactly("mailboxes", "tends");
        assertThat(outcomes(report)).containsExactly(Outcome.STOPPED, Outcome.SKIPPED, Outcome.DONE);
        assertThat(report.quiet()).isFalse();
    }

    @Test
    void aNightToldToStopGoesOnWithTheStepThatDidNotEnd() {
        boolean[] stop = new boolean[1];
        Made two = new Made("two", false, () -> stop[0] = true, Outcome.UNFINISHED, ran);
        BooleanSupplier asked = () -> stop[0];
        Optional<Nightly.Written> first = nightly(
                        step("one", false, Outcome.DONE), two, step("three", true, Outcome.DONE))
                .run(NIGHT, Instant.MAX, asked);
        assertThat(first).isEmpty();
        NightReport report = report(nightly(
                step("one", false, Outcome.DONE), step("two", false, Outcome.DONE), step("three", true, Outcome.DONE)));
        assertThat(ran).containsExactly("one", "two", "two", "three");
        assertThat(report.attempt()).isEqualTo(1);
        assertThat(outcomes(report)).containsOnly(Outcome.DONE).hasSize(3);
    }

    @Test
    void anErrorInTheMiddleLeavesTheNightToBeResumed() {
        Made dies = new Made(
                "two",
                false,
                () -> {
                    throw new OutOfMemoryError("for the test");
                },
                Outcome.DONE,
                ran);
        try {
            report(nightly(step("one", false, Outcome.DONE), dies));
            throw new IllegalStateException("It should not come to its end");
        } catch (RuntimeException | OutOfMemoryError expected) {
            assertThat(nightly().isDone(NIGHT)).isFalse();
        }
        NightReport report = report(nightly(step("one", false, Outcome.DONE), step("two", false, Outcome.DONE)));
        assertThat(ran).containsExactly("one", "two", "two");
        assertThat(outcomes(report)).containsExactly(Outcome.DONE, Outcome.DONE);
    }

    @Test
    void removalsDoNotBeginOnceTheNightIsOver() {
        NightReport report = nightly(step("removes", true, Outcome.DONE), step("tends", false, Outcome.DONE))
                .run(NIGHT, NOW, () -> false)
                .orElseThrow()
                .report();
        assertThat(ran).containsExactly("tends");
        assertThat(outcomes(report)).containsExactly(Outcome.UNFINISHED, Outcome.DONE);
    }

    @Test
    void aNightThatIsCalledAgainHasASecondPage() {
        report(nightly(step("one", false, Outcome.DONE)));
        NightReport second = report(nightly(step("one", false, Outcome.DONE)));
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(folder.resolve("reports/2026-11-22.html")).exists();
        assertThat(folder.resolve("reports/2026-11-22-2.html")).exists();
        assertThat(nightly().isDone(NIGHT)).isTrue();
    }

    @Test
    void aNightThatWasNeverResumedHasItsPageBeforeTheNextBegins() throws IOException {
        nightly(step("one", false, Outcome.DONE)).run(NIGHT.minusDays(1), Instant.MAX, () -> true);
        report(nightly(step("one", false, Outcome.DONE)));
        assertThat(Files.readString(folder.resolve("reports/2026-11-21.html"))).contains("interrupted and not resumed");
        assertThat(ran).containsExactly("one");
    }

    @Test
    void wordsOnThePageAreNeverTakenForMarkup() {
        NightReport report = report(nightly(step("<script>", false, Outcome.DONE)));
        assertThat(NightReportPage.html(report))
                .contains("&lt;script&gt; says so")
                .doesNotContain("<script>");
    }
}
