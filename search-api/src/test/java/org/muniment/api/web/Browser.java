package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;

/** A real browser in front of a server: Debian's Chromium. Fails on anything that a page's console complains of. */
public final class Browser implements AutoCloseable {
    /** Where pictures of the pages go, for people to look at; none are made where it is not named. */
    private static final Optional<Path> PICTURES =
            Optional.ofNullable(System.getProperty("muniment.pictures")).map(Path::of);

    private static final int WIDE = 1280;
    private static final int NARROW = 390;

    private final String address;
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Browser(TestServer server, Path program) {
        this.address = server.address();
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    public static Browser open(TestServer server) {
        return new Browser(server, program());
    }

    /** Whether there is a browser here; where one must be, its absence fails the test that asks. */
    public static boolean isHere() {
        return "true".equals(System.getenv("BROWSER_REQUIRED"))
                || Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
                        .anyMatch(file -> Files.isExecutable(Path.of(file)));
    }

    private static Path program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Install the package chromium"));
    }

    /** A window of its own in which this person has signed in and sees the first page. */
    public Page as(String user) {
        Page page = window();
        page.navigate(address + "/sign-in");
        page.fill("#user", user);
        page.fill("#password", TestDistrict.PASSWORD);
        page.click("button:has-text('Sign in')");
        page.waitForURL(address + "/");
        return page;
    }

    /** A window in which nobody has signed in. */
    public Page window() {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address)
                .setViewportSize(WIDE, 900));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** Fails as {@link #check} and {@link #picture} do. */
    public void look(Page page, String name) {
        check(page);
        picture(page, name);
    }

    /** As {@link #look(Page, String)}, but what is wrong is told at the end. */
    public void look(Page page, String name, SoftAssertions all) {
        all.check(() -> check(page));
        all.check(() -> picture(page, name));
    }

    /** Fails when the page has anything that keeps people with disabilities out (WCAG 2.1 AA), or its console complained. */
    public void check(Page page) {
        // A message is shown in a frame that runs nothing, so axe can't be sent into it; nor has it another page opened
        // each time.
        List<Rule> violations = new AxeBuilder(page)
                .options(violationsAlone())
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList())
                .as("accessibility of " + page.url())
                .isEmpty();
        assertThat(complaints).isEmpty();
    }

    /** What is in order is not told in detail: on long pages that takes longer than finding it. */
    private static AxeRunOptions violationsAlone() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** Fails when the page is wider than a wide or a narrow screen; pictures of the whole of it, where they are asked for. */
    public void picture(Page page, String name) {
        for (int width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, 900);
            String file = name + "-" + width + ".png";
            PICTURES.ifPresent(folder -> page.screenshot(
                    new Page.ScreenshotOptions().setPath(folder.resolve(file)).setFullPage(true)));
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(name + " is not wider than the screen at " + width)
                    .isLessThanOrEqualTo(width);
        }
        page.setViewportSize(WIDE, 900);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
