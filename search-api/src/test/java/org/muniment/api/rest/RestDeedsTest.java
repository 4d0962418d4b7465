package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muniment.api.Console;
import org.muniment.api.web.disposition.BusyDistrict;
import org.muniment.archive.Archive;
import tools.jackson.databind.JsonNode;

/** What programs do that pages do too: the same nouns, the same persons, the same refusals. */
class RestDeedsTest extends RestCase {
    @BeforeAll
    static void prepare() throws IOException {
        try (Archive archive = Archive.decide(server.archive(), Console.CLOCK)) {
            BusyDistrict.adopt(archive);
        }
        Path letterhead = server.archive().resolve("letters/letterhead.txt");
        Files.createDirectories(letterhead.getParent());
        Files.writeString(letterhead, "Alder Creek Unified School District\n12 Main St\n");
        Path staff = folder.resolve("staff.csv");
        Files.writeString(staff, "Employee ID,Name,Email,Title\n7,Sam Reyes,teacher.r12@district.example,Teacher\n");
        Console.Said taken =
                new Console(server.archive()).run("people", "import", staff.toString(), "--by", "Maria Ortiz, Records");
        assertThat(taken.code()).as(taken.err()).isZero();
    }

    @Test
    void aPlanIsMadeByAJobAndTheSecondPersonApprovesIt() throws InterruptedException {
        assertProblem(auditor.post(V1 + "/plans", "{}"), 403, "role");
        String words = done(officer, officer.post(V1 + "/plans", "{\"asOf\":\"2035-01-01\"}"));
        assertThat(words).startsWith("Plan ").contains("items are on the list");
        String plan = "/plans/" + words.replaceFirst("Plan (\\w+):.*", "$1");
        String lineless = officer.get(V1 + plan).header("ETag");
        JsonNode lines = officer.get(V1 + plan + "/lines?limit=2").json().get("items");
        assertThat(lines.size()).isEqualTo(2);
        assertProblem(
                officer.post(
                        V1 + plan + "/approve",
                        "{\"meeting\":\"2026-11-10\",\"reference\":\"Item 9\"}",
                        "If-Match",
                        lineless),
                409,
                "");
        String restore = "{\"items\":[\"" + lines.get(0).get("item").asString() + "\"],\"reason\":\"Still needed\"}";
        assertProblem(officer.post(V1 + plan + "/restoration", restore), 428, "If-Match");
        JsonNode restored =
                ok(200, change(officer, plan, "/restoration", restore)).json();
        assertThat(restored.get("plan").get("withdrawn").asLong()).isEqualTo(1);
        assertThat(restored.get("lost").size()).isZero();
        assertProblem(change(officer, plan, "/restoration", "{\"items\":[],\"reason\":\"x\"}"), 422, "items");
        assertThat(done(officer, officer.post(V1 + "/plans/execution", "{}"))).contains("Nothing is to be carried out");
    }

    @Test
    void aBundleIsBuiltCheckedByAnotherPersonAndReleased() throws InterruptedException {
        String id = request();
        String item = clerk.get(V1 + "/search?limit=1&q=budget&for=request:" + id)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        JsonNode stopped = ended(clerk, clerk.post(V1 + "/requests/" + id + "/productions", "{}"));
        assertThat(stopped.get("state").asString()).isEqualTo("failed");
        decide(id, item);
        String words = done(clerk, clerk.post(V1 + "/requests/" + id + "/productions", "{}"));
        assertThat(words).contains("is built: 1 items", "Leak test");
        String production = "/productions/" + words.replaceFirst("(?s)(\\w+) is built.*", "$1");
        assertProblem(change(clerk, production, "/release", "{}"), 409, "");
        assertProblem(change(clerk, production, "/check", "{}"), 409, "");
        ok(200, change(legal, production, "/check", "{}"));
        assertThat(ok(200, change(clerk, production, "/release", "{}"))
                        .json()
                        .get("stage")
                        .asString())
                .isEqualTo("released");
        assertProblem(change(clerk, production, "/abandonment", "{\"reason\":\"Too late\"}"), 409, "");
        String other = V1 + "/requests/" + request() + "/productions";
        assertProblem(
                clerk.post(other, "{\"replaces\":\"" + production.substring(13) + "\"}"), 409, "not one of request");
        assertProblem(
                clerk.post(V1 + "/requests/" + id + "/productions", "{\"replaces\":\"PR99\"}"), 422, "no production");
    }

