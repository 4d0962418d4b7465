package org.muniment.api.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
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

/** Pages of items under review, over real HTTP and as a browser without scripts sends it. */
class PageViewsTest {
    @TempDir
    private static Path folder;

    private static TestServer server;
    private static String pages;
    private static String item;

    @BeforeAll
    static void aRequestForMailWithAPdf() {
        server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
        try (Visitor clerk = clerk()) {
            clerk.get("/requests/new");
            Visitor.Answer request = clerk.post(
                    "/requests",
                    Map.of(
                            "requester",
                            "Dana Reyes",
                            "received",
                            "2026-10-31",
                            "words",
                            "Measure K",
                            "query",
                            "subject:\"certified results\""));
            pages = request.at().getPath() + "/review/pages";
            Visitor.Answer review = clerk.get(request.at().getPath() + "/review");
            item = String.valueOf(review.at().getQuery()).replaceAll(".*item=([^&]*).*", "$1");
        }
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Visitor clerk() {
        return new Visitor(server).signIn("clerk");
    }

    private static Document page(Visitor clerk, int document) {
        Visitor.Answer answer = clerk.get(pages + "?item=" + item + "&document=" + document);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.page();
    }

    /** The form as it stands, with the first line of the page that says this. */
    private static Map<String, String> ticked(Document page, String words) {
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("#mark input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        Element label = page.select(".pg-lines label").stream()
                .filter(line -> line.text().contains(words))
                .findFirst()
                .orElseThrow();
        fields.put(
                "line",
                Objects.requireNonNull(page.getElementById(label.attr("for"))).val());
        fields.put("ground", "drafts");
        return fields;
    }

    @Test
    void aPictureComesWithATagAndEveryLookIsOnRecord() throws IOException {
        try (Visitor clerk = clerk()) {
            String address = pages + "/picture.png?item=" + item;
            Visitor.Answer picture = clerk.get(address);
            assertThat(picture.header("Content-Type")).isEqualTo("image/png");
            assertThat(picture.header("ETag")).contains(item);
            assertThat(picture.header("Cache-Control")).contains("private").contains("must-revalidate");
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes())).getWidth())
                    .isGreaterThan(900);
            try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
                Look look = archive.access().looks().list(Looks.Asked.ALL, 0, 1).getFirst();
                assertThat(look.item()).isEqualTo(item);
                assertThat(look.account()).isEqualTo("clerk");
            }
        }
    }

    @Test
    void whatIsNotAskedForAndWhatIsNoPageIsNotThere() {
        try (Visitor clerk = clerk();
                Visitor officer = new Visitor(server).signIn("officer")) {
            for (String way : List.of("", "/picture.png")) {
                assertThat(clerk.get(pages + way + "?item=0123456789abcdef01234567")
                                .status())
                        .isEqualTo(404);
                assertThat(clerk.get(pages + way + "?item=" + item + "&document=9")
                                .status())
                        .isEqualTo(404);
                assertThat(clerk.get(pages + way + "?item=" + item + "&page=99").status())
                        .isEqualTo(404);
                assertThat(clerk.get(pages + way + "?item=" + item + "&page=0").status())
                        .isEqualTo(404);
                assertThat(officer.get(pages + way + "?item=" + item).status()).isEqualTo(403);
            }
        }
    }

    @Test
    void aLineOfAMailThatIsTickedIsRemovedAndPutBackOnThePage() {
        try (Visitor clerk = clerk()) {
            Map<String, String> fields = ticked(page(clerk, 0), "Measure");
            Visitor.Answer removed = clerk.post(pages, fields);
            assertThat(removed.at().getPath()).isEqualTo(pages);
            assertThat(removed.page().select("[role=status]").text()).contains("applied");
            assertThat(clerk.post(pages, fields).page().select("[role=alert]").text())
                    .contains("meanwhile");
            Map<String, String> back = new LinkedHashMap<>();
            removed.page().select("input[id^=a-]").forEach(box -> back.put("redaction", box.val()));
            back.putAll(Map.of("item", item, "act", "refuse", "at", "0.1"));
            Visitor.Answer again = clerk.post(pages.replace("/pages", "/redactions"), back);
            assertThat(again.at().getPath()).isEqualTo(pages);
            assertThat(again.page().select("input[id^=a-]").eachAttr("value")).doesNotContain(back.get("redaction"));
        }
    }

    @Test
    void anAreaOfAPdfIsGivenByNumbersAndWhatIsNoneIsSaid() {
        try (Visitor clerk = clerk()) {
            Document before = page(clerk, 1);
            Map<String, String> fields = ticked(before, "");
            fields.remove("line");
            assertThat(clerk.post(pages, fields).page().select("[role=alert]").text())
                    .contains("Mark words or draw");
            fields.putAll(Map.of("left", "5", "top", "5", "width", "x", "height", "20"));
            assertThat(clerk.post(pages, fields).page().select("[role=alert]").text())
                    .contains("four numbers");
            fields.put("width", "90");
            Document after = clerk.post(pages, fields).page();
            assertThat(after.select("input[id^=a-] + label").text()).contains("Area on page 1 of");
            assertThat(after.select(".pg-word").size())
                    .isLessThan(before.select(".pg-word").size());
            fields.put("ground", "");
            assertThat(clerk.post(pages, fields).page().select("[role=alert]").text())
                    .contains("section");
        }
    }
}
