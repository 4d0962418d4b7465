package org.muniment.api.web.departed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Looks;
import org.muniment.archive.production.ProductionId;

/** Somebody leaves: the checklist over HTTP, from separation to the second approval. */
class DepartedPagesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T18:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void serve() {
        Path home = TestDistrict.copy(folder.resolve("archive"));
        try (Archive archive = Archive.decide(home, CLOCK)) {
            TestDistrict.addTeacher(archive);
        }
        server = TestServer.start(home, CLOCK);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Visitor.Answer step(Visitor who, String step, String words) {
        return who.post("/departed/DE1/steps", Map.of("step", step, "words", words));
    }

    @Test
    void aLeaversMailIsHeldAndEveryStepIsTakenInItsOrderByTwoPeople() {
        try (Visitor clerk = new Visitor(server).signIn("clerk");
                Visitor officer = new Visitor(server).signIn("officer");
                Visitor legal = new Visitor(server).signIn("legal");
                Visitor staff = new Visitor(server).signIn("staff")) {
            assertThat(clerk.get("/departed").page().select("#person option").eachText())
                    .anyMatch(name -> name.contains("Sam Reyes"));
            assertThat(clerk.post("/departed", Map.of("person", "", "on", "2026-11-05"))
                            .status())
                    .isEqualTo(422);
            Visitor.Answer started = clerk.post("/departed", Map.of("person", "PE1", "on", "2026-11-05"));
            assertThat(started.at().getPath()).isEqualTo("/departed/DE1");
            assertThat(started.page().text()).contains("The mail of Sam Reyes is held from now on", "H1");
            assertThat(legal.get("/holds/H1").page().text()).contains("departed employee", "Sam Reyes leaves");

            clerk.get("/departed/DE1");
            assertThat(step(clerk, "HOLD_CHECK", "x").page().text()).contains("next step of DE1 is the classification");
            step(clerk, "CLASSIFICATION", "Looked at with the principal");
            step(clerk, "HOLD_CHECK", "Counsel knows of no claim");
            step(clerk, "FIRST_APPROVAL", "Approved");
            assertThat(clerk.get("/departed/DE1").page().text()).contains("another person must give the second");
            assertThat(step(clerk, "SECOND_APPROVAL", "Approved").status()).isEqualTo(422);
            assertThat(clerk.get("/")
                            .page()
                            .select(".mu-card:contains(Departed)")
                            .text())
                    .contains("waiting: 1", "Sam Reyes: second approval waits for another person");
            assertThat(officer.get("/")
                            .page()
                            .select(".mu-card:contains(Departed)")
                            .text())
                    .contains("second person");
            officer.get("/departed/DE1");
            assertThat(step(officer, "SECOND_APPROVAL", "Approved").page().select("form[action$=bundle]"))
                    .hasSize(1);
            assertThat(clerk.get("/departed").page().select("tbody").text()).contains("DE1", "4 of 6", "bundle");
            theSupervisorsBundleIsDownloadedAndEachLookIsOnRecord(clerk, staff);
            assertThat(legal.get("/departed/DE1").page().select("form[action*=departed]"))
                    .isEmpty();
            legal.get("/holds/H1/release");
            assertThat(legal.post("/holds/H1/release", Map.of("reason", "done"))
                            .page()
                            .text())
                    .contains("is released when the checklist of DE1 is done");
            assertThat(staff.get("/departed/DE1").status()).isEqualTo(403);
            assertThat(clerk.get("/departed/DE2").status()).isEqualTo(404);
        }
    }

    private static void theSupervisorsBundleIsDownloadedAndEachLookIsOnRecord(Visitor clerk, Visitor staff) {
        clerk.get("/departed/DE1");
        assertThat(clerk.ended(clerk.post("/departed/DE1/bundle", Map.of()))).contains("PR1 has", "downloaded");
        String path = clerk.get("/departed/DE1").page().select("a[download]").attr("href");
        assertThat(path).isEqualTo("/departed/DE1/bundle/PR1");
        Visitor.Answer file = clerk.get(path);
        assertThat(file.header("Content-Type")).isEqualTo("application/zip");
        assertThat(file.header("Content-Disposition")).contains("DE1-PR1.zip");
        assertThat(new String(file.bytes(), 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        try (Archive archive = Archive.read(server.archive(), CLOCK)) {
            long items = archive.productions()
                    .items(new ProductionId("PR1"), 0, 1000)
                    .size();
            assertThat(archive.access().looks().list(Looks.Asked.ALL, 0, 1000))
                    .hasSize((int) items)
                    .isNotEmpty()
                    .allMatch(look -> look.account().equals("clerk")
                            && look.purpose().toString().startsWith("production:Departed employee: "));
        }
        assertThat(clerk.get("/departed/DE1/bundle/PR2").status()).isEqualTo(404);
        assertThat(staff.get(path).status()).isEqualTo(403);
    }
}
