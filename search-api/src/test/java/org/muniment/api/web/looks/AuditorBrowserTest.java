package org.muniment.api.web.looks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.Browser;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.api.web.disposition.BusyDistrict;

/** An auditor's day in a real browser: who looked at what, what the ledger says, whether all is whole, what was destroyed. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class AuditorBrowserTest {
    @TempDir
    private Path folder;

    private final SoftAssertions all = new SoftAssertions();

    @Test
    void anAuditorsDay() throws IOException {
        try (TestServer server = TestServer.start(BusyDistrict.make(folder.resolve("archive")), BusyDistrict.CLOCK);
                Browser browser = Browser.open(server)) {
            try (Visitor clerk = new Visitor(server).signIn("clerk")) {
                Visitor.Answer found = clerk.get("/search?q=budget&for=retention");
                clerk.get(found.page().expectFirst(".mu-hit__subject a").attr("href"));
            }
            Page page = browser.as("auditor");
            see(browser, page, "today");
            looks(browser, page);
            ledger(browser, page);
            verify(browser, page);
            certificates(browser, page);
            for (String mail : List.of("/search", "/requests", "/holds", "/departed", "/declarations")) {
                assertThat(page.navigate(mail).status()).as(mail).isEqualTo(403);
            }
            page.click("button:has-text('Sign out')");
            assertThat(page.url()).contains("/sign-in");
            see(browser, page, "signed-out");
        }
        all.assertAll();
    }

    private void see(Browser browser, Page page, String name) {
        browser.look(page, "auditor-" + name, all);
    }

    private static String read(Download file) throws IOException {
        return Files.readString(file.path());
    }

    private void looks(Browser browser, Page page) throws IOException {
        page.click(".mu-nav a:has-text('Who looked')");
        see(browser, page, "looks");
        page.fill("#user", "clerk");
        page.click("button:has-text('Show')");
        assertThat(page.locator("tbody tr").count()).isEqualTo(2);
        assertThat(page.textContent("tbody")).contains("searched", "budget", "retention");
        Download file = page.waitForDownload(() -> page.click("a:has-text('As a file')"));
        assertThat(read(file)).contains("clerk", "budget");
        page.fill("#user", "nobody");
        page.click("button:has-text('Show')");
        see(browser, page, "looks-none");
    }

    private void ledger(Browser browser, Page page) throws IOException {
        page.click(".mu-nav a:has-text('Administration')");
        see(browser, page, "admin");
        page.click(".mu-card a:has-text('Ledger')");
        page.fill("#about", "P1");
        page.click("button:has-text('Show')");
        assertThat(page.textContent("tbody")).contains("certificate C1 issued", "let go on, once, by Ben Hall");
        see(browser, page, "ledger");
        page.click("tbody th a");
        see(browser, page, "entry");
        Download proof = page.waitForDownload(() -> page.click("a:has-text('Save the proof')"));
        assertThat(read(proof)).startsWith("c2sp.org/tlog-proof");
    }

    private void verify(Browser browser, Page page) {
        page.click(".mu-nav a:has-text('Administration')");
        page.click("button:has-text('Verify now')");
        page.waitForURL("**/jobs/*");
        page.waitForSelector("#state .usa-alert");
        assertThat(page.textContent("#state")).contains("No fault found");
        see(browser, page, "verified");
        page.click("a:has-text('Go on')");
    }

    private void certificates(Browser browser, Page page) throws IOException {
        page.click(".mu-nav a:has-text('Disposition')");
        page.click("a:has-text('Also show finished plans')");
        page.click("tbody a:has-text('P1')");
        page.click("a:has-text('Its certificate')");
        page.click("a:has-text('Check it now')");
        assertThat(page.textContent("main")).contains("The certificate is whole");
        see(browser, page, "certificate");
        Download whole = page.waitForDownload(() -> page.click("a:has-text('All of it, with proofs')"));
        try (ZipFile zip = new ZipFile(whole.path().toFile())) {
            assertThat(zip.stream().map(Object::toString)).anyMatch(name -> name.endsWith("certificate.json"));
        }
    }
}
