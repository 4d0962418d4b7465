package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.archive.access.Role;

/** Every page there is, made from the routes, in a real browser: nobody is kept out, nothing is wider than a telephone. */
@Tag("slow")
@EnabledIf("org.muniment.api.web.Browser#isHere")
class EveryPageBrowserTest {
    /** Addresses that are no page, and why. */
    private static final Map<String, String> NO_PAGE = Map.of(
            "/error", "the server's own way to the pages of errors, which are looked at below",
            "/refused", "the same for a role that is missing",
            "/first/{link}", "there while nobody has an account; looked at below",
            "/items/{id}/body", "the frame of an item's page, which axe can't be sent into: nothing runs in it",
            "/mine/items/{id}/body", "the same for own mail");

    @TempDir
    private Path folder;

    private final SoftAssertions all = new SoftAssertions();

    /** Looks at a page, and tells at the end what is wrong with any. */
    private void see(Browser browser, Page page, String name) {
        browser.look(page, name, all);
    }

    @Test
    void everyPageKeepsNobodyOut() throws InterruptedException {
        try (WorkedDistrict district = WorkedDistrict.start(folder);
                Readers readers = new Readers(district.server())) {
            Names names = district.work();
            try (Browser browser = Browser.open(district.server())) {
                Map<Role, Page> windows = new EnumMap<>(Role.class);
                int seen = 0;
                for (String address : addresses(district.server(), names)) {
                    Optional<Role> role = readers.of(address);
                    all.assertThat(role.isPresent() || readers.isFile(address))
                            .as(address + " is a page that somebody sees, or a file, or is listed above")
                            .isTrue();
                    if (role.isPresent()) {
                        Page page =
                                windows.computeIfAbsent(role.orElseThrow(), one -> browser.as(TestDistrict.user(one)));
                        page.navigate(address);
                        see(browser, page, name(address));
                        seen++;
                    }
                }
                assertThat(seen).isGreaterThan(50);
            }
        }
        all.assertAll();
    }

    /** Of its pictures. */
    private static String name(String address) {
        String name = "every" + address.replaceAll("[^A-Za-z0-9]+", "-");
        return name.substring(0, Math.min(name.length(), 60));
    }

    /** Of every route that may be a page, and of pages that look otherwise when they are asked otherwise. */
    private static List<String> addresses(TestServer server, Names names) {
        Stream<String> routes = server.routes().stream()
                .filter(route -> route.method().equals("GET")
                        && !route.pattern().startsWith("/api/")
                        && !NO_PAGE.containsKey(route.pattern()))
                .map(names::known);
        return Stream.concat(routes, names.more().stream()).toList();
    }

    /** The people of all roles, to find who sees a page. */
    private static final class Readers implements AutoCloseable {
        private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);

        Readers(TestServer server) {
            for (Role role : Role.values()) {
                visitors.put(role, new Visitor(server).signIn(TestDistrict.user(role)));
            }
        }

        /** The first role that gets a page there; empty where nobody does. */
        Optional<Role> of(String address) {
            return visitors.entrySet().stream()
                    .filter(one -> isPage(one.getValue().get(address)))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        boolean isFile(String address) {
            return visitors.values().stream()
                    .map(visitor -> visitor.get(address))
                    .anyMatch(answer -> answer.status() == 200 && !isPage(answer));
        }

        /** One that shows what was asked for, or what was wrong with it. */
        private static boolean isPage(Visitor.Answer answer) {
            return (answer.status() == 200 || answer.status() == 422)
                    && answer.header("Content-Type").startsWith("text/html");
        }

        @Override
        public void close() {
            visitors.values().forEach(Visitor::close);
        }
    }

    @Test
    void whatIsRefusedKeepsNobodyOutEither() throws IOException {
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        Files.writeString(archive.resolve("application.yaml"), "muniment:\n  limits:\n    person: 30\n");
        try (TestServer server = TestServer.start(archive);
                Browser browser = Browser.open(server)) {
            Page page = browser.as("admin");
            assertThat(status(page.navigate("/search"))).isEqualTo(403);
            see(browser, page, "error-403");
            assertThat(status(page.navigate("/nowhere"))).isEqualTo(404);
            see(browser, page, "error-404");
            assertThat(Stream.generate(() -> status(page.navigate("/account")))
                            .limit(100)
                            .anyMatch(status -> status == 429))
                    .isTrue();
            see(browser, page, "error-429");
        }
        all.assertAll();
    }

    private static int status(Response response) {
        return response.status();
    }

    @Test
    void theFirstAccountIsMadeAndAPersonInvitedChoosesAPassword() {
        Path archive = folder.resolve("archive");
        assertThat(new Console(archive).run("init").code()).isZero();
        try (TestServer server = TestServer.start(archive);
                Browser browser = Browser.open(server)) {
            Page page = browser.window();
            page.navigate(server.server().firstLink().orElseThrow());
            see(browser, page, "first");
            page.fill("#person", "Ines Roth, Systems");
            page.fill("#address", "iroth@district.example");
            page.fill("#name", "iroth");
            choose(page, "weak");
            page.waitForSelector("#faults");
            see(browser, page, "first-wrong");
            choose(page, TestDistrict.PASSWORD);
            page.waitForURL("**/sign-in");
            see(browser, page, "first-made");
            page.fill("#user", "iroth");
            page.fill("#password", TestDistrict.PASSWORD);
            page.click("button:has-text('Sign in')");
            page.waitForURL(server.address() + "/");
            see(browser, page, "first-today");
            for (String empty :
                    List.of("/mine", "/admin", "/admin/sources", "/admin/mailboxes", "/nights", "/grants")) {
                page.navigate(empty);
                see(browser, page, "empty" + empty.replace('/', '-'));
            }
        }
        all.assertAll();
    }

    private static void choose(Page page, String password) {
        page.fill("#password", password);
        page.fill("#again", password);
        page.click("button:has-text('Make the account')");
    }
}
