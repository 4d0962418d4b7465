package org.muniment.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.muniment.batch.nightly.NightReport.Acknowledgement;
import org.muniment.batch.nightly.NightReport.Counted;
import org.muniment.batch.nightly.NightReport.Executed;
import org.muniment.batch.nightly.NightReport.Fixity;
import org.muniment.batch.nightly.NightReport.MailboxLine;
import org.muniment.batch.nightly.NightReport.Outcome;
import org.muniment.batch.nightly.NightReport.PlanLine;
import org.muniment.batch.nightly.NightReport.Step;
import org.muniment.batch.nightly.NightReport.Unreconciled;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class NightReportPageTest {
    private static final String HOSTILE = "<script>alert('x')</script> & \"quoted\" \u202egnp";

    private static NightReport quiet() {
        return new NightReport(
                LocalDate.parse("2026-11-22"),
                1,
                "America/Los_Angeles",
                "records.district.example/ledger",
                Instant.parse("2026-11-22T08:30:00Z"),
                Instant.parse("2026-11-22T14:00:00Z"),
                List.of(new Step("Fixity sample", Outcome.DONE, "200 items proved", 12.25)),
                null,
                List.of(),
                List.of(),
                Executed.NOTHING,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Every text of it is {@code word}. */
    private static NightReport busy(String word) {
        return new NightReport(
                LocalDate.parse("2026-11-22"),
                2,
                "America/Los_Angeles",
                word,
                Instant.parse("2026-11-22T08:30:00Z"),
                Instant.parse("2026-11-22T14:00:00Z"),
                List.of(new Step(word, Outcome.STOPPED, word, 1)),
                new Fixity(200, 1000, List.of(word)),
                List.of(new MailboxLine(word, word, 1200, 30, List.of(new Counted(word, 1170)), word)),
                List.of(new PlanLine(word, word, 41, List.of(new Counted(word, 41)), List.of(new Counted(word, 3)))),
                new Executed(41, 1007, List.of(new Counted(word, 2)), List.of(word)),
                List.of(word),
                List.of(new Unreconciled(word, word, word)),
                List.of(word),
                List.of(new Acknowledgement(word, word, LocalDate.parse("2026-11-01"), 21)),
                List.of(word));
    }

    /** The page is XML too, but for its doctype and two tags that HTML does not close. */
    private static Document parsed(String html) throws Exception {
        String xml = html.replace("<!doctype html>\n", "").replaceAll("(<meta [^>]*)>", "$1/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void aQuietNightSaysSo() {
        assertThat(NightReportPage.html(quiet()))
                .contains("<h1>Night report, Sunday, November 22, 2026</h1>")
                .contains("Begun Nov 22, 12:30 AM PST, written Nov 22, 6:00 AM PST")
                .contains("All is well. Nothing waits for you.")
                .contains("200 items proved")
                .doesNotContain("What you have to do");
    }

    @Test
    void whatAPersonMustDoComesBeforeAllElse() {
        String html = NightReportPage.html(busy("words"));
        assertThat(html)
                .contains("Something waits for you")
                .contains("Planned 41 items, began the grace period of 41, destroyed 1,007, and removed 30 messages")
                .contains("stopped by a breaker")
                .contains("Nov 1, 2026");
        assertThat(html.indexOf("What you have to do")).isLessThan(html.indexOf("Stopped by a breaker"));
        assertThat(html.indexOf("Stopped by a breaker")).isLessThan(html.indexOf("Planned: due"));
        assertThat(html.indexOf("Planned: due")).isLessThan(html.indexOf("The night&#39;s steps"));
    }

    @Test
    void noTextCanBecomeMarkup() throws Exception {
        String html = NightReportPage.html(busy(HOSTILE));
        assertThat(html).doesNotContain("<script").doesNotContain("\u202e");
        assertThat(parsed(html).getDocumentElement().getTextContent())
                .contains("<script>alert('x')</script> & \"quoted\"");
    }

    @Test
    void itLoadsNothingAndRunsNothing() {
        assertThat(NightReportPage.html(busy("words")))
                .doesNotContain("src=")
                .doesNotContain("href=")
                .doesNotContain("url(")
                .doesNotContain("@import")
                .doesNotContain("<script");
    }

    @Test
    void everyTableHasHeadingsForRowsAndColumns() throws Exception {
        Document page = parsed(NightReportPage.html(busy("words")));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en-US");
        assertThat(page.getElementsByTagName("main").getLength()).isOne();
        assertThat(page.getElementsByTagName("h1").getLength()).isOne();
        NodeList rows = page.getElementsByTagName("tr");
        assertThat(rows.getLength()).isGreaterThan(10);
        for (int row = 0; row < rows.getLength(); row++) {
            var first = (Element) rows.item(row).getFirstChild();
            assertThat(first.getTagName()).isEqualTo("th");
            assertThat(first.getAttribute("scope")).isIn("row", "col");
        }
    }
}
