package org.muniment.api.web.holds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;

/** Holds as legal staff work with them over HTTP: one matter from its placing to its release. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HoldPagesTest {
    private static final String CBO = "cbo@district.example";
    private static final String BOARD = "board.secretary@district.example";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Visitor legal;
    private static String link = "";

    @BeforeAll
    static void serve() {
        server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
        legal = new Visitor(server).signIn("legal");
    }

    @AfterAll
    static void end() {
        legal.close();
        server.close();
    }

    private static Map<String, String> form(String matter, String terms, String... custodians) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("matter", matter);
        form.put("kind", "LITIGATION");
        form.put("terms", terms);
        form.put("custodian", String.join("\n", custodians));
        return form;
    }

    private static String field(Document page, String name) {
        return page.select("#" + name + "-problem").text();
    }

    @Test
    @Order(1)
    void whatIsWrongIsSaidAtItsFieldAndNothingIsPlaced() {
        legal.get("/holds/new");
        Map<String, String> form = form("", "budget w/", CBO);
        form.put("from", "2026-02-30");
        Visitor.Answer answer = legal.post("/holds", form);
        assertThat(answer.status()).isEqualTo(422);
        Document page = answer.page();
        assertThat(field(page, "matter")).contains("Name the matter");
        assertThat(field(page, "from")).contains("2026-06-30");
        assertThat(field(page, "terms")).contains("at character");
        assertThat(page.select("#terms").val()).isEqualTo("budget w/");
        assertThat(page.select("input[value=" + CBO + "]").hasAttr("checked")).isTrue();
        assertThat(field(legal.post("/holds", form("Doe", "")).page(), "custodian"))
                .contains("write *");
        assertThat(legal.get("/holds").page().text()).contains("No hold binds");
    }

    @Test
    @Order(2)
    void aPreviewCountsAndPlacesNothing() {
        legal.get("/holds/new");
        Document page = legal.post("/holds/new", form("", "playground", CBO)).page();
        assertThat(page.select("#preview .mu-figures strong").eachText().getFirst())
                .isNotEqualTo("0");
        assertThat(page.select("#preview").text()).contains("due tonight", "from " + CBO);
        assertThat(legal.get("/holds").page().text()).contains("No hold binds");
    }

    @Test
    @Order(3)
    void aHoldIsInForceWhenThePageAnswersWithItsReceipt() {
        legal.get("/holds/new");
        Visitor.Answer placed = legal.post("/holds", form("Tarkington v. District", "playground", CBO, BOARD));
        assertThat(placed.at().getPath()).isEqualTo("/holds/H1");
        assertThat(placed.page().select(".usa-alert--success").text()).contains("H1 is in force", "entry");
        assertThat(legal.get("/holds").page().select("tbody tr").text())
                .contains("H1", "Tarkington v. District", "in force", "2 not acknowledged");
        assertThat(legal.get("/").page().select("a[href*=H1]").text()).contains("notices to send");
        assertThat(legal.get("/holds/H1/items").status()).isEqualTo(200);
        assertThat(legal.get("/holds/H2").status()).isEqualTo(404);
        assertThat(legal.get("/holds/none").status()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void aNoticeIsWrittenOnceWithALinkOfItsOwn() {
        legal.get("/holds/H1");
        Visitor.Answer written = legal.post("/holds/H1/notices", Map.of("to", CBO, "step", "SENT"));
        assertThat(written.at().getPath()).isEqualTo("/holds/H1/letters");
        String text = written.page().select(".mu-letter p.mu-words").eachText().getFirst();
        assertThat(text).contains("Tarkington v. District", server.address() + "/acknowledge/");
        link = text.replaceAll("(?s).*" + server.address() + "(/acknowledge/\\S+).*", "$1");
        assertThat(legal.post("/holds/H1/notices", Map.of("to", CBO, "step", "SENT"))
                        .page()
                        .text())
                .contains("sent already");
        assertThat(legal.post("/holds/H1/notices", Map.of("step", "SENT"))
                        .page()
                        .text())
                .contains("Choose at least one person");
        assertThat(legal.post("/holds/H1/notices", Map.of("to", BOARD, "step", "SENT"))
                        .page()
                        .select(".mu-letter"))
                .hasSize(2);
    }

    @Test
    @Order(5)
    void theLinkAcknowledgesWithoutAnAccountAndOnlyItsOwnNotice() {
        try (Visitor custodian = new Visitor(server)) {
            assertThat(custodian.get(link).page().select("button").text()).contains("I have read this");
            assertThat(legal.get("/holds/H1").page().select("#notices tbody").text())
                    .as("opening the link is no acknowledgement")
                    .doesNotContain("by the link");
            custodian.get(link);
            assertThat(custodian.post(link, Map.of()).page().text()).contains("Thank you");
            assertThat(custodian.post(link, Map.of()).page().text()).contains("Thank you");
            assertThat(custodian
                            .get(link.substring(0, link.length() - 2) + "AA")
                            .status())
                    .isEqualTo(404);
            assertThat(custodian.get("/acknowledge/x").status()).isEqualTo(404);
            assertThat(custodian.get("/holds").at().getPath()).isEqualTo("/sign-in");
        }
        assertThat(legal.get("/holds/H1").page().select("#notices tbody tr"))
                .filteredOn(row -> row.text().contains("by the link"))
                .singleElement()
                .matches(row -> row.text().contains(CBO));
        legal.post("/holds/H1/acknowledgements", Map.of("to", BOARD));
        assertThat(legal.get("/holds").page().select("tbody").text()).contains("none waits");
    }

    @Test
    @Order(6)
    void aReleaseTakesTwoPeople() {
        legal.get("/holds/H1/release");
        assertThat(legal.post("/holds/H1/release", Map.of("reason", " ")).status())
                .isEqualTo(422);
        assertThat(legal.post("/holds/H1/release", Map.of("reason", "Settled on October 3"))
                        .page()
                        .text())
                .contains("waits for a second person");
        assertThat(legal.get("/holds/H1/release").page().text()).contains("another person must approve");
        assertThat(legal.post("/holds/H1/release/approval", Map.of("days", "30"))
                        .status())
                .isEqualTo(422);
        try (Visitor officer = new Visitor(server).signIn("officer")) {
            assertThat(officer.get("/").page().text()).contains("Release of H1 asked for");
            assertThat(officer.get("/holds/H1/release?days=60").page().text()).contains("Settled on October 3");
            assertThat(officer.post("/holds/H1/release/approval", Map.of("days", "30"))
                            .page()
                            .text())
                    .contains("cooling off");
        }
    }

    @Test
    @Order(7)
    void othersReadOrAreToldNothing() {
        try (Visitor clerk = new Visitor(server).signIn("clerk");
                Visitor staff = new Visitor(server).signIn("staff")) {
            assertThat(clerk.get("/holds/H1").page().select("form[action*=notices] button"))
                    .isEmpty();
            assertThat(clerk.get("/holds/new").status()).isEqualTo(403);
            assertThat(clerk.post("/holds", form("Doe", "*")).status()).isEqualTo(403);
            assertThat(clerk.get("/holds/H1/letters").status()).isEqualTo(403);
            assertThat(staff.get("/holds/H1").status()).isEqualTo(403);
        }
    }
}
