package org.muniment.api.web.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.Browser;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;

/** A clerk's day: a request from its receipt to the bundle that is handed out. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class RequestBrowserTest {
    private static final int MOST_CLICKS = 40;

    @TempDir
    private static Path folder;

    private int clicks;

    private void click(Page page, String what) {
        clicks++;
        page.click(what);
    }

    @Test
    void aRequestGoesFromReceiptToReleaseInFewClicks() throws IOException {
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        Files.createDirectories(archive.resolve("letters"));
        Files.writeString(
                archive.resolve("letters/letterhead.txt"), "Alder Creek Unified School District\n12 Main St\n");
        try (TestServer server = TestServer.start(archive);
                Browser browser = Browser.open(server)) {
            Page page = browser.as("clerk");
            enter(browser, page);
            rescope(browser, page);
            acknowledge(browser, page);
            review(browser, page);
            determine(browser, page);
            build(browser, page);
            handOut(browser, page);
            assertThat(clicks).as("clicks and keys for decisions").isLessThanOrEqualTo(MOST_CLICKS);
        }
    }

    private void enter(Browser browser, Page page) {
        click(page, "nav >> text=Requests");
        browser.check(page);
        click(page, "text=Log a request");
        browser.check(page);
        page.fill("#requester", "Dana Reyes");
        page.fill("#words", "All mail about the stadium lights");
        click(page, "text=Propose what to search");
        browser.look(page, "request-scope");
        click(page, "button:has-text('Freeze')");
        assertThat(page.textContent("[role=status]")).contains("is in force");
        browser.look(page, "request");
    }

    private void acknowledge(Browser browser, Page page) {
        click(page, "text=Write the acknowledgement");
        browser.look(page, "request-letter");
        click(page, "text=Keep it as sent");
        browser.check(page);
        click(page, "text=Back to R1");
    }

    private void review(Browser browser, Page page) {
        click(page, "text=Review the items");
        browser.look(page, "request-review");
        page.selectOption("#section", "drafts");
        page.dblclick("[data-part=subject] [data-start]", new Page.DblclickOptions().setPosition(6, 8));
        clicks += 3;
        String marked = page.waitForSelector(".rv-marked:not([hidden])").textContent();
        assertThat(marked).isNotBlank();
        click(page, ".rv-draw button");
        assertThat(page.textContent("mark.rv-applied").strip()).isEqualTo(marked.strip());
        browser.look(page, "request-review-removed");
        decide(page, "3");
        while (page.isVisible("h2:has-text('Decide')")) {
            decide(page, "1");
        }
        browser.check(page);
        click(page, "text=Back to R1");
        click(page, "text=Look for personal data");
        page.waitForSelector("text=Go on", new Page.WaitForSelectorOptions().setTimeout(30_000));
        click(page, "text=Go on");
        click(page, "text=Items with proposed redactions");
        while (page.isVisible("[data-key='7']")) {
            page.keyboard().press("7");
            clicks++;
            page.waitForSelector("[role=status]");
            click(page, ".rv-bar__filter button");
        }
        click(page, "a[href='/requests/R1']");
    }

    /** A decision by its key leads to the next item. */
    private void decide(Page page, String key) {
        String address = page.url();
        page.keyboard().press(key);
        clicks++;
        page.waitForURL(url -> !url.equals(address));
    }

    private void determine(Browser browser, Page page) {
        click(page, "text=Write the determination");
        browser.look(page, "request-determination");
        click(page, "text=Keep it as sent");
        click(page, "text=Back to R1");
    }

    private void build(Browser browser, Page page) {
        click(page, "text=Build the bundle");
        page.waitForSelector("text=Go on", new Page.WaitForSelectorOptions().setTimeout(60_000));
        assertThat(page.textContent("#state")).contains("Leak test: nothing that was removed");
        click(page, "text=Go on");
        Page legal = browser.as("legal");
        legal.navigate("/requests/R1");
        browser.check(legal);
        click(legal, "text=I looked at it");
        legal.context().close();
    }

    private void handOut(Browser browser, Page page) throws IOException {
        page.reload();
        Download download = page.waitForDownload(() -> click(page, "text=Download the bundle"));
        try (ZipFile zip = new ZipFile(download.path().toFile())) {
            assertThat(zip.stream().map(Object::toString)).anyMatch(name -> name.endsWith("production.json"));
        }
        click(page, "button:has-text('Release')");
        assertThat(page.textContent("[role=status]")).contains("is released");
        browser.check(page);
        page.click("summary:has-text('Replace PR1')");
        browser.look(page, "request-released");
        replaceAndGiveUp(browser, page);
        page.navigate("/requests");
        browser.picture(page, "requests");
    }

    /** What the requester made clear, within the office's daily flow: it is counted, changed, and searched for. */
    private static void rescope(Browser browser, Page page) {
        page.click("text=Change the scope");
        page.fill("#from", "2025-01-01");
        page.fill("#reason", "The requester wants nothing older, said on the phone");
        page.click("text=Count again");
        browser.look(page, "request-rescope");
        page.click("button:has-text('Change the scope')");
        assertThat(page.textContent("[role=status]")).contains("asks for something else now");
        page.click("summary:has-text('What it asked for before')");
        browser.look(page, "request-rescoped");
        page.click("text=Term report");
        browser.look(page, "request-terms");
        page.navigate("/requests/R1");
    }

    private static void replaceAndGiveUp(Browser browser, Page page) {
        page.click("text=Build the bundle that replaces it");
        page.waitForSelector("text=Go on", new Page.WaitForSelectorOptions().setTimeout(60_000));
        page.click("text=Go on");
        assertThat(page.textContent("#bundle")).contains("It replaces PR1", "PR2 replaces it");
        page.click("summary:has-text('Give up PR2')");
        page.fill("#reason-PR2", "PR1 was right after all");
        browser.look(page, "request-give-up");
        page.click("button:has-text('Give it up')");
        assertThat(page.textContent("[role=status]")).contains("PR2 is given up");
        browser.check(page);
    }
}