    /** One is handed out, all others are not asked for. */
    private static void decide(String request, String item) {
        JsonNode all = clerk.get(V1 + "/requests/" + request + "/items?limit=1000")
                .json()
                .get("items");
        StringBuilder others = new StringBuilder();
        all.forEach(one -> {
            String other = one.get("item").asString();
            if (!other.equals(item)) {
                others.append(others.isEmpty() ? "" : ",")
                        .append('"')
                        .append(other)
                        .append('"');
            }
        });
        String codings = V1 + "/requests/" + request + "/codings";
        ok(200, clerk.post(codings, "{\"items\":[" + others + "],\"decision\":\"not-responsive\"}"));
        ok(200, clerk.post(codings, "{\"items\":[\"" + item + "\"],\"decision\":\"responsive\"}"));
    }

    @Test
    void theScopeOfARequestIsChangedAndItsHistoryKept() {
        String path = "/requests/" + request();
        String hold = clerk.get(V1 + path).json().get("hold").asString();
        assertProblem(
                change(clerk, path, "/scope", "{\"scope\":{\"query\":\"budget\"},\"reason\":\"x\"}"), 409, "already");
        assertProblem(change(clerk, path, "/scope", "{\"scope\":{\"query\":\"cuts\"}}"), 422, "reason");
        String body = "{\"scope\":{\"query\":\"budget w/5 cuts\"},\"reason\":\"Only the cuts\"}";
        assertProblem(legal.post(V1 + path + "/scope", body), 403, "role");
        JsonNode changed = ok(200, change(clerk, path, "/scope", body)).json();
        assertThat(changed.get("query").asString()).isEqualTo("budget w/5 cuts");
        assertThat(changed.get("hold").asString()).isNotEqualTo(hold);
        JsonNode before = legal.get(V1 + path + "/scopes").json().get("items").get(0);
        assertThat(before.get("query").asString()).isEqualTo("budget");
        assertThat(before.get("hold").asString()).isEqualTo(hold);
        assertThat(before.get("why").asString()).endsWith("Only the cuts");
    }

    @Test
    void aLetterIsLookedAtThenKeptAsSent() {
        String letters = V1 + "/requests/" + request() + "/letters";
        assertThat(ok(200, clerk.post(letters + "/draft", "{\"kind\":\"acknowledgement\"}"))
                        .json()
                        .get("text")
                        .asString())
                .contains("Dana Reyes");
        assertThat(clerk.get(letters).json().get("items").size()).isZero();
        Program.Answer sent = ok(201, clerk.post(letters, "{\"kind\":\"acknowledgement\"}"));
        assertThat(clerk.get(sent.header("Location")).text()).startsWith("%PDF-");
        assertThat(legal.get(letters).json().get("items").get(0)).isEqualTo(sent.json());
        assertProblem(clerk.post(letters, "{\"kind\":\"sonnet\"}"), 409, "sonnet");
        assertProblem(
                clerk.post(letters, "{\"kind\":\"acknowledgement\",\"fields\":{\"signer\":\"Me\"}}"), 422, "signer");
        assertProblem(clerk.post(letters, "{\"kind\":\"determination\",\"outcome\":\"some\"}"), 409, "handed out");
        assertThat(legal.post(letters, "{\"kind\":\"acknowledgement\"}").status())
                .isEqualTo(403);
    }

    @Test
    void custodiansOfAHoldAreToldRemindedAndAcknowledge() {
        String hold = ok(
                        201,
                        legal.post(
                                V1 + "/holds",
                                "{\"matter\":\"Roe v. District\",\"kind\":\"litigation\",\"scope\":{\"custodians\":"
                                        + "[\"principal.lincoln@district.example\"]}}"))
                .header("Location");
        String to = legal.get(hold + "/notices")
                .json()
                .get("items")
                .get(0)
                .get("address")
                .asString();
        String tell = "{\"to\":[\"" + to + "\"],\"step\":\"sent\"}";
        assertProblem(legal.post(hold + "/notices", tell.replace("sent", "reminded")), 409, "");
        assertThat(ok(200, legal.post(hold + "/notices", tell))
                        .json()
                        .get("items")
                        .get(0)
                        .get("sent")
                        .isNull())
                .isFalse();
        JsonNode letter = legal.get(hold + "/letters").json().get("items").get(0);
        assertThat(letter.get("text").asString()).contains("http");
        ok(200, legal.post(hold + "/notices", tell.replace("sent", "reminded")));
        assertThat(ok(200, legal.post(hold + "/acknowledgements", "{\"to\":\"" + to + "\"}"))
                        .json()
                        .get("items")
                        .get(0)
                        .get("acknowledgedBy")
                        .asString())
                .contains("Ann Lee");
        assertProblem(
                legal.post(hold + "/notices", "{\"to\":[\"nobody@x.example\"],\"step\":\"sent\"}"), 422, "custodian");
        assertThat(officer.post(hold + "/notices", tell).status()).isEqualTo(403);
    }

