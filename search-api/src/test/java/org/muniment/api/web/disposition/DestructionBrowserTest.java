package org.muniment.api.web.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.Browser;
import org.muniment.api.web.MovingClock;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;

/** A records officer's work in a real browser, from what is due to the certificate and the review of the year. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class DestructionBrowserTest {
    private static final String NAV = ".mu-nav a:has-text('Disposition')";

    private final MovingClock clock = new MovingClock(Instant.parse("2030-08-01T18:00:00Z"));
    private final SoftAssertions all = new SoftAssertions();

    @TempDir
    private Path folder;

    @Test
    void aRecordsOfficersDay() {
        Path home = TestDistrict.copy(folder.resolve("archive"));
        try (Archive archive = Archive.write(home, clock)) {
            BusyDistrict.adopt(archive);
            TestDistrict.add(archive, "second", "Lena Moss, Superintendent", Role.RECORDS_OFFICER);
        }
        try (TestServer server = TestServer.start(home, clock);
                Browser browser = Browser.open(server)) {
            Page officer = browser.as("officer");
            plan(browser, officer);
            approve(browser);
            restore(browser, officer);
            destroy(browser, officer);
            certify(browser, officer);
            review(browser, officer);
        }
        all.assertAll();
    }

    /** Looks at a page before going on, and tells at the end what is wrong with any. */
    private void see(Browser browser, Page page, String name) {
        browser.look(page, "officer-" + name, all);
    }

    /** What came of the job that a page began; leads on from it. */
    private static String ended(Page page) {
        page.waitForURL("**/jobs/*");
        page.waitForSelector("#state .usa-alert");
        String words = page.textContent("#state .usa-alert");
        page.click("a:has-text('Go on')");
        return words;
    }

    private void plan(Browser browser, Page page) {
        page.click(NAV);
        see(browser, page, "due");
        page.click("button:has-text('Make the plan')");
        assertThat(ended(page)).contains("Plan P1", "items are on the list");
        page.click("tbody a:has-text('P1')");
        assertThat(page.textContent("main"))
                .contains("You proposed this plan, so another person must approve it", "Due and kept");
        see(browser, page, "plan");
        page.click("a:has-text('Each of them, with the reason')");
        assertThat(page.locator("tbody tr").count()).isPositive();
        see(browser, page, "kept");
    }

    /** The second person finds the plan among what waits today, takes the list to the board and enters its action. */
    private void approve(Browser browser) {
        Page page = browser.as("second");
        see(browser, page, "second-today");
        page.click("a[href*=P1]");
        assertPaper(page, "a:has-text('List for the board')");
        page.fill("#meeting", "2030-07-10");
        page.fill("#reference", "item 7.3");
        page.click("button:has-text('Approve the list')");
        assertThat(page.textContent(".mu-said")).contains("Plan P1 is approved");
        see(browser, page, "approved");
        page.context().close();
    }

    /** That a link leads to a PDF, which a browser without windows does not show. */
    private static void assertPaper(Page page, String link) {
        byte[] paper = page.request().get(page.getAttribute(link, "href")).body();
        assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private void restore(Browser browser, Page page) {
        page.click(NAV);
        page.click("button:has-text('Carry out what is approved')");
        assertThat(ended(page)).contains("items hidden");
        page.click("a:has-text('The vault')");
        assertThat(page.textContent("main")).contains("30 days left");
        see(browser, page, "vault");
        page.click("h2 a:has-text('Plan P1')");
        page.locator("tbody label").first().click();
        page.fill("#reason", "Still in use by the front office");
        page.click("button:has-text('Restore them')");
        assertThat(page.textContent("tbody")).contains("Still in use by the front office");
        see(browser, page, "restored");
    }

    /** The breaker stops the first purge; the officer says why it may go on. */
    private void destroy(Browser browser, Page page) {
        clock.moveOn(Duration.ofDays(31));
        page.click(NAV);
        page.click("button:has-text('Carry out what is approved')");
        assertThat(ended(page)).contains("Stopped");
        see(browser, page, "stopped");
        page.click("summary:has-text('Let it go on, once')");
        page.fill("[name=reason]", "The first purge there ever was");
        page.click("button:has-text('Let it go on once')");
        page.click("button:has-text('Carry out what is approved')");
        assertThat(ended(page)).contains("items destroyed");
    }

    private void certify(Browser browser, Page page) {
        page.click("a:has-text('Also show finished plans')");
        page.click("tbody a:has-text('P1')");
        see(browser, page, "destroyed");
        page.click("button:has-text('Issue the certificate')");
        assertThat(ended(page)).contains("items destroyed");
        page.click("a:has-text('Check it now')");
        assertThat(page.textContent("main")).contains("The certificate is whole");
        see(browser, page, "certificate");
        assertPaper(page, "a:has-text('The paper (PDF)')");
    }

    private void review(Browser browser, Page page) {
        page.click(NAV);
        page.click("a:has-text('Yearly review')");
        page.selectOption("#year", "2025-26");
        page.click("form[method=get] button");
        assertThat(page.textContent("h1")).contains("2025-26");
        page.fill("#superintendent", "Lena Moss, Superintendent");
        page.fill("#board", "Minutes, item 7");
        page.fill("#on", "2030-07-10");
        see(browser, page, "review");
        page.click("button:has-text('Record the agreement')");
        assertThat(ended(page)).contains("items looked at");
        assertThat(page.textContent("[aria-labelledby=agreement]")).contains("Lena Moss", "lapses on");
        see(browser, page, "reviewed");
    }
}
