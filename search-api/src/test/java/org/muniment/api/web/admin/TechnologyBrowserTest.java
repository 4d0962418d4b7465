package org.muniment.api.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.api.web.BrokenJob;
import org.muniment.api.web.Browser;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;

/** The days of those who look after the archive, in a real browser: an administrator, a leaver's checklist, a new schedule. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class TechnologyBrowserTest {
    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Browser browser;

    private final SoftAssertions all = new SoftAssertions();

    @BeforeAll
    static void serve() {
        Path home = TestDistrict.copy(folder.resolve("archive"));
        try (Archive archive = Archive.decide(home, Console.CLOCK)) {
            TestDistrict.add(archive, "second", "Lena Moss, Superintendent", Role.RECORDS_OFFICER);
            TestDistrict.addTeacher(archive);
        }
        BrokenJob.leave(home, "J6", "Prove the archive", "admin", "");
        BrokenJob.leave(home, "J7", "Bring the index up to date", "admin", "index");
        server = TestServer.start(home);
        browser = Browser.open(server);
    }

    @AfterAll
    static void end() {
        browser.close();
        server.close();
    }

    /** Looks at a page before going on, and tells at the end what is wrong with any. */
    private void see(Page page, String name) {
        browser.look(page, name, all);
    }

    private void goTo(Page page, String link, String name) {
        page.click(link);
        page.waitForLoadState();
        see(page, name);
    }

    private static String ended(Page page) {
        page.waitForURL("**/jobs/*");
        page.waitForSelector("#state .usa-alert");
        return page.textContent("#state .usa-alert");
    }

    @Test
    void anAdministratorLooksAfterTheArchiveAndReadsNoMail() {
        Page page = browser.as("admin");
        goTo(page, ".mu-nav a:has-text('Administration')", "admin");
        assertThat(page.textContent("main")).contains("330 of 330 items", "up to date", "no letters go");
        goTo(page, ".mu-card a:has-text('Sources')", "admin-sources");
        assertThat(page.textContent("main")).contains("telephone-system", "adds up");
        page.click("button:has-text('Try every connection')");
        assertThat(ended(page)).contains("in order");
        see(page, "admin-job");
        page.click("a:has-text('Go on')");
        page.click(".mu-nav a:has-text('Administration')");
        goTo(page, ".mu-card a:has-text('Mailboxes')", "admin-mailboxes");
        invite(page);
        page.click(".mu-nav a:has-text('Administration')");
        page.click("button:has-text('Verify now')");
        assertThat(ended(page)).contains("No fault found");
        page.click("a:has-text('Go on')");
        goTo(page, ".mu-card h2 a:has-text('Jobs')", "admin-jobs");
        assertThat(page.textContent("main")).contains("Prove the archive", "done");
        page.click(".mu-nav a:has-text('Administration')");
        goTo(page, ".mu-card a:has-text('Ledger')", "admin-ledger");
        goTo(page, "tbody th a", "admin-entry");
        assertThat(page.locator(".mu-nav a:has-text('Search')").count()).isZero();
        for (String mail : List.of("/search", "/requests", "/holds", "/disposition", "/departed", "/looks")) {
            assertThat(page.navigate(mail).status()).as(mail).isEqualTo(403);
        }
        see(page, "admin-refused");
        page.context().close();
        all.assertAll();
    }

    @Test
    void aJobThatWasBrokenOffGoesOn() {
        Page page = browser.as("admin");
        see(page, "today-admin");
        goTo(page, "main a:has-text('Bring the index up to date')", "job-broken-off");
        page.click("button:has-text('Let it go on')");
        assertThat(ended(page)).contains("The index has");
        page.navigate("/admin/jobs");
        assertThat(page.textContent("main")).contains("went on as");
        see(page, "admin-jobs-broken-off");
        page.context().close();
        all.assertAll();
    }

    /** A person and a role, which counts when the auditor has confirmed it. */
    private void invite(Page page) {
        page.click(".mu-nav a:has-text('Administration')");
        goTo(page, ".mu-card a:has-text('People and roles')", "admin-people");
        goTo(page, "a:has-text('Invite a person')", "admin-invite");
        page.fill("#person", "Jo Doe, Records Clerk");
        page.fill("#address", "jdoe@district.example");
        page.fill("#name", "jdoe");
        page.click("label[for=CLERK]");
        page.click("button:has-text('Make the account')");
        page.waitForSelector("#made");
        assertThat(page.textContent("main")).contains("/welcome/", "by a second person");
        see(page, "admin-person");
        page.click("a:has-text('by a second person')");
        assertThat(page.textContent("main")).contains("Another person than you confirms this");
        Page auditor = browser.as("auditor");
        goTo(auditor, "a:has-text('Jo Doe')", "admin-grants");
        auditor.click("button:has-text('I know this person')");
        assertThat(auditor.textContent(".mu-said")).contains("records clerk from now on");
        auditor.context().close();
    }

    @Test
    void aLeaversMailIsHeldFromSeparationToTheLastDecision() {
        Page clerk = browser.as("clerk");
        goTo(clerk, ".mu-nav a:has-text('Departed')", "departed");
        clerk.selectOption("#person", "PE1");
        clerk.fill("#on", "2026-11-05");
        clerk.click("button:has-text('Hold the mail')");
        clerk.waitForURL("**/departed/DE1");
        assertThat(clerk.textContent(".mu-said")).contains("The mail of Sam Reyes is held from now on");
        see(clerk, "departed-begun");
        step(clerk, "Classification", "Looked at with the principal");
        step(clerk, "Hold check", "Counsel knows of no claim");
        step(clerk, "First approval", "Nothing else is owed to anybody");
        assertThat(clerk.textContent("main")).contains("another person must give the second");
        see(clerk, "departed-alone");
        Page officer = browser.as("officer");
        officer.click(".mu-nav a:has-text('Departed')");
        officer.click("tbody a:has-text('DE1')");
        step(officer, "Second approval", "Agreed");
        officer.click("button:has-text('supervisor’s bundle')");
        assertThat(ended(officer)).contains("It is not reviewed");
        officer.click("a:has-text('Go on')");
        while (officer.locator("button:has-text('Record this step')").count() > 0) {
            officer.fill("#words", "Handed over and signed for");
            officer.click("button:has-text('Record this step')");
            officer.waitForLoadState();
        }
        assertThat(officer.textContent("main")).contains("Every step is taken", "takes two persons");
        see(officer, "departed-done");
        goTo(officer, "a:has-text('Release H')", "departed-release");
        officer.context().close();
        clerk.context().close();
        all.assertAll();
    }

    private static void step(Page page, String name, String words) {
        assertThat(page.textContent(".usa-process-list__item:has(#words) h3")).containsIgnoringCase(name);
        page.fill("#words", words);
        page.click("button:has-text('Record this step')");
        page.waitForSelector(".mu-said");
    }

    private static void choose(Page page, String yaml) {
        page.setInputFiles(
                "#file", new FilePayload("ours.yaml", "application/yaml", yaml.getBytes(StandardCharsets.UTF_8)));
        page.click("button:has-text('Check and compare')");
    }

    @Test
    void aScheduleIsCheckedProposedAndAdoptedByTwoOfficers() {
        String clovis = ShippedSchedules.read("clovis-ar-7203");
        Page officer = browser.as("officer");
        officer.click(".mu-nav a:has-text('Disposition')");
        goTo(officer, "a:has-text('Retention schedules')", "schedules");
        choose(officer, clovis.replaceFirst("class: \\d", "class: 9"));
        officer.waitForSelector("#faults");
        see(officer, "schedules-wrong");
        choose(officer, clovis);
        assertThat(ended(officer)).contains("items would move");
        goTo(officer, "a:has-text('Go on')", "schedules-changes");
        officer.click("button:has-text('Propose as the first')");
        officer.waitForSelector("#proposal");
        assertThat(officer.locator("button:has-text('Adopt it')").count()).isZero();
        officer.context().close();
        Page second = browser.as("second");
        goTo(second, "a:has-text('clovis-ar-7203, proposed by')", "schedules-proposed");
        second.click("button:has-text('Adopt it as the second officer')");
        assertThat(ended(second)).contains("moved to another class or series");
        second.click("a:has-text('Go on')");
        assertThat(second.textContent("[aria-label=Versions]")).contains("Lena Moss", "in force");
        second.context().close();
        all.assertAll();
    }
}
