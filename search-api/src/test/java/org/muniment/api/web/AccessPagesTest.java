package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.User;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.ledger.Proof;

/** Accounts, the machine's pages and the record of looks, over HTTP. */
class AccessPagesTest {
    private static final String NEW = "Brass-Kettle-9-Orchard";

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void serve() {
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        try (Archive open = Archive.decide(archive, Console.CLOCK)) {
            open.catalogue().transactions().executeWithoutResult(status -> {
                open.access()
                        .looks()
                        .look("clerk", new Purpose.Request("R1"), new ItemId("ab".repeat(12)), Console.CLOCK.instant());
                open.access()
                        .looks()
                        .searched("legal", new Purpose.Matter("M1"), "=HYPERLINK(1)", 3, Console.CLOCK.instant());
            });
        }
        server = TestServer.start(archive);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Visitor as(Role role) {
        return new Visitor(server).signIn(TestDistrict.user(role));
    }

    private static String said(Visitor.Answer answer) {
        return answer.page()
                .select(".mu-said, .usa-error-message, .usa-alert--error")
                .text();
    }

    @Test
    void aPersonIsInvitedChoosesAPasswordAndIsClerkWhenASecondPersonHasSaidSo() {
        try (Visitor admin = as(Role.ADMINISTRATOR);
                Visitor auditor = as(Role.AUDITOR);
                Visitor invited = new Visitor(server)) {
            Visitor.Answer made = admin.post(
                    "/admin/users",
                    Map.of(
                            "name",
                            "jdoe",
                            "person",
                            "Jo Doe, Clerk",
                            "address",
                            "jdoe@district.example",
                            "role",
                            "CLERK"));
            String link = made.page().select("code").text();
            assertThat(link).matches("/welcome/[A-Za-z0-9_-]{43}");
            assertThat(admin.get("/admin/users/jdoe").text()).as("shown once").doesNotContain("/welcome/");
            assertThat(invited.get(link).page().select("h1").text()).isEqualTo("Choose your password");
            Visitor.Answer weak = invited.post(link, Map.of("password", "jo", "again", "je"));
            assertThat(weak.status()).isEqualTo(422);
            assertThat(weak.page().select(".usa-error-message").eachText())
                    .anyMatch(text -> text.contains("AR 7203 N.4"))
                    .anyMatch(text -> text.contains("Both times"));
            assertThat(invited.post(link, Map.of("password", NEW, "again", NEW))
                            .at()
                            .getPath())
                    .isEqualTo("/sign-in");
            Visitor.Answer usedUp = invited.get(link);
            assertThat(usedUp.status()).isEqualTo(404);
            assertThat(usedUp.text()).contains("If you have chosen a password, sign in", "ask an administrator");
            Visitor.Answer in = invited.post("/sign-in", Map.of("user", "jdoe", "password", NEW));
            assertThat(in.at().getPath()).isEqualTo("/");
            assertThat(invited.get("/requests").status())
                    .as("not confirmed yet")
                    .isEqualTo(403);
            assertThat(said(admin.post("/grants/jdoe", Map.of("role", "CLERK"))))
                    .contains("another person");
            assertThat(auditor.get("/").text()).contains("Roles to confirm");
            assertThat(said(auditor.post("/grants/jdoe", Map.of("role", "CLERK"))))
                    .contains("records clerk from now on");
            assertThat(invited.get("/requests").status()).isEqualTo(200);
            assertThat(said(admin.post("/admin/users/jdoe/close", Map.of()))).contains("closed");
            assertThat(said(invited.get("/"))).as("out at the next page").contains("is closed");
            assertThat(said(admin.post("/admin/users/jdoe/link", Map.of()))).contains("closed");
        }
    }

    @Test
    void anAdministratorCannotReadSomebodysMailAsAPersonWhoIsNone() {
        try (Visitor admin = as(Role.ADMINISTRATOR);
                Visitor auditor = as(Role.AUDITOR);
                Visitor invented = new Visitor(server)) {
            String link = admin.post(
                            "/admin/users",
                            Map.of("name", "bfake", "person", "Bob Fake", "address", "nurse.lincoln@district.example"))
                    .page()
                    .select("code")
                    .text();
            invented.get(link);
            invented.post(link, Map.of("password", NEW, "again", NEW));
            invented.post("/sign-in", Map.of("user", "bfake", "password", NEW));
            Visitor.Answer nothing = invented.get("/mine?q=NOT+zebra");
            assertThat(nothing.text()).contains("waits until a second person").contains("0 items");
            assertThat(invented.get("/mine/leaving").text()).doesNotContain("nurse.lincoln");
            assertThat(said(admin.post("/grants/bfake", Map.of("role", "STAFF"))))
                    .contains("another person");
            assertThat(auditor.get("/grants").page().text())
                    .contains("with the mail of nurse.lincoln@district.example");
            auditor.post("/grants/bfake", Map.of("role", "STAFF"));
            assertThat(invented.get("/mine?q=NOT+zebra")
                            .page()
                            .select(".mu-found__total")
                            .text())
                    .matches("[1-9]\\d* items");
        }
    }

    @Test
    void anAdministratorCannotMakeHimselfAReader() {
        try (Visitor admin = as(Role.ADMINISTRATOR)) {
            assertThat(said(admin.post("/admin/users/admin/roles", Map.of("role", "CLERK"))))
                    .contains("Nobody changes their own");
            Visitor.Answer again = admin.post(
                    "/admin/users",
                    Map.of(
                            "name",
                            "ines2",
                            "person",
                            "Ines Roth, Clerk",
                            "address",
                            "x@district.example",
                            "role",
                            "CLERK"));
            assertThat(again.status()).isEqualTo(422);
            assertThat(said(again)).contains("already");
            assertThat(admin.get("/looks").status()).isEqualTo(403);
        }
    }

    @Test
    void theOwnPasswordIsChangedByWhoeverKnowsItOnly() {
        try (Visitor legal = as(Role.LEGAL)) {
            assertThat(said(legal.post("/account/password", Map.of("old", "guess", "password", NEW, "again", NEW))))
                    .contains("is not this one");
            assertThat(said(legal.post(
                            "/account/password", Map.of("old", TestDistrict.PASSWORD, "password", NEW, "again", NEW))))
                    .contains("changed");
            assertThat(said(legal.post(
                            "/account/password",
                            Map.of("old", NEW, "password", TestDistrict.PASSWORD, "again", TestDistrict.PASSWORD))))
                    .contains("changed");
        }
    }

    @Test
    void aTokenIsShownOnceAndTakenBack() {
        try (Visitor clerk = as(Role.CLERK)) {
            clerk.get("/account");
            assertThat(said(clerk.post("/account/tokens", Map.of("label", "x", "until", "2036-01-01"))))
                    .contains("within a year");
            Document made = clerk.post(
                            "/account/tokens", Map.of("label", "report", "scope", "read", "until", "2026-12-01"))
                    .page();
            String secret = made.select(".usa-summary-box code").text();
            assertThat(secret).hasSizeGreaterThan(40);
            assertThat(clerk.get("/account").text()).contains("report").doesNotContain(secret);
            String end = made.select("form[action$=/end]").attr("action");
            assertThat(said(clerk.post(end, Map.of()))).contains("no more");
            assertThat(clerk.get("/account").text()).contains("taken back");
        }
    }

    @Test
    void aTokenSaysInWordsInWhichAreasItIsGood() {
        try (Visitor clerk = as(Role.CLERK)) {
            clerk.get("/account");
            Map<String, String> none = Map.of("label", "holds", "scope", "areas", "until", "2026-12-01");
            assertThat(said(clerk.post("/account/tokens", none))).contains("at least one area");
            Map<String, String> some = new HashMap<>(none);
            some.putAll(Map.of("area-SEARCH", "read", "area-REQUESTS", "write"));
            assertThat(clerk.post("/account/tokens", some).page().text())
                    .contains("Mail and searches: look", "Requests and their review: look and change")
                    .doesNotContain("Plans of destruction: look");
        }
    }

    @Test
    void anAuditorSeesWhoLookedAndTheFileRunsNothingInASpreadsheet() {
        try (Visitor auditor = as(Role.AUDITOR)) {
            Visitor.Answer all = auditor.get("/looks");
            assertThat(all.page().select("tbody tr")).as(all.text()).hasSize(2);
            assertThat(auditor.get("/looks?user=clerk").page().select("tbody tr"))
                    .hasSize(1);
            assertThat(auditor.get("/looks?purpose=curiosity").status()).isEqualTo(422);
            assertThat(auditor.get("/looks?from=2026-11-02").text()).contains("No look is noted here");
            Visitor.Answer file = auditor.get("/looks.csv?user=legal");
            assertThat(file.header("Content-Type")).startsWith("text/csv");
            assertThat(file.text().lines().toList())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("\"'=HYPERLINK(1)\"", "\"matter:M1\"");
        }
    }

    @Test
    void theLedgerIsShownAndAnEntryProvedWithItsFiles() {
        try (Visitor auditor = as(Role.AUDITOR)) {
            Document page = auditor.get("/admin/ledger").page();
            assertThat(page.select("tbody tr")).hasSize(50);
            assertThat(auditor.get("/admin/ledger?about=user+clerk").text()).contains("account for ", "Records Clerk");
            Visitor.Answer proof = auditor.get("/admin/ledger/3/proof");
            byte[] entry = auditor.get("/admin/ledger/3/entry.json").bytes();
            try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
                assertThat(Proof.parse(proof.text())
                                .verify(entry, archive.ledger().publicKey()))
                        .isInstanceOf(Proof.Verdict.Proven.class);
            }
            assertThat(auditor.get("/admin/ledger/999999").status()).isEqualTo(404);
            assertThat(auditor.get("/admin/checkpoint").text()).contains("\u2014 ");
        }
    }