    @Test
    void theMailOfWhoLeavesIsHeldAtOnce() throws InterruptedException {
        JsonNode somebody = people().valueStream()
                .filter(one -> one.get("separated").isNull())
                .findFirst()
                .orElseThrow();
        String leave = "{\"person\":\"" + somebody.get("id").asString() + "\",\"on\":\"2026-11-20\"}";
        Program.Answer left = ok(201, clerk.post(V1 + "/departures", leave));
        String path = left.header("Location").substring(V1.length());
        assertThat(left.json().get("holds").size()).isEqualTo(1);
        assertProblem(clerk.post(V1 + "/departures", leave), 409, "");
        assertProblem(
                clerk.post(V1 + "/departures", "{\"person\":\"nobody\",\"on\":\"2026-11-20\"}"), 422, "directory");
        String built = done(clerk, clerk.post(V1 + path + "/bundle", "{}"));
        JsonNode bundles = ok(200, officer.get(V1 + path + "/bundles")).json().get("items");
        assertThat(built).startsWith(bundles.get(0).get("id").asString() + " has");
        assertThat(officer.get(V1 + path + "/bundles/"
                                + bundles.get(0).get("id").asString())
                        .text())
                .startsWith("PK");
        assertProblem(officer.get(V1 + path + "/bundles/PR99"), 404, "");
        assertProblem(admin.get(V1 + path + "/bundles"), 403, "role");
    }

    private static JsonNode people() {
        JsonNode people = officer.get(V1 + "/people").json().get("items");
        assertThat(people.size()).isPositive();
        return people;
    }

    @Test
    void searchesAreKeptForOneselfOrForAll() {
        Program.Answer kept =
                ok(201, clerk.post(V1 + "/searches", "{\"name\":\"Cuts\",\"query\":\"budget w/5 cuts\"}"));
        String path = kept.header("Location");
        assertThat(clerk.get(path).json()).isEqualTo(kept.json());
        assertProblem(legal.get(path), 404, "nothing");
        assertProblem(legal.post(path + "/forget", "{}"), 404, "nothing");
        ok(200, clerk.post(path + "/forget", "{}"));
        assertProblem(clerk.get(path), 404, "nothing");
        assertProblem(clerk.post(V1 + "/searches", "{\"name\":\"\",\"query\":\"x\"}"), 422, "name");
    }

    @Test
    void aRoleThatReadsMailWaitsForASecondPerson() {
        ok(
                201,
                admin.post(
                        V1 + "/users",
                        "{\"name\":\"new1\",\"person\":\"Nell Okafor, Clerk\",\"address\":\"nell@district.example\","
                                + "\"roles\":[\"clerk\"]}"));
        JsonNode user = admin.get(V1 + "/users/new1").json();
        assertThat(user.get("waiting").get(0).asString()).isEqualTo("clerk");
        assertThat(user.get("link").isNull()).isTrue();
        String confirm = "{\"role\":\"clerk\"}";
        assertProblem(change(admin, "/users/new1", "/confirmation", confirm), 409, "");
        JsonNode confirmed = ok(200, change(officer, "/users/new1", "/confirmation", confirm))
                .json();
        assertThat(confirmed.get("waiting").size()).isZero();
        assertProblem(admin.post(V1 + "/users/new1/close", "{}"), 428, "If-Match");
        assertThat(ok(200, change(admin, "/users/new1", "/close", "{}"))
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("disabled");
        assertProblem(admin.post(V1 + "/users", "{\"name\":\"x\"}"), 422, "person");
        assertThat(officer.post(V1 + "/users", "{}").status()).isEqualTo(403);
    }

    @Test
    void aSourceIsCollectedByAJob() throws InterruptedException {
        String name = officer.get(V1 + "/sources")
                .json()
                .get("items")
                .get(0)
                .get("name")
                .asString();
        assertThat(done(admin, admin.post(V1 + "/sources/collection", "{\"names\":[\"" + name + "\"]}")))
                .contains("0 stored");
        assertProblem(admin.post(V1 + "/sources/collection", "{\"names\":[\"no such\"]}"), 422, "no such");
        assertThat(done(admin, admin.post(V1 + "/sources/check", "{}"))).isNotBlank();
        try (Archive archive = Archive.read(server.archive(), Console.CLOCK)) {
            assertThat(archive.runs().unreconciled()).isEmpty();
        }
        assertThat(Files.exists(server.archive().resolve("arriving"))).isFalse();
    }
}
