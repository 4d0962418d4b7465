package org.muniment.api.web.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.MovingClock;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.ledger.Officer;

/** Destruction as a records officer works with it over HTTP: from a plan to its certificate. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DispositionPagesTest {
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    private static final Officer LEE = new Officer("Ann Lee, Superintendent");

    private static final Map<String, String> AGREEMENT =
            Map.of("year", "2025-26", "superintendent", "Ann Lee, Superintendent", "boardAction", "Minutes, item 7");

    @TempDir
    private static Path folder;

    private static final MovingClock CALENDAR = new MovingClock(Instant.parse("2030-08-01T18:00:00Z"));
    private static TestServer server;
    private static Visitor officer;

    @BeforeAll
    static void serve() {
        Path home = TestDistrict.copy(folder.resolve("archive"));
        try (Archive archive = Archive.write(home, CALENDAR)) {
            LocalDate today = archive.retention().day(CALENDAR.instant());
            String yaml =
                    archive.retention().schedules().inForce(today).orElseThrow().yaml();
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.retention()
                            .schedules()
                            .adopt(yaml, LocalDate.of(2026, 7, 1), ORTIZ, LEE, CALENDAR.instant()));
            archive.disposal().planner().propose(new PlanRequest(today, Set.of(), false, ORTIZ, CALENDAR.instant()));
            archive.ledger().checkpoint();
        }
        server = TestServer.start(home, CALENDAR);
        officer = new Visitor(server).signIn("officer");
    }

    @AfterAll
    static void end() {
        officer.close();
        server.close();
    }

    /** Follows a job to its end and says what came of it. */
    private static String outcome(Visitor.Answer started) throws InterruptedException {
        assertThat(started.at().getPath()).startsWith("/jobs/");
        Visitor.Answer page = started;
        for (int i = 0; i < 300 && page.page().select(".usa-alert__heading").isEmpty(); i++) {
            Thread.sleep(100);
            page = officer.get(started.at().getPath());
        }
        return page.page().select("#state").text();
    }

    @Test
    @Order(1)
    void whatIsDueAndWhatWaitsIsShown() {
        assertThat(officer.get("/").page().select("a[href*=P1]").text()).contains("Plan P1");
        assertThat(officer.get("/disposition")
                        .page()
                        .select("section[aria-labelledby=plans] tbody")
                        .text())
                .contains("P1", "waits for approval", "A person other than Maria Ortiz");
        String plan = officer.get("/disposition/plans/P1").page().text();
        assertThat(plan).contains("Proposed", "SHA-256", "Class");
        assertThat(officer.get("/disposition")
                        .page()
                        .select("section[aria-labelledby=due] th[scope=row]")
                        .eachText())
                .isNotEmpty()
                .allMatch(name -> name.matches("[A-Z].+ \\S+"));
        assertThat(officer.get("/disposition/plans/P1/kept").status()).isEqualTo(200);
        assertThat(officer.get("/disposition/plans/P9").status()).isEqualTo(404);
        Visitor.Answer paper = officer.get("/disposition/plans/P1/board.pdf");
        assertThat(new String(paper.bytes(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        String lines = officer.get("/disposition/plans/P1/board.csv").text();
        assertThat(lines.lines().count()).isGreaterThan(2);
        assertThat(lines).contains(",citation,verified,");
        assertThat(plan.contains("not verified")).isEqualTo(lines.contains(",no,"));
    }

    @Test
    @Order(2)
    void whoeverMadeAPlanDoesNotApproveIt() throws InterruptedException {
        officer.get("/disposition");
        assertThat(outcome(officer.post("/disposition/plans", Map.of("asOf", "2031-08-01"))))
                .contains("Plan P2");
        assertThat(officer.get("/disposition/plans/P2").page().text()).contains("another person must approve");
        assertThat(officer.post(
                                "/disposition/plans/P2/approval",
                                Map.of("meeting", "2030-07-10", "reference", "item 7.3"))
                        .status())
                .isEqualTo(422);
        officer.post("/disposition/plans/P2/restoration", Map.of("all", "true", "reason", "made as a trial"));
        assertThat(officer.get("/disposition").page().text()).doesNotContain("P2");
    }

    @Test
    @Order(3)
    void aSecondPersonApprovesWithTheBoardsAction() {
        officer.get("/disposition/plans/P1");
        Visitor.Answer without = officer.post("/disposition/plans/P1/approval", Map.of("reference", "item 7.3"));
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.page().select("#meeting-problem").text()).contains("meeting");
        Visitor.Answer approved = officer.post(
                "/disposition/plans/P1/approval", Map.of("meeting", "2030-07-10", "reference", "item 7.3"));
        assertThat(approved.page().text()).contains("Plan P1 is approved", "board action of July 10, 2030, item 7.3");
    }

    @Test
    @Order(4)
    void whatIsInTheVaultCanBeRestoredItemByItem() throws InterruptedException {
        officer.get("/disposition");
        assertThat(outcome(officer.post("/disposition/execution", Map.of()))).contains("items hidden");
        assertThat(officer.get("/disposition/vault").page().text()).contains("Plan P1", "30 days left");
        String item = officer.get("/disposition/plans/P1")
                .page()
                .select("input[name=item]")
                .eachAttr("value")
                .getFirst();
        assertThat(officer.post("/disposition/plans/P1/restoration", Map.of("reason", "still in use"))
                        .page()
                        .text())
                .contains("Choose the items");
        assertThat(officer.post("/disposition/plans/P1/restoration", Map.of("item", item, "reason", "still in use"))
                        .page()
                        .select("tr:contains(" + item + ")")
                        .text())
                .contains("kept:", "still in use");
    }

    @Test
    @Order(5)
    void theBreakerStopsAPersonLetsItGoOnAndWhatWasReadJustBeforeIsGone() throws InterruptedException {
        CALENDAR.moveOn(Duration.ofDays(31));
        List<String> items = officer.get("/disposition/plans/P1")
                .page()
                .select("input[name=item]")
                .eachAttr("value");
        assertThat(items).isNotEmpty();
        assertThat(answers(items)).containsOnly(200);
        officer.get("/disposition");
        assertThat(outcome(officer.post("/disposition/execution", Map.of()))).contains("Stopped:");
        assertThat(officer.get("/").page().text()).contains("P1 was stopped");
        assertThat(officer.get("/disposition")
                        .page()
                        .select("section[aria-labelledby=stops]")
                        .text())
                .contains("it would remove");
        assertThat(refusal(officer.post("/disposition/overrides", Map.of("run", "P1", "reason", " "))))
                .contains("Say why the run may go on");
        officer.post("/disposition/overrides", Map.of("run", "P1", "reason", "the first purge"));
        assertThat(refusal(officer.post("/disposition/overrides", Map.of("run", "P1", "reason", "once more"))))
                .contains("let go on already");
        assertThat(outcome(officer.post("/disposition/execution", Map.of()))).contains("items destroyed");
        assertThat(answers(items)).containsOnly(404);
    }

    /** Of the pages of items and of their texts. */
    private static List<Integer> answers(List<String> items) {
        return items.stream()
                .limit(20)
                .flatMap(item -> Stream.of("", "/body").map(part -> "/items/" + item + part + "?for=retention"))
                .map(address -> officer.get(address).status())
                .toList();
    }

    @Test
    @Order(6)
    void theCertificateIsIssuedCheckedAndTakenAway() throws InterruptedException, IOException {
        assertThat(officer.get("/disposition/plans/P1/certificate").status()).isEqualTo(404);
        officer.get("/disposition/plans/P1");
        assertThat(outcome(officer.post("/disposition/plans/P1/certificate", Map.of())))
                .contains("items destroyed");
        try (Visitor auditor = new Visitor(server).signIn("auditor")) {
            assertThat(auditor.get("/disposition/plans/P1/certificate?check=true")
                            .page()
                            .text())
                    .contains("The certificate is whole", "proofs checked");
            List<String> files = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                    auditor.get("/disposition/plans/P1/certificate.zip").bytes()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.add(entry.getName());
                }
            }
            assertThat(files).contains("certificate-P1/certificate.json", "certificate-P1/certificate.pdf");
            assertThat(auditor.get("/disposition/plans/P1/certificate.pdf").header("Content-Type"))
                    .isEqualTo("application/pdf");
            assertThat(auditor.get("/disposition/plans/P1").page().select("form[action*=disposition] button"))
                    .isEmpty();
            assertThat(auditor.post("/disposition/execution", Map.of()).status())
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(7)
    void aStandingAuthorityTakesTwoSignatures() {
        String series = officer.get("/disposition/authorities")
                .page()
                .select("input[name=series]")
                .eachAttr("value")
                .getFirst();
        assertThat(officer.post("/disposition/authorities", Map.of("series", series))
                        .page()
                        .text())
                .contains("Another person must sign it");
        assertThat(refusal(officer.post("/disposition/authorities/offers/1/signature", Map.of())))
                .contains("two persons", "Ray Chen");
        assertThat(refusal(officer.post("/disposition/authorities", Map.of()))).contains("Choose at least one");
        try (Archive archive = Archive.decide(server.archive(), CALENDAR)) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(
                            status -> archive.disposal().offers().countersign(1, LEE, CALENDAR.instant()));
        }
        assertThat(officer.get("/disposition/authorities")
                        .page()
                        .select("tbody")
                        .text())
                .contains("A1", "holds", "Ann Lee");
        assertThat(officer.post("/disposition/authorities/A1/revocation", Map.of())
                        .page()
                        .text())
                .contains("A1 is revoked");
        assertThat(refusal(officer.post("/disposition/authorities/A1/revocation", Map.of())))
                .contains("A1 was revoked on");
        assertThat(refusal(officer.post("/disposition/authorities/A9/revocation", Map.of())))
                .contains("no standing authority A9");
        assertThat(refusal(officer.post("/disposition/authorities/offers/1/withdrawal", Map.of())))
                .contains("signed by both, or taken back");
    }

    /** What the page itself says, on which the deed was tried. */
    private static String refusal(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.page().select("h1").text()).isIn("Standing authorities", "Disposition");
        return answer.page().select("[role=alert]").text();
    }

    @Test
    @Order(8)
    void theYearlyReviewShowsWhatIsPendingAndTakesNoHalfAgreement() {
        assertThat(officer.get("/disposition/review?year=2025-26").page().text())
                .contains("school year 2025-26", "pending", "5 CCR 16022");
        assertThat(officer.get("/disposition/review?year=x").status()).isEqualTo(404);
        assertThat(officer.post("/disposition/review", AGREEMENT).status()).isEqualTo(422);
    }

    @Test
    @Order(9)
    @Tag("slow")
    void anAgreementOfBothIsRecordedAndBroughtToTheItems() throws InterruptedException {
        officer.get("/disposition/review?year=2025-26");
        Map<String, String> whole = new HashMap<>(AGREEMENT);
        whole.put("on", "2030-07-10");
        assertThat(outcome(officer.post("/disposition/review", whole))).contains("items looked at");
        assertThat(officer.get("/disposition/review?year=2025-26")
                        .page()
                        .select("section[aria-labelledby=agreement]")
                        .text())
                .contains("Ann Lee, Superintendent", "Minutes, item 7", "lapses on 2031-07-10");
    }
}