    @Test
    void theMachineIsLookedAfterOnPages() {
        try (Visitor admin = as(Role.ADMINISTRATOR)) {
            assertThat(admin.get("/admin").text()).contains("330", "up to date");
            assertThat(admin.get("/admin/sources").status()).isEqualTo(200);
            assertThat(admin.get("/admin/schedules").text()).contains("california-k12-title-5", "in force");
            assertThat(admin.ended(admin.post("/admin/catch-up", Map.of()))).contains("The index has 330 items");
            assertThat(admin.ended(admin.post("/admin/verify", Map.of()))).contains("No fault found");
            assertThat(admin.ended(admin.post("/admin/schedules/preview", Map.of("after", "clovis-ar-7203"))))
                    .contains("of 330 items would move");
            assertThat(admin.post("/admin/schedules/preview", Map.of("after", "/etc/passwd"))
                            .status())
                    .isEqualTo(422);
            assertThat(admin.get("/admin/jobs").page().select("tbody tr")).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void theFirstAccountIsMadeByTheLinkOfTheFirstStartAndNoOther() {
        Path fresh = folder.resolve("fresh");
        assertThat(new Console(fresh).run("init").code()).isZero();
        try (TestServer first = TestServer.start(fresh);
                Visitor visitor = new Visitor(first)) {
            String link = first.server().firstLink().orElseThrow();
            assertThat(visitor.get("/first/" + "A".repeat(43)).status()).isEqualTo(404);
            assertThat(visitor.get(link).status()).isEqualTo(200);
            assertThat(visitor.post(link, Map.of("name", "iroth")).status()).isEqualTo(422);
            assertThat(visitor.post(link, account("iroth")).at().getPath()).isEqualTo("/sign-in");
            Visitor.Answer used = visitor.get(link);
            assertThat(used.status()).isEqualTo(404);
            assertThat(used.page().select("main").text()).contains("If the account was made, sign in");
            assertThat(first.server().firstLink()).isEmpty();
            visitor.get("/sign-in");
            visitor.post("/sign-in", Map.of("user", "iroth", "password", NEW));
            assertThat(visitor.get("/admin").status()).isEqualTo(200);
            try (Archive archive = Archive.read(fresh, Console.CLOCK)) {
                assertThat(archive.access().users().find("iroth").orElseThrow().officer())
                        .isEqualTo(new Officer("Ines Roth, Systems"));
            }
            guesses(first);
        }
    }

    @Test
    void theFirstLinkLapsesAfterADayAndAnotherStartGivesAnother() {
        Path fresh = folder.resolve("lapsing");
        assertThat(new Console(fresh).run("init").code()).isZero();
        MovingClock clock = new MovingClock(Console.CLOCK.instant());
        String lapsed;
        try (TestServer first = TestServer.start(fresh, clock);
                Visitor visitor = new Visitor(first)) {
            lapsed = first.server().firstLink().orElseThrow();
            clock.moveOn(Duration.ofDays(1).minusSeconds(1));
            assertThat(visitor.get(lapsed).status()).isEqualTo(200);
            clock.moveOn(Duration.ofSeconds(1));
            Visitor.Answer over = visitor.get(lapsed);
            assertThat(over.status()).isEqualTo(404);
            assertThat(over.page().select("h1").text()).isEqualTo("This link is over");
            assertThat(over.page().select("main").text()).contains("start the server again: it tells a new link");
            assertThat(visitor.post(lapsed, account("late")).status()).isEqualTo(404);
        }
        try (TestServer second = TestServer.start(fresh, clock);
                Visitor visitor = new Visitor(second)) {
            String link = second.server().firstLink().orElseThrow();
            assertThat(link).isNotEqualTo(lapsed);
            assertThat(visitor.get(lapsed).status()).as("of an earlier start").isEqualTo(404);
            visitor.get(link);
            assertThat(visitor.post(link, account("iroth")).at().getPath()).isEqualTo("/sign-in");
            assertThat(visitor.get(link).status()).isEqualTo(404);
        }
        try (Archive archive = Archive.read(fresh, clock)) {
            assertThat(archive.access().users().list()).extracting(User::name).containsExactly("iroth");
        }
    }

    private static Map<String, String> account(String name) {
        return Map.of(
                "name", name,
                "person", "Ines Roth, Systems",
                "address", "iroth@district.example",
                "password", NEW,
                "again", NEW);
    }

    private static void guesses(TestServer first) {
        try (Visitor guesser = new Visitor(first)) {
            guesser.get("/sign-in");
            for (int i = 0; i < 25; i++) {
                guesser.post("/sign-in", Map.of("user", "name" + i, "password", "guess"));
            }
            assertThat(guesser.post("/sign-in", Map.of("user", "iroth", "password", NEW))
                            .status())
                    .isEqualTo(429);
            assertThat(guesser.get("/sign-in").status()).isEqualTo(200);
        }
    }
}
