package org.muniment.api.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.api.web.Browser;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.archive.pdf.PdfContents;

/** A clerk draws on a page of a PDF file with the mouse, marks words by keyboard, and builds the bundle without them. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class PageBrowserTest {
    @TempDir
    private static Path folder;

    @Test
    void whatIsDrawnOnAPageIsNotInTheBundle() throws IOException {
        try (TestServer server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
                Browser browser = Browser.open(server)) {
            Page page = browser.as("clerk");
            enter(page);
            page.click("text=its pages");
            browser.look(page, "review-page");
            byKeyboard(page);
            page.click(".pg-documents a:has-text('incident-report.pdf')");
            byMouse(page);
            browser.look(page, "review-page-removed");
            assertThat(page.locator(".pg-word[data-text='Milo']").count()).isZero();
            assertThat(page.textContent(".rv-side")).contains("Area on page 1 of");
            build(page, server.archive());
        }
    }

    private static void enter(Page page) {
        page.navigate("/requests/new");
        page.fill("#requester", "Dana Reyes");
        page.fill("#words", "The report of the fall");
        page.click("text=Propose what to search");
        page.fill("[name=query]", "subject:\"incident report\" custodian:principal.lincoln@district.example");
        page.click("button:has-text('Freeze')");
        page.click("text=Review the items");
    }

    /** Marks two words of the message with arrow keys. */
    private static void byKeyboard(Page page) {
        page.selectOption("#section", "drafts");
        page.focus(".pg-sheet");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        String marked = page.textContent(".rv-marked");
        assertThat(marked.split(" ")).hasSize(2);
        page.click("#mark button");
        assertThat(page.textContent("[role=status]")).contains("1 redaction applied");
        assertThat(page.inputValue("#section")).isEqualTo("drafts");
    }

    /** Draws around a pupil's name. */
    private static void byMouse(Page page) {
        Locator name = page.locator(".pg-word[data-text='Milo']").first();
        name.scrollIntoViewIfNeeded();
        BoundingBox box = name.boundingBox();
        page.mouse().move(box.x + 1, box.y + 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().move(box.x + box.width + 12, box.y + box.height - 1);
        page.mouse().up();
        assertThat(page.textContent(".rv-marked")).isEqualTo("An area of the page");
        page.click("#mark button");
        page.waitForSelector("[role=status]");
    }

    private static void build(Page page, Path archive) throws IOException {
        page.click("text=Decide, or read it as text");
        page.click("[data-key='3']");
        page.waitForSelector("text=No further item");
        Path out = folder.resolve("bundle");
        Console.Said said = new Console(archive)
                .run(
                        "produce",
                        "--request",
                        "R1",
                        "--out",
                        out.toString(),
                        "--by",
                        "Betty Lindqvist, Records Clerk",
                        "--shown-elsewhere-is-meant");
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path pdf :
                    files.filter(file -> file.toString().endsWith(".pdf")).toList()) {
                PdfContents.read(pdf, found -> texts.addAll(texts(found)));
            }
        }
        assertThat(texts)
                .filteredOn(text -> text.contains("yellow climber"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).contains("Room 14").doesNotContain("Milo"));
    }

    private static List<String> texts(PdfContents.Found found) {
        try {
            return found instanceof PdfContents.Found.Page page
                    ? page.texts().stream().map(PdfContents.Found.Text::text).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
