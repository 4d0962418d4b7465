package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.api.Console;
import org.muniment.api.web.Routes;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Looks;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.Token;
import org.muniment.archive.store.Digest;
import tools.jackson.databind.JsonNode;

/** The REST interface over real HTTP, on the sample district. */
class RestTest {
    private static final String V1 = "/api/v1";

    @TempDir
    private static Path folder;

    private static TestServer server;
    private static Program clerk;
    private static Program legal;
    private static Program officer;
    private static Program staff;
    private static Program auditor;

    @BeforeAll
    static void serve() {
        server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
        clerk = Program.of(server, "clerk");
        legal = Program.of(server, "legal");
        officer = Program.of(server, "officer");
        staff = Program.of(server, "staff");
        auditor = Program.of(server, "auditor");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static String request() {
        Program.Answer opened = clerk.post(
                V1 + "/requests",
                "{\"requester\":\"Dana Reyes\",\"summary\":\"Mail on the budget\",\"scope\":{\"query\":\"budget\"}}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.header("Location"))
                .isEqualTo(V1 + "/requests/" + opened.json().get("id").asString());
        return opened.json().get("id").asString();
    }

    private static void assertProblem(Program.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("detail").asString()).contains(words);
        assertThat(answer.text()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void withoutAGoodTokenNothingIsAnsweredAndACookieCountsForNothing() {
        assertProblem(clerk.with("").get(V1 + "/me"), 401, "token");
        assertProblem(clerk.with("mun_nothing").get(V1 + "/me"), 401, "token");
        assertThat(clerk.with("").get(V1 + "/me").header("WWW-Authenticate")).startsWith("Bearer");
        try (Visitor visitor = new Visitor(server).signIn("clerk")) {
            assertThat(visitor.get(V1 + "/me").status()).isEqualTo(401);
        }
        assertThat(clerk.get(V1 + "/me").json().get("user").asString()).isEqualTo("clerk");
        assertThat(clerk.get(V1 + "/me").header("Set-Cookie")).isEmpty();
    }

    @Test
    void aTokenForReadingChangesNothing() {
        Program reader = Program.of(server, "clerk", Token.Scope.READ);
        assertThat(reader.get(V1 + "/requests").status()).isEqualTo(200);
        assertProblem(reader.post(V1 + "/requests", "{}"), 403, "change");
    }

    @Test
    void aRequestSentTwiceIsDoneOnce() {
        String body = "{\"summary\":\"Once only\",\"scope\":{\"query\":\"lunch\"}}";
        Program.Answer first = clerk.postUnder("once-1", V1 + "/requests", body);
        Program.Answer again = clerk.postUnder("once-1", V1 + "/requests", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertProblem(
                clerk.postUnder("once-1", V1 + "/requests", body.replace("Once", "Twice")), 422, "another request");
        assertThat(legal.postUnder("once-1", V1 + "/holds", "{}").status()).isEqualTo(422);
        assertProblem(
                clerk.send(clerk.to(V1 + "/requests")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))),
                400,
                "Idempotency-Key");
    }

    @Test
    void whatWasRefusedMayBeSentAgainUnderItsKey() {
        assertProblem(clerk.postUnder("again-1", V1 + "/requests", "{\"sumary\":\"x\"}"), 422, "sumary");
        assertThat(clerk.postUnder("again-1", V1 + "/requests", "{\"summary\":\"x\",\"scope\":{\"query\":\"lunch\"}}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aChangeNamesTheStateThatItIsAbout() {
        String id = request();
        String path = V1 + "/requests/" + id;
        String tag = clerk.get(path).header("ETag");
        assertThat(clerk.get(path, "If-None-Match", tag).status()).isEqualTo(304);
        String close = "{\"outcome\":\"Withdrawn by the requester\"}";
        assertProblem(clerk.post(path + "/close", close), 428, "If-Match");
        assertProblem(clerk.post(path + "/close", close, "If-Match", "\"other\""), 412, "changed");
        Program.Answer closed = clerk.post(path + "/close", close, "If-Match", tag);
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().get("state").asString()).isEqualTo("closed");
        assertThat(closed.header("ETag"))
                .isNotEqualTo(tag)
                .isEqualTo(clerk.get(path).header("ETag"));
        assertProblem(clerk.post(path + "/close", close, "If-Match", tag), 412, "changed");
    }

    @Test
    void aHoldBindsWhenItIsAnsweredAndTwoPersonsReleaseIt() throws InterruptedException {
        Program.Answer placed = legal.post(
                V1 + "/holds",
                "{\"matter\":\"Doe v. District\",\"kind\":\"litigation\",\"scope\":{\"query\":\"field w/3 lights\"}}");
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        String path = placed.header("Location");
        listed();
        assertThat(placed.json().get("state").asString()).isEqualTo("in force");
        Program.Answer asked = legal.post(
                path + "/release",
                "{\"reason\":\"Settled\"}",
                "If-Match",
                legal.get(path).header("ETag"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertProblem(legal.post(path + "/approve", "{}", "If-Match", asked.header("ETag")), 409, "");
        Program.Answer approved = officer.post(path + "/approve", "{\"coolOff\":60}", "If-Match", asked.header("ETag"));
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.json().get("state").asString()).isEqualTo("cooling off");
        assertProblem(
                legal.post(V1 + "/holds", "{\"matter\":\"x\",\"kind\":\"litigation\",\"custodian\":\"a@b.example\"}"),
                422,
                "custodian");
        assertProblem(
                legal.post(V1 + "/holds", "{\"matter\":\"x\",\"kind\":\"revenge\",\"scope\":{}}"), 422, "litigation");
    }

    /** Waits until what was placed is listed: what a hold caught is part of what it is said to be. */
    private static void listed() throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            if (officer.get(V1 + "/jobs")
                    .json()
                    .get("items")
                    .valueStream()
                    .noneMatch(job -> job.get("state").asString().equals("running"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("A job does not end");
    }

    @Test
    void theMailOfOthersIsReadForAPurposeThatIsRecordedFirst() {
        String purpose = "for=request:" + request();
        JsonNode found = clerk.get(V1 + "/search?limit=3&q=budget&" + purpose).json();
        assertThat(found.get("total").asLong()).isGreaterThan(3);
        String item = found.get("items").get(0).get("id").asString();
        assertThat(clerk.get(V1 + "/items/" + item + "?" + purpose)
                        .json()
                        .get("ledger")
                        .size())
                .isPositive();
        try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
            assertThat(archive.access().looks().list(Looks.Asked.ALL, 0, 1_000))
                    .anyMatch(look -> look.item().equals(item) && look.account().equals("clerk"))
                    .anyMatch(look -> look.query().contains("budget")
                            && look.found() == found.get("total").asLong());
        }
        assertProblem(clerk.get(V1 + "/search?q=budget&for=request:R999"), 422, "exists");
        assertProblem(staff.get(V1 + "/search?q=budget&" + purpose), 403, "may not read");
        assertProblem(auditor.get(V1 + "/items/" + item + "?" + purpose), 403, "may not read");
        assertProblem(clerk.get(V1 + "/items/" + item), 404, "nothing");
        assertProblem(clerk.get(V1 + "/items/" + "0".repeat(24)), 404, "nothing");
        assertProblem(clerk.get(V1 + "/search?q=sbuject:x&" + purpose), 422, "sbuject");
    }

    @Test
    void aPageLeadsToTheNextAndNoneIsMissed() {
        String purpose = "for=request:" + request();
        Set<String> seen = new HashSet<>();
        String next = V1 + "/search?q=*&limit=50&" + purpose;
        long total = 0;
        while (next != null) {
            JsonNode page = clerk.get(next).json();
            total = page.get("total").asLong();
            page.get("items").forEach(one -> seen.add(one.get("id").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(seen).hasSize((int) total);
        List<Long> indexes = new ArrayList<>();
        next = V1 + "/ledger/entries?limit=100";
        while (next != null) {
            JsonNode page = auditor.get(next).json();
            page.get("items").forEach(one -> indexes.add(one.get("index").asLong()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        assertThat(indexes).hasSizeGreaterThan(300);
        assertThat(indexes.getLast()).isEqualTo(indexes.size() - 1L);
    }

    @Test
    void bytesComeWholeInRangesAndNotAtAllWhenTheyAreKnown() {
        String purpose = "?for=request:" + request();
        JsonNode item = clerk.get(V1 + "/search?limit=1&q=budget&" + purpose.substring(1))
                .json()
                .get("items")
                .get(0);
        String path = V1 + "/items/" + item.get("id").asString();
        String digest = clerk.get(path + purpose).json().get("digest").asString();
        Program.Answer whole = clerk.get(path + "/bytes" + purpose);
        assertThat(Digest.of(whole.response().body()).hex()).isEqualTo(digest);
        assertThat(whole.header("ETag")).isEqualTo("\"" + digest + "\"");
        Program.Answer part = clerk.get(path + "/bytes" + purpose, "Range", "bytes=5-14");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo(whole.text().substring(5, 15));
        assertThat(part.header("Content-Range"))
                .isEqualTo("bytes 5-14/" + whole.response().body().length);
        assertThat(clerk.get(path + "/bytes" + purpose, "If-None-Match", "\"" + digest + "\"")
                        .status())
                .isEqualTo(304);
        assertThat(clerk.get(path + "/bytes" + purpose, "Range", "bytes=99999999-")
                        .status())
                .isEqualTo(416);
    }

    @Test
    void theLedgerGivesWhatAnybodyCanCheck() {
        assertThat(auditor.get(V1 + "/ledger/checkpoint").text()).contains("\u2014 ");
        assertThat(auditor.get(V1 + "/ledger/entries/0/proof").text()).startsWith("c2sp.org/tlog-proof");
        assertProblem(auditor.get(V1 + "/ledger/entries/99999999/proof"), 404, "nothing");
        assertThat(staff.get(V1 + "/ledger/checkpoint").status()).isEqualTo(403);
    }

    @Test
    void everyListAnswers() {
        for (String path : List.of(
                "/status", "/runs", "/runs/unreconciled", "/jobs", "/people", "/departures", "/nights", "/sources")) {
            assertThat(officer.get(V1 + path).status()).as(path).isEqualTo(200);
        }
        for (String path : List.of("/plans", "/holds", "/holds?all=true", "/requests", "/requests?all=true")) {
            assertThat(officer.get(V1 + path).status()).as(path).isEqualTo(200);
        }
        String id = request();
        for (String path : List.of(
                "/productions",
                "/requests/" + id + "/codings",
                "/requests/" + id + "/redactions",
                "/exceptions?for=request:" + id,
                "/search/terms?q=budget+lunch&for=request:" + id,
                "/search/facets?q=*&for=request:" + id)) {
            assertThat(clerk.get(V1 + path).status()).as(path).isEqualTo(200);
        }
        assertProblem(clerk.get(V1 + "/no/such/thing"), 404, "nothing");
        assertProblem(clerk.get(V1 + "/requests?limit=x&all=maybe"), 400, "");
    }

    @Test
    void decisionsOnItemsAreRecorded() {
        String id = request();
        String item = clerk.get(V1 + "/search?limit=1&q=budget&for=request:" + id)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        Program.Answer decided = clerk.post(
                V1 + "/requests/" + id + "/codings",
                "{\"items\":[\"" + item + "\"],\"decision\":\"responsive\",\"note\":\"plainly\"}");
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        JsonNode coded = clerk.get(V1 + "/requests/" + id + "/codings")
                .json()
                .get("items")
                .get(0);
        assertThat(coded.get("decision").asString()).isEqualTo("responsive");
        assertThat(coded.get("by").asString()).isNotBlank();
        assertProblem(
                clerk.post(
                        V1 + "/requests/" + id + "/codings",
                        "{\"items\":[\"" + item + "\"],\"decision\":\"exempt-in-whole\"}"),
                422,
                "section");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleGetsWhatIsItsOwnAndNothingElse(Role role) {
        Program program = Program.of(server, TestDistrict.user(role));
        List<String> wrong = new ArrayList<>();
        List<Routes.Route> routes = server.routes().stream()
                .filter(route -> route.pattern().startsWith(V1))
                .toList();
        assertThat(routes).hasSizeGreaterThan(40);
        for (Routes.Route route : routes) {
            String path = route.pattern().replaceAll("\\{[^}]*}", "x0");
            Program.Answer answer =
                    route.method().equals("GET") ? program.get(path) : program.post(path, "{\"nothing\":1}");
            boolean refused = answer.status() == 403;
            boolean allowed = switch (route.admits()) {
                case Routes.Admits.Anybody any -> true;
                case Routes.Admits.Holders holders ->
                    holders.roles().contains(role) || holders.roles().contains(Role.STAFF);
            };
            if (refused == allowed || answer.status() >= 500) {
                wrong.add(route + " answered " + answer.status());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRouteIsDescribedAndEveryReferenceLeadsSomewhere() {
        JsonNode described = clerk.with("").get(V1 + "/openapi.json").json();
        assertThat(described.get("openapi").asString()).isEqualTo("3.1.0");
        Set<String> operations = new HashSet<>();
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> routes = new HashSet<>();
        server.routes().stream()
                .filter(route -> route.pattern().startsWith(V1))
                .forEach(route ->
                        routes.add(route.method() + " " + route.pattern().replace("{*", "{")));
        assertThat(operations).isEqualTo(routes);
        assertSound(described);
    }

    private static void assertSound(JsonNode described) {
        Set<String> ids = new HashSet<>();
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(one -> {
                    JsonNode operation = one.getValue();
                    assertThat(ids.add(operation.get("operationId").asString()))
                            .as("told twice: " + operation.get("operationId"))
                            .isTrue();
                    Set<String> named = new HashSet<>();
                    operation.get("parameters").forEach(parameter -> {
                        assertThat(parameter.get("in").asString()).isIn("path", "query", "header");
                        if (parameter.get("in").asString().equals("path")) {
                            named.add("{" + parameter.get("name").asString() + "}");
                        }
                    });
                    assertThat(path.getKey().replaceAll("[^{}]*(\\{[^}]*})[^{}]*", "$1"))
                            .as(path.getKey())
                            .satisfies(names ->
                                    named.forEach(name -> assertThat(names).contains(name)));
                    operation.get("responses").properties().forEach(response -> {
                        assertThat(response.getKey()).matches("[1-5]\\d\\d|default");
                        assertThat(response.getValue().get("description").asString())
                                .isNotBlank();
                    });
                }));
        for (String reference : described.findValuesAsString("$ref")) {
            assertThat(described.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void theArchiveIsVerifiedByAJob() throws InterruptedException {
        Program.Answer begun = officer.post(V1 + "/jobs/verify", "{\"sample\":5}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        String path = begun.header("Location");
        JsonNode job = officer.get(path).json();
        for (int tries = 0; tries < 100 && job.get("state").asString().equals("running"); tries++) {
            Thread.sleep(100);
            job = officer.get(path).json();
        }
        assertThat(job.get("words").asString()).contains("No fault found");
    }
}
