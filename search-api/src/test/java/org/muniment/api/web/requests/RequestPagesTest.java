package org.muniment.api.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Look;
import org.muniment.archive.access.Looks;

/** Requests over real HTTP: entered with their hold, reviewed, answered. */
class RequestPagesTest {
    private static final String ASKED = "All mail about the stadium lights since May 2025";

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void serve() {
        server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Visitor clerk() {
        return new Visitor(server).signIn("clerk");
    }

    /** The fields of the first form that leads to a path, as a browser would send them. */
    private static Map<String, String> fields(Document page, String action) {
        Element form = Objects.requireNonNull(page.selectFirst("form[action='" + action + "']"), page.text());
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name], textarea[name]").forEach(field -> {
            boolean off = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
            if (!off && !field.attr("name").equals("_csrf")) {
                fields.put(field.attr("name"), field.is("textarea") ? field.text() : field.val());
            }
        });
        form.select("select[name]").forEach(field -> {
            Element chosen = field.selectFirst("option[selected]");
            fields.put(field.attr("name"), chosen == null ? "" : chosen.val());
        });
        return fields;
    }

    private static String entered(Visitor clerk, String query) {
        clerk.get("/requests/new");
        Visitor.Answer answer = clerk.post(
                "/requests",
                Map.of("requester", "Dana Reyes", "received", "2026-10-31", "words", ASKED, "query", query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at().getPath();
    }

    @Test
    void aScopeIsProposedAndTheRequestIsFrozenBeforeThePageAnswers() {
        try (Visitor clerk = clerk()) {
            clerk.get("/requests/new");
            Document scope = clerk.post(
                            "/requests/proposal", Map.of("requester", "=cmd", "received", "2026-10-31", "words", ASKED))
                    .page();
            Map<String, String> proposed = fields(scope, "/requests");
            assertThat(proposed).containsEntry("query", "stadium w/5 lights").containsEntry("from", "2025-05-01");
            Document page = clerk.post("/requests", proposed).page();
            assertThat(page.text()).contains("is in force", "Tue, Nov 10, 2026", "stadium");
            assertThat(clerk.get("/requests").page().text()).contains("=cmd", "9 days left");
            assertThat(clerk.get("/requests/log.csv").text()).contains("'=cmd");
        }
    }

    @Test
    void wrongInputComesBackWithTheWordsBesideTheField() {
        try (Visitor clerk = clerk()) {
            clerk.get("/requests/new");
            Visitor.Answer wrong = clerk.post(
                    "/requests",
                    Map.of("received", "2026-10-31", "words", ASKED, "query", "subjet:lights", "from", "x"));
            assertThat(wrong.status()).isEqualTo(422);
            assertThat(wrong.page().select(".usa-error-message").eachText())
                    .anySatisfy(said -> assertThat(said).contains("subjet"))
                    .anySatisfy(said -> assertThat(said).contains("2026-10-05"));
            Visitor.Answer future =
                    clerk.post("/requests", Map.of("received", "2026-12-31", "words", ASKED, "query", "lights"));
            assertThat(future.status()).isEqualTo(422);
            assertThat(future.page().select(".usa-error-message").text()).contains("still to come");
            assertThat(clerk.post("/requests/proposal", Map.of("received", "", "words", " "))
                            .status())
                    .isEqualTo(422);
        }
    }

    @Test
    void theScopeIsChangedForAReasonAndTheHoldAndTheReviewFollow() {
        try (Visitor clerk = clerk();
                Visitor legal = new Visitor(server).signIn("legal")) {
            String path = entered(clerk, "lights");
            String id = path.substring(path.lastIndexOf('/') + 1);
            Document page = clerk.get(path).page();
            String search = page.select("a:contains(Search for this)").attr("href");
            assertThat(clerk.get(search).page().select("main").text()).contains("items");
            assertThat(clerk.get(page.select("a:contains(Term report)").attr("href"))
                            .page()
                            .select("main")
                            .text())
                    .contains("Only this term");
            String before = page.select("#review-title + p").text();
            String hold = page.select("dt:contains(Kept by) + dd").text().replaceAll(".*(H\\d+).*", "$1");

            Map<String, String> fields = fields(clerk.get(path + "/scope").page(), path + "/scope");
            assertThat(fields).containsEntry("query", "lights").containsEntry("reason", "");
            fields.put("query", "stadium w/5 lights");
            Visitor.Answer without = clerk.post(path + "/scope", fields);
            assertThat(without.status()).isEqualTo(422);
            assertThat(without.page().select("#reason-wrong").text()).contains("Say why");
            assertThat(without.page().select("#query").text()).isEqualTo("stadium w/5 lights");
            fields.put("act", "count");
            assertThat(clerk.post(path + "/scope", fields)
                            .page()
                            .select(".rq-big")
                            .text())
                    .contains("item");
            fields.put("act", "change");
            fields.put("reason", "Only the stadium, said on the phone");
            Document changed = clerk.post(path + "/scope", fields).page();
            assertThat(changed.text())
                    .contains(id + " asks for something else now", "stadium w/5 lights")
                    .contains("keeps what it asks for now: Only the stadium, said on the phone");
            assertThat(changed.select("#review-title + p").text()).isNotEqualTo(before);
            assertThat(changed.select("details:contains(What it asked for before)")
                            .text())
                    .contains("lights", "hold " + hold);
            assertThat(legal.get("/holds/" + hold + "/release").page().text())
                    .contains("Request " + id + " asks for something else now");
            fields.put("act", "change");
            assertThat(clerk.post(path + "/scope", fields)
                            .page()
                            .select("#query-wrong")
                            .text())
                    .contains("exactly that already");
            assertThat(legal.get(path + "/scope").status()).isEqualTo(403);
            clerk.get(path);
            clerk.post(path + "/close", Map.of("outcome", "Withdrawn", "reviewDays", "0"));
            assertThat(clerk.get(path + "/scope").status()).isEqualTo(409);
        }
    }

    @Test
    void everyLookIsOnRecordWithItsRequestAndWhatIsNotAskedForIsNotThere() {
        try (Visitor clerk = clerk()) {
            String path = entered(clerk, "lights");
            Visitor.Answer first = clerk.get(path + "/review");
            assertThat(first.status()).isEqualTo(200);
            String item = first.at().getQuery().replaceAll(".*item=([^&]*).*", "$1");
            try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
                Look look = archive.access().looks().list(Looks.Asked.ALL, 0, 1).getFirst();
                assertThat(look.account()).isEqualTo("clerk");
                assertThat(look.item()).isEqualTo(item);
                assertThat(look.purpose().toString()).isEqualTo("request:" + path.substring(path.lastIndexOf('/') + 1));
            }
            String other = otherItem("NOT lights");
            assertThat(clerk.get(path + "/review?item=" + other).status()).isEqualTo(404);
            assertThat(clerk.get(path + "/review?item=none").status()).isEqualTo(404);
            assertThat(clerk.get("/requests/R999").status()).isEqualTo(404);
        }
    }

    private static String otherItem(String query) {
        try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
            return archive.index()
                    .matching(
                            new org.muniment.archive.query.ItemQueryParser(
                                            archive.settings().zone())
                                    .parse(query),
                            null,
                            1)
                    .getFirst()
                    .value();
        }
    }

    @Test
    void anExemptDecisionNeedsItsSectionAndTheSecondReaderIsAnother() {
        try (Visitor clerk = clerk();
                Visitor legal = new Visitor(server).signIn("legal")) {
            String path = entered(clerk, "lights");
            Visitor.Answer first = clerk.get(path + "/review");
            String decision = path + "/review/decision";
            Map<String, String> fields = fields(first.page(), decision);
            fields.put("decision", "EXEMPT_IN_WHOLE");
            Visitor.Answer without = clerk.post(decision, fields);
            assertThat(without.status()).isEqualTo(422);
            assertThat(without.page().select("[role=alert]").text()).contains("needs its section");
            fields.put("decision", "SECOND_LOOK");
            assertThat(clerk.post(decision, fields).at().getQuery()).doesNotContain(fields.get("item"));
            fields.put("decision", "RESPONSIVE");
            assertThat(clerk.post(decision, fields).page().text()).contains("another person decides it");
            Visitor.Answer second = legal.get(path + "/review?show=second");
            assertThat(second.at().getQuery()).contains(fields.get("item"));
            fields.put("decision", "EXEMPT_IN_WHOLE");
            fields.put("exemption", "litigation");
            fields.put("show", "second");
            assertThat(legal.post(decision, fields).page().text()).contains("No further item");
            assertThat(clerk.get(path).page().text()).contains("exempt in whole");
        }
    }

    @Test
    void aPassageThatWasMarkedIsRemovedAndPutBack() {
        try (Visitor clerk = clerk()) {
            String path = entered(clerk, "lights");
            Visitor.Answer seen = clerk.get(path + "/review");
            Element part = Objects.requireNonNull(seen.page().selectFirst("[data-part=subject]"));
            Map<String, String> fields = fields(seen.page(), path + "/review/passage");
            fields.putAll(Map.of(
                    "part",
                    "subject",
                    "start",
                    "0",
                    "end",
                    "3",
                    "measured",
                    part.attr("data-measured"),
                    "ground",
                    "drafts"));
            Document removed = clerk.post(path + "/review/passage", fields).page();
            assertThat(Objects.requireNonNull(removed.selectFirst("[data-part=subject] mark.rv-applied"))
                            .wholeText())
                    .isEqualTo(part.wholeText().substring(0, 3));
            fields.put("measured", "0".repeat(64));
            assertThat(clerk.post(path + "/review/passage", fields).page().text())
                    .contains("reads differently now");
            fields.putAll(Map.of("start", "", "end", "", "words", "nowhere to be found"));
            assertThat(clerk.post(path + "/review/passage", fields).page().text())
                    .contains("words that stand in this item");
            String id =
                    Objects.requireNonNull(removed.selectFirst("input[id^=a-]")).val();
            Document back = clerk.post(
                            path + "/review/redactions",
                            Map.of("item", fields.get("item"), "act", "refuse", "redaction", id))
                    .page();
            assertThat(back.select("mark.rv-applied")).isEmpty();
        }
    }

    @Test
    void aLetterIsShownWithWhatItLacksAndKeptWhenItIsSent() {
        try (Visitor clerk = clerk()) {
            String path = entered(clerk, "lights");
            assertThat(clerk.get(path + "/write/acknowledgement").page().text()).contains("letterhead");
            clerk.post(path + "/letterhead", Map.of("letterhead", "Alder Creek Unified"));
            assertThat(clerk.post(path + "/write/acknowledgement", Map.of("act", "look"))
                            .page()
                            .text())
                    .contains("Alder Creek Unified", "Dana Reyes", ASKED);
            Visitor.Answer denial = clerk.post(path + "/write/denial", Map.of("act", "send", "outcome", "NONE"));
            assertThat(denial.status()).isEqualTo(422);
            assertThat(denial.page().text()).contains("'exemptions' is missing");
            Visitor.Answer sent = clerk.post(
                    path + "/write/acknowledgement", Map.of("act", "send", "assistance", "Call us\r\nBcc: x"));
            assertThat(sent.at().getPath()).isEqualTo(path + "/letters/1");
            Visitor.Answer paper = clerk.get(path + "/letters/1/paper");
            assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(new String(paper.bytes(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
            assertThat(clerk.get(path).page().text()).contains("acknowledged", "We received your request");
            assertThat(clerk.get(path + "/letters/2").status()).isEqualTo(404);
            assertThat(clerk.get(path + "/write/ransom").status()).isEqualTo(404);
        }
    }

    @Test
    void aRequestIsExtendedNotedAndClosedAndAnotherPersonLetsItsHoldGo() {
        try (Visitor clerk = clerk();
                Visitor legal = new Visitor(server).signIn("legal")) {
            String path = entered(clerk, "lights");
            clerk.post(
                    path + "/extension",
                    Map.of("ground", "VOLUMINOUS", "reason", "nine mailboxes", "until", "2026-11-24"));
            assertThat(clerk.get(path).page().text())
                    .contains(
                            "Gov. Code 7922.535(c)(2)",
                            "9 days left",
                            "only when its letter is sent by Tue, Nov 10, 2026");
            assertThat(clerk.post(
                                    path + "/extension",
                                    Map.of("ground", "VOLUMINOUS", "reason", "more", "until", "2026-11-24"))
                            .page()
                            .select("[role=alert]")
                            .text())
                    .contains("extended already");
            clerk.post(
                    path + "/steps", Map.of("step", "ASSISTED", "on", "2026-11-01", "words", "Called about packets"));
            clerk.post(path + "/close", Map.of("outcome", "Withdrawn", "reviewDays", "60"));
            assertThat(clerk.get(path).page().text()).contains("Called about packets", "Withdrawn", "Dec 31, 2026");
            assertThat(clerk.post(path + "/hold", Map.of())
                            .page()
                            .select("[role=alert]")
                            .text())
                    .contains("another person must approve");
            assertThat(legal.get(path).status()).isEqualTo(200);
            assertThat(legal.post(path + "/hold", Map.of()).page().text()).contains("binds for 60 days more");
            assertThat(List.of(
                            legal.get("/requests/new").status(),
                            clerk.get(path + "/production/PR1/bundle").status()))
                    .containsExactly(403, 404);
        }
    }

    @Test
    void theClockMovesWithTheLettersThatWereSentAndShowsThePromisedDayAfterTheAnswer() {
        try (TestServer apart = TestServer.start(TestDistrict.copy(folder.resolve("clock")));
                Visitor clerk = new Visitor(apart).signIn("clerk")) {
            String path = entered(clerk, "lights");
            String id = path.substring(path.lastIndexOf('/') + 1);
            clerk.post(path + "/letterhead", Map.of("letterhead", "Alder Creek Unified"));
            clerk.post(
                    path + "/extension",
                    Map.of("ground", "VOLUMINOUS", "reason", "nine mailboxes", "until", "2026-11-24"));
            clerk.post(path + "/write/extension", Map.of("act", "look"));
            assertThat(row(clerk, id)).contains("9 days left", "answer by Tue, Nov 10, 2026");
            clerk.post(path + "/write/extension", Map.of("act", "send"));
            assertThat(row(clerk, id)).contains("23 days left", "answer by Tue, Nov 24, 2026");
            assertThat(clerk.get(path).page().text()).contains("23 days left").doesNotContain("It counts only when");
            Visitor.Answer answer = clerk.post(
                    path + "/write/determination",
                    Map.of("act", "send", "outcome", "FULL", "available", "2026-11-03T16:00"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            Document page = clerk.get(path).page();
            assertThat(page.text()).contains("records due in 2 days", "Records promised for Tue, Nov 3, 2026");
            assertThat(page.select(".rq-left.mu-tag--urgent")).hasSize(1);
            assertThat(row(clerk, id)).contains("records due in 2 days", "records promised for Tue, Nov 3, 2026");
            assertThat(clerk.get("/").page().text()).contains("records due in 2 days");
        }
    }

    private static String row(Visitor clerk, String id) {
        return clerk.get("/requests")
                .page()
                .select("tr:has(a[href$=/" + id + "])")
                .text();
    }
}
