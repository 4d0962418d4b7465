package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console.Said;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.disposition.BusyDistrict;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Token;
import org.muniment.archive.store.Digest;

/** Commands that ask a running server say what they say of an archive's folder. */
class ServerDoorsTest {
    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Console local;

    @BeforeAll
    static void serve() {
        server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
        local = new Console(server.archive());
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String token(String user) {
        try (Archive archive = Archive.decide(server.archive(), Console.CLOCK)) {
            return Objects.requireNonNull(archive.catalogue()
                            .transactions()
                            .execute(status -> archive.access()
                                    .tokens()
                                    .make(
                                            user,
                                            "shell",
                                            Token.Scope.WRITE,
                                            LocalDate.of(2026, 12, 1),
                                            Console.CLOCK.instant())))
                    .secret()
                    .text();
        }
    }

    private static Said as(String user, String... arguments) {
        return run(Map.of("MUNIMENT_TOKEN", token(user)), arguments);
    }

    private static Said run(Map<String, String> environment, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--server")) {
            all.addAll(List.of("--server", server.address()));
        }
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, false, StandardCharsets.UTF_8),
                out,
                Console.CLOCK,
                false);
        int code = Muniment.commands(terminal, environment).execute(all.toArray(String[]::new));
        terminal.out().flush();
        terminal.err().flush();
        return new Said(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    private static String request() {
        Said opened = as(
                "clerk",
                "request",
                "open",
                "--summary",
                "Mail on the budget",
                "--query",
                "budget",
                "--by",
                name("clerk"),
                "--json");
        assertThat(opened.code()).as(opened.err()).isZero();
        return opened.json().get("id").asString();
    }

    private static String name(String user) {
        try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
            return archive.access().users().find(user).orElseThrow().officer().name();
        }
    }

    @Test
    void aSearchOnAServerSaysWhatOneInTheFolderSays() {
        String purpose = "request:" + request();
        Said there = as("clerk", "search", "budget", "--limit", "5", "--for", purpose);
        Said here = local.run("search", "budget", "--limit", "5");
        assertThat(there.code()).as(there.err()).isZero();
        assertThat(there.out()).isEqualTo(here.out());
        Said json = as("clerk", "search", "budget", "--limit", "5", "--for", purpose, "--json");
        assertThat(json.json())
                .isEqualTo(
                        local.run("search", "budget", "--limit", "5", "--json").json());
        String next = json.json().get("next").asString();
        assertThat(as("clerk", "search", "budget", "--limit", "5", "--for", purpose, "--after", next)
                        .out())
                .isEqualTo(local.run("search", "budget", "--limit", "5", "--after", next)
                        .out());
        assertThat(as("clerk", "search", "sbuject:x", "--for", purpose).code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(as("staff", "search", "budget", "--for", purpose).code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void anItemIsShownAndItsBytesAreTheSame() {
        String purpose = "request:" + request();
        String id = local.run("search", "budget", "--limit", "1", "--json")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertThat(as("clerk", "item", id, "--for", purpose).out())
                .isEqualTo(local.run("item", id).out());
        Said raw = as("clerk", "item", id, "--raw", "--for", purpose);
        assertThat(Digest.of(raw.bytes()).hex()).startsWith(id);
        assertThat(as("clerk", "item", id).code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void listsAndDeedsAreThoseOfTheFolder() {
        String request = request();
        assertThat(as("clerk", "request", "list").out())
                .contains(request)
                .isEqualTo(local.run("request", "list").out());
        Said placed = as(
                "legal",
                "hold",
                "place",
                "--matter",
                "Doe v. District",
                "--kind",
                "litigation",
                "--query",
                "lights",
                "--by",
                name("legal"),
                "--json");
        assertThat(placed.code()).as(placed.err()).isZero();
        assertThat(local.run("hold", "list").out()).contains("Doe v. District");
        assertThat(as("legal", "hold", "list", "--json").json().size()).isPositive();
        assertThat(as("legal", "hold", "place", "--matter", "x", "--kind", "audit", "--by", "Somebody Else, Other")
                        .err())
                .contains("Your token is that of " + name("legal"));
        assertThat(as("officer", "status").out()).contains("Items", "Ledger");
        assertThat(as("clerk", "exceptions", "--limit", "3", "--for", "request:" + request)
                        .out())
                .isEqualTo(local.run("exceptions", "--limit", "3").out());
    }

    @Test
    void deedsAreThoseOfThePersonWhoseTokenItIs() {
        String request = request();
        assertThat(as("clerk", "request", "show", request).out())
                .isEqualTo(local.run("request", "show", request).out());
        Said closed =
                as("clerk", "request", "close", request, "--outcome", "Withdrawn", "--by", name("clerk"), "--json");
        assertThat(closed.code()).as(closed.err()).isZero();
        assertThat(closed.json().get("state").asString()).isEqualTo("closed");
        String hold = closed.json().get("hold").asString();
        assertThat(as("clerk", "hold", "approve", hold, "--by", name("clerk")).code())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(as("legal", "hold", "approve", hold, "--by", name("clerk")).code())
                .isEqualTo(ExitCode.WRONG_USAGE);
        Said approved = as("legal", "hold", "approve", hold, "--by", name("legal"), "--cool-off", "90", "--json");
        assertThat(approved.code()).as(approved.err()).isZero();
        assertThat(approved.json().get("state").asString()).isEqualTo("cooling off");
        assertThat(as("legal", "hold", "release", "H999", "--by", name("legal"), "--reason", "x")
                        .code())
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void aPlanIsMadeOnTheServerWhileTheCommandWaits() {
        try (Archive archive = Archive.decide(server.archive(), Console.CLOCK)) {
            BusyDistrict.adopt(archive);
        }
        Said made = as("officer", "purge", "plan", "--as-of", "2035-01-01", "--by", name("officer"));
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.out()).contains("items are on the list");
        assertThat(as("officer", "purge", "list").out())
                .contains("P1")
                .isEqualTo(local.run("purge", "list").out());
        assertThat(as(
                                "officer",
                                "purge",
                                "approve",
                                "P1",
                                "--by",
                                name("officer"),
                                "--meeting",
                                "2026-11-10",
                                "--reference",
                                "Item 9")
                        .code())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(as("clerk", "production", "list").out())
                .isEqualTo(local.run("production", "list").out());
        assertThat(as("clerk", "production", "release", "PR99", "--by", name("clerk"))
                        .code())
                .isEqualTo(ExitCode.REFUSED);
        String purpose = "request:" + request();
        assertThat(as("clerk", "search", "budget lunch", "--terms", "--for", purpose)
                        .out())
                .isEqualTo(local.run("search", "budget lunch", "--terms").out());
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        assertThat(as("clerk", "verify").err()).contains("works in the archive's folder", "hold approve", "purge plan");
        assertThat(as("clerk", "verify").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run(Map.of(), "status").err()).contains("MUNIMENT_TOKEN");
        assertThat(run(Map.of("MUNIMENT_TOKEN", "mun_x"), "status").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run(Map.of("MUNIMENT_TOKEN", "x"), "status", "--server", "http://198.51.100.7")
                        .err())
                .contains("https://");
        assertThat(run(Map.of("MUNIMENT_TOKEN", "x"), "status", "--server", "http://127.0.0.1:1")
                        .code())
                .isEqualTo(ExitCode.FAILED);
        assertThat(local.run("search", "budget", "--for", "request:R1").err()).contains("--for goes with --server");
    }

    @Test
    void aHoldIsShownAndCountedAsInTheFolder() {
        String request = request();
        String hold = local.run("request", "show", request, "--json")
                .json()
                .get("hold")
                .asString();
        assertThat(as("clerk", "hold", "show", hold).out())
                .isEqualTo(local.run("hold", "show", hold).out());
        String purpose = "request:" + request;
        assertThat(local.run("hold", "items", hold, "--look-again").code()).isZero();
        assertThat(as("clerk", "hold", "items", hold, "--limit", "3", "--for", purpose)
                        .out())
                .isEqualTo(local.run("hold", "items", hold, "--limit", "3").out());
        assertThat(as("clerk", "hold", "due", "--as-of", "2040-01-01", "--limit", "3", "--for", purpose)
                        .out())
                .isEqualTo(local.run("hold", "due", "--as-of", "2040-01-01", "--limit", "3")
                        .out());
        assertThat(as("legal", "hold", "preview", "--query", "budget").out())
                .isEqualTo(local.run("hold", "preview", "--query", "budget").out());
        assertThat(as("clerk", "hold", "show", "H999").code()).isEqualTo(ExitCode.REFUSED);
    }
}
