package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Search and own mail in a real browser. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class SearchBrowserTest {
    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Browser browser;

    @BeforeAll
    static void open() {
        server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
        browser = Browser.open(server);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    @Test
    void staffKeepAnItemAsClassOneInTwoClicks() {
        Page page = browser.as("staff");
        page.navigate("/mine?q=climber");
        browser.look(page, "mine");
        page.navigate(page.locator(".mu-hit__subject a").first().getAttribute("href"));
        browser.check(page);
        page.locator("summary:has-text('Keep as Class 1')").click();
        browser.picture(page, "mine-keep");
        page.locator(".mu-keep__choice[open] button").first().click();
        assertThat(page.locator(".mu-said").textContent()).contains("Kept as Class 1");
        browser.look(page, "mine-item");
        page.navigate("/mine/leaving");
        browser.look(page, "mine-leaving");
        page.context().close();
    }

    @Test
    void aClerkFindsOpensAndSeesWhy() {
        Page page = browser.as("clerk");
        page.navigate("/search");
        browser.check(page);
        page.locator("#for").selectOption("retention");
        page.locator("#q").pressSequentially("fro");
        Locator choice = page.locator(".mu-complete li").first();
        choice.waitFor();
        assertThat(choice.textContent()).startsWith("from:");
        browser.check(page);
        page.locator("#q").press("ArrowDown");
        page.locator("#q").press("Enter");
        assertThat(page.locator("#q").inputValue()).isEqualTo("from:");
        page.locator("#q").fill("climber");
        page.locator("#q").press("Enter");
        page.waitForURL("**/search?q=climber*");
        browser.look(page, "search");
        page.locator(".mu-hit__subject a").first().click();
        page.locator("#pane .mu-reading").waitFor();
        assertThat(page.locator("#pane h2").allTextContents()).contains("Why this class", "Custody");
        browser.look(page, "search-pane");
        page.locator("#pane .mu-reading__title a").click();
        page.waitForURL("**/items/*");
        assertThat(page.locator("h2").allTextContents()).contains("Why this class");
        browser.look(page, "item");
        page.navigate("/search?for=retention&terms=yes&q=climber+OR+playground");
        browser.look(page, "search-terms");
        page.navigate("/search?for=retention&q=kind:email+has:attachment");
        page.navigate(page.locator(".mu-hit__subject a").first().getAttribute("href"));
        browser.look(page, "item-attachment");
        page.navigate("/declarations");
        browser.look(page, "declarations");
        page.context().close();
    }

    @Test
    void aMistakeAndAMissingPurposeAreToldInPlace() {
        Page page = browser.as("legal");
        page.navigate("/search?q=climber");
        page.navigate("/search?for=retention&q=climber+AND+form%3Abob");
        assertThat(page.locator(".mu-mistake mark").textContent()).startsWith("form");
        browser.picture(page, "search-mistake");
        page.context().close();
    }
}
