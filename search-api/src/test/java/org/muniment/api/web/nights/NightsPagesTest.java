package org.muniment.api.web.nights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.batch.nightly.NightPages;
import org.muniment.batch.nightly.NightReport;

/** The pages of the nights over HTTP. */
class NightsPagesTest {
    private static final Instant BEGAN = Instant.parse("2026-10-31T07:30:00Z");

    @TempDir
    private Path folder;

    private static NightReport night(LocalDate day, NightReport.Outcome outcome, List<String> todo) {
        return new NightReport(
                day,
                1,
                "America/Los_Angeles",
                "district.example/test",
                BEGAN,
                BEGAN.plusSeconds(600),
                List.of(new NightReport.Step("Collecting", outcome, "2 of 2 sources were taken in", 12.3)),
                new NightReport.Fixity(1000, 50, List.of()),
                List.of(new NightReport.MailboxLine(
                        "cbo@district.example",
                        "/mail",
                        90,
                        12,
                        List.of(new NightReport.Counted("too young", 78)),
                        null)),
                List.of(),
                NightReport.Executed.NOTHING,
                outcome == NightReport.Outcome.STOPPED ? List.of("Plan P1 was stopped <b>") : List.of(),
                List.of(),
                List.of(),
                List.of(),
                todo);
    }

    @Test
    void everyNightHasAPageAndTheLatestIsOnTheFirstPage() {
        Path home = TestDistrict.copy(folder.resolve("archive"));
        NightPages pages = new NightPages(home.resolve("reports"), report -> "");
        pages.write(night(LocalDate.of(2026, 10, 30), NightReport.Outcome.DONE, List.of()));
        pages.write(night(LocalDate.of(2026, 10, 31), NightReport.Outcome.STOPPED, List.of("Decide on plan P1")));
        try (TestServer server = TestServer.start(home);
                Visitor auditor = new Visitor(server).signIn("auditor");
                Visitor staff = new Visitor(server).signIn("staff")) {
            assertThat(auditor.get("/").page().text())
                    .contains("Last night", "Decide on plan P1", "Plan P1 was stopped");
            assertThat(auditor.get("/nights").page().select("tbody tr").eachText())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("Oct 31, 2026", "stopped by a breaker", "12");
            assertThat(auditor.get("/nights/2026-10-31").page().text())
                    .contains("Plan P1 was stopped <b>", "Collecting", "78 too young", "1,000 items and 50 entries");
            assertThat(auditor.get("/nights/2026-10-30").page().text()).contains("All went well");
            assertThat(auditor.get("/nights/2026-10-29").status()).isEqualTo(404);
            assertThat(auditor.get("/nights/..%2Farchive").status()).isIn(400, 404);
            assertThat(staff.get("/nights").status()).isEqualTo(403);
        }
    }
}
