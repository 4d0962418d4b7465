package org.muniment.api.web.holds;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.Browser;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.disposition.BusyDistrict;

/** Holds, destruction, leavers and nights in a real browser: the daily flow, accessibility, pictures to look at. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class OfficeBrowserTest {
    private static final List<String> LOOKED_AT = List.of(
            "/disposition",
            "/disposition/plans/P3",
            "/disposition/plans/P1/certificate?check=true",
            "/disposition/review",
            "/departed/DE1",
            "/nights/2030-09-05");
    private static final List<String> PAGES = List.of(
            "/disposition/plans/P1",
            "/disposition/plans/P2",
            "/disposition/plans/P3/kept",
            "/disposition/vault",
            "/disposition/authorities",
            "/departed",
            "/nights");

    @TempDir
    private static Path folder;

    /** Looks at every page before it tells what is wrong with any. */
    private record Eye(Browser browser, SoftAssertions all) {
        void check(Page page) {
            all.check(() -> browser.check(page));
        }

        void look(Page page, String name) {
            browser.look(page, name, all);
        }

        void picture(Page page, String name) {
            all.check(() -> browser.picture(page, name));
        }
    }

    /** Clicks as a person clicks, and counts them. */
    private static final class Hand {
        private final Page page;
        private int clicks;

        Hand(Page page) {
            this.page = page;
        }

        Hand click(String what) {
            page.locator(what).first().click();
            clicks++;
            return this;
        }

        Hand type(String where, String text) {
            click(where);
            page.fill(where, text);
            return this;
        }
    }

    @Test
    void aHoldIsInForceWithinTenClicksAndNoPageKeepsAnybodyOut() {
        try (TestServer server = TestServer.start(BusyDistrict.make(folder.resolve("archive")), BusyDistrict.CLOCK);
                Browser browser = Browser.open(server)) {
            Eye see = new Eye(browser, new SoftAssertions());
            Page legal = browser.as("legal");
            place(see, legal);
            tell(see, browser, legal);
            release(see, legal);
            look(see, browser.as("officer"));
            see.all().assertAll();
        }
    }

    private static void place(Eye see, Page page) {
        Hand hand = new Hand(page);
        hand.click(".mu-nav a:has-text('Holds')").click("a:has-text('Place a hold')");
        hand.type("#matter", "Tarkington v. Alder Creek Unified").click("label:has-text('Priya Natarajan')");
        hand.type("#terms", "playground").click("button:has-text('Count')");
        page.waitForSelector("#preview");
        see.look(page, "holds-new");
        hand.click("button:has-text('Place the hold now')");
        page.waitForURL("**/holds/H*");
        assertThat(page.textContent(".usa-alert--success")).contains("is in force", "entry");
        assertThat(hand.clicks).isLessThanOrEqualTo(10);
        see.look(page, "holds-placed");
    }

    private static void tell(Eye see, Browser browser, Page page) {
        page.click("button:has-text('Write the notice')");
        page.waitForURL("**/letters");
        see.look(page, "holds-letters");
        String text = page.textContent(".mu-letter p.mu-words");
        String link = text.replaceAll("(?s).*(http://\\S+/acknowledge/\\S+).*", "$1");
        Page custodian = browser.window();
        custodian.navigate(link);
        see.look(custodian, "acknowledge");
        custodian.click("button:has-text('I have read this')");
        assertThat(custodian.textContent(".usa-alert--success")).contains("Thank you, Priya Natarajan");
        see.check(custodian);
        custodian.context().close();
    }

    private static void release(Eye see, Page page) {
        page.navigate("/holds");
        see.look(page, "holds");
        page.click("tbody a");
        see.look(page, "hold");
        page.click("a:has-text('Release it')");
        see.look(page, "holds-release");
        page.navigate("/holds/H2/items");
        see.look(page, "holds-items");
        page.navigate("/holds/new");
        page.fill("#terms", "budget w/");
        page.click("button:has-text('Place the hold now')");
        see.look(page, "holds-wrong");
        page.context().close();
    }

    private static void look(Eye see, Page page) {
        for (String path : LOOKED_AT) {
            open(see, page, path);
            see.picture(page, "officer" + path.replaceAll("[^A-Za-z0-9]+", "-"));
        }
        PAGES.forEach(path -> open(see, page, path));
        page.context().close();
    }

    private static void open(Eye see, Page page, String path) {
        page.navigate(path);
        assertThat(page.title()).as(path).isNotEqualTo("There is nothing here – Muniment");
        see.check(page);
    }
}
