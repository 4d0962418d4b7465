package org.muniment.api.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;

/** What happens to a bundle that must not go out, and to one that did, over real HTTP. */
class ProductionPagesTest {
    private static final String PATH = "/requests/R1";

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void serve() throws IOException {
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        Path letterhead = archive.resolve("letters/letterhead.txt");
        Files.createDirectories(letterhead.getParent());
        Files.writeString(letterhead, "Alder Creek Unified School District\n12 Main St\n");
        server = TestServer.start(archive);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /** Everything that is asked for is handed out. */
    private static void decideAll(Visitor clerk) {
        Visitor.Answer seen = clerk.get(PATH + "/review");
        Element form = seen.page().selectFirst("form[action$='/review/decision']");
        while (form != null) {
            String item = form.expectFirst("input[name=item]").val();
            clerk.post(PATH + "/review/decision", Map.of("item", item, "decision", "RESPONSIVE"));
            seen = clerk.get(PATH + "/review");
            form = seen.page().selectFirst("form[action$='/review/decision']");
        }
    }

    private static String today(Visitor who) {
        return who.get("/")
                .page()
                .select(".mu-card:contains(What is handed out)")
                .text();
    }

    private static String bundles(Visitor who) {
        return who.get(PATH).page().select("#bundle").text();
    }

    @Test
    void whatMustNotGoOutIsGivenUpAndWhatWentOutIsReplaced() {
        try (Visitor clerk = new Visitor(server).signIn("clerk");
                Visitor legal = new Visitor(server).signIn("legal")) {
            clerk.get("/requests/new");
            assertThat(clerk.post(
                                    "/requests",
                                    Map.of(
                                            "received",
                                            "2026-10-31",
                                            "words",
                                            "Mail on the lights",
                                            "query",
                                            "stadium w/5 lights"))
                            .at()
                            .getPath())
                    .isEqualTo(PATH);
            decideAll(clerk);

            assertThat(clerk.ended(clerk.post(PATH + "/production", Map.of()))).contains("PR1 is built");
            assertThat(today(clerk)).contains("PR1 of R1 is to be looked at waits for another person");
            assertThat(today(legal)).contains("PR1 of R1 is to be looked at second person");
            clerk.get(PATH);
            assertThat(clerk.post(PATH + "/production", Map.of("replaces", "PR1"))
                            .page()
                            .select("[role=alert]")
                            .text())
                    .contains("was not released");
            assertThat(clerk.post(PATH + "/production/PR1/abandonment", Map.of("reason", " "))
                            .page()
                            .select("[role=alert]")
                            .text())
                    .contains("Say why");
            legal.get(PATH);
            assertThat(legal.post(PATH + "/production/PR1/abandonment", Map.of("reason", "A page was missing"))
                            .page()
                            .text())
                    .contains("PR1 is given up", "Given up: A page was missing", "Ann Lee");
            assertThat(clerk.get(PATH).page().select("#bundle details:contains(PR1)"))
                    .isEmpty();
            clerk.get(PATH);
            assertThat(clerk.post(PATH + "/production/PR1/abandonment", Map.of("reason", "again"))
                            .page()
                            .select("[role=alert]")
                            .text())
                    .contains("abandoned already");

            assertThat(clerk.ended(clerk.post(PATH + "/production", Map.of()))).contains("PR2 is built");
            legal.get(PATH);
            legal.post(PATH + "/production/PR2/check", Map.of());
            assertThat(today(clerk)).contains("PR2 of R1 is checked to be released");
            clerk.get(PATH);
            clerk.post(PATH + "/production/PR2/release", Map.of());
            assertThat(today(clerk)).isEmpty();
            assertThat(bundles(clerk))
                    .contains("Replace PR2", "stays on record")
                    .doesNotContain("Give up PR2");
            assertThat(bundles(legal)).doesNotContain("Replace PR2");

            clerk.get(PATH);
            assertThat(clerk.ended(clerk.post(PATH + "/production", Map.of("replaces", "PR2"))))
                    .contains("PR3 is built");
            assertThat(bundles(clerk))
                    .contains("It replaces PR2", "PR3 replaces it")
                    .doesNotContain("Replace PR2");
            clerk.get(PATH);
            clerk.post(PATH + "/production/PR3/abandonment", Map.of("reason", "PR2 is right after all"));
            assertThat(bundles(clerk)).contains("Replace PR2").doesNotContain("PR3 replaces it");
            assertThat(clerk.post(PATH + "/production", Map.of("replaces", "PR9"))
                            .status())
                    .isEqualTo(404);
        }
    }
}
