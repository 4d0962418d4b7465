package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muniment.api.rest.Program;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.api.web.disposition.BusyDistrict;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server over a district in the middle of its work, with something behind every name that an address can have. Beside the
 * person of each role there is another clerk, {@link #OTHER}, with a search, a token, a job and a link of her own; request R1
 * has a letter and a production, request R2 has neither.
 */
final class WorkedDistrict implements AutoCloseable {
    /** The account of the other clerk. */
    static final String OTHER = "other";

    private static final String V1 = "/api/v1";

    private final TestServer server;
    private final Program clerk;
    private final Program other;
    private final Program officer;

    /** What R1 hands out; R2 does not ask for it, and it is in no mailbox of the people of {@link TestDistrict}. */
    private final String item;

    private WorkedDistrict(TestServer server) {
        this.server = server;
        this.clerk = Program.of(server, "clerk");
        this.other = Program.of(server, OTHER);
        this.officer = Program.of(server, "officer");
        this.item = clerk.first("/search?limit=1&for=retention&q=" + encoded("has:attachment " + nobodys()), "id");
    }

    static WorkedDistrict start(Path folder) {
        Path home = BusyDistrict.make(folder.resolve("archive"));
        try (Archive archive = Archive.decide(home, BusyDistrict.CLOCK)) {
            TestDistrict.add(archive, OTHER, "Olga Prem, Records Clerk", Role.CLERK);
        }
        try {
            // Nobody waits for a minute to go by.
            Files.writeString(
                    home.resolve("application.yaml"), "muniment:\n  limits:\n    person: 0\n    address: 0\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkedDistrict(TestServer.start(home, BusyDistrict.CLOCK));
    }

    TestServer server() {
        return server;
    }

    /** Everybody's work, and the names of what came of it. */
    Names work() throws InterruptedException {
        Names names = new Names();
        mail(names);
        requests(names);
        disposition(names);
        holds(names);
        accounts(names);
        departed(names);
        operation(names);
        queries(names);
        more(names);
        return names;
    }

    private void mail(Names names) {
        String own = Program.of(server, "staff").first("/search?limit=1&q=has:attachment", "id");
        String place = files(own).get(0).get("place").asString();
        names.owned("/mine/items/{id}", own, "/mine/items/" + item);
        names.shared("/mine/items/{id}/files/{place}", place, "a part of the item");
        names.owned(V1 + "/items/{item}", own, V1 + "/items/" + item);
        names.shared(V1 + "/items/{item}/files/{place}", place, "a part of the item");
        String entry = entry(own);
        String foreign = "/items/" + item + "/entries/" + entry;
        names.owned(V1 + "/items/{item}/entries/{entry}", entry, V1 + foreign);
        names.shared(
                "/items/{id}", own, "whoever reads mail of others reads any of it, for a purpose that is recorded");
        names.shared("/items/{id}/files/{place}", place, "a part of the item");
        names.owned("/items/{id}/entries/{entry}", entry, foreign);
        long search = other.made("/searches", "{\"name\":\"Theirs\",\"query\":\"budget\"}")
                .get("number")
                .asLong();
        long kept = clerk.made("/searches", "{\"name\":\"Ours\",\"query\":\"budget\",\"shared\":true}")
                .get("number")
                .asLong();
        names.owned("/search/saved/{number}", String.valueOf(kept), "/search/saved/" + search);
        names.owned(V1 + "/searches/{number}", String.valueOf(kept), V1 + "/searches/" + search);
    }

    /** Of an own item of the member of staff. */
    private JsonNode files(String own) {
        return clerk.get(V1 + "/items/" + own + "?for=retention").json().get("attachments");
    }

    private String entry(String own) {
        try (Archive archive = Archive.read(server.archive(), server.clock())) {
            return String.valueOf(archive.ledger().entriesFor(own).stream()
                    .findFirst()
                    .orElseThrow()
                    .index());
        }
    }

    /** Words for mail that is in the mailbox of nobody who signs in. */
    private static String nobodys() {
        return "NOT custodian:" + TestDistrict.address(Role.STAFF) + " NOT custodian:"
                + TestDistrict.address(Role.CLERK);
    }

    private void requests(Names names) throws InterruptedException {
        writeLetterhead();
        String first = request("custodian:" + custodian());
        String second = request("playground NOT custodian:" + custodian());
        clerk.made("/requests/" + first + "/letters", "{\"kind\":\"acknowledgement\"}");
        String production = production(first);
        for (String root : List.of("/requests/{id}", V1 + "/requests/{request}")) {
            String address = root.replaceFirst("\\{.*", second);
            names.shared(root, first, "clerks and counsel share all requests");
            names.owned(root + "/letters/{number}", "1", address + "/letters/1");
        }
        names.owned(
                "/requests/{id}/production/{production}",
                production,
                "/requests/" + second + "/production/" + production);
        names.shared("/requests/{id}/write/{kind}", "acknowledgement", "a kind of letter");
        String asked = V1 + "/requests/{request}/items/{item}";
        names.owned(asked, item, V1 + "/requests/" + second + "/items/" + item);
        names.shared(asked + "/pages/{document}", "0", "a part of the item");
        names.shared(asked + "/pages/{document}/{page}", "1", "a part of the item");
        names.shared(V1 + "/productions/{production}", production, "clerks and counsel share what is handed out");
        names.shared(V1 + "/productions/{production}/files/{*path}", "production.json", "a file of the production");
        String job = other.begun("/requests/" + second + "/suggestions", "{}").replaceFirst(".*/", "");
        String own = clerk.begun("/requests/" + first + "/suggestions", "{}").replaceFirst(".*/", "");
        names.owned("/jobs/{id}", own, "/jobs/" + job);
        names.owned(V1 + "/jobs/{job}", own, V1 + "/jobs/" + job);
        foreign(names, "/requests/" + second + "/review");
        names.query("/requests/{id}/review", "?item=" + item);
        names.query("/requests/{id}/review/pages", "?item=" + item);
        names.query("/requests/{id}/review/pages/picture.png", "?item=" + item);
    }

    /** What a review does, asked to do it with an item that its request does not ask for. */
    private void foreign(Names names, String review) {
        for (String read : List.of("", "/pages", "/pages/picture.png")) {
            names.foreign(review + read + "?item=" + item, Map.of());
        }
        names.foreign(review + "/decision", Map.of("item", item, "decision", "RESPONSIVE"));
        names.foreign(review + "/redactions", Map.of("item", item, "act", "apply-all"));
        names.foreign(review + "/passage", Map.of("item", item, "words", "budget", "ground", "ssn"));
        names.foreign(review + "/pages", Map.of("item", item, "document", "0", "page", "1", "ground", "ssn"));
    }

    /** The supervisor's bundle of one who left; it is none of a request's. */
    private void departed(Names names) throws InterruptedException {
        String why = "those who work on departures share all";
        String bundle = clerk.done("/departures/DE1/bundle", "{}").replaceFirst("(?s)(\\w+) has.*", "$1");
        String released = "PR1";
        for (String root : List.of("/departed/{id}", V1 + "/departures/{departure}")) {
            names.shared(root, "DE1", why);
        }
        names.owned("/departed/{id}/bundle/{production}", bundle, "/departed/DE1/bundle/" + released);
        names.owned(
                V1 + "/departures/{departure}/bundles/{production}",
                bundle,
                V1 + "/departures/DE1/bundles/" + released);
        names.shared(V1 + "/people/{person}", "teacher.r12@district.example", "the directory is the office's");
    }

    private void writeLetterhead() {
        try {
            Files.writeString(
                    Files.createDirectories(server.archive().resolve("letters")).resolve("letterhead.txt"),
                    "Alder Creek Unified School District\n12 Main St\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String custodian() {
        return clerk.get(V1 + "/items/" + item + "?for=retention")
                .json()
                .get("collections")
                .get(0)
                .get("custodian")
                .asString();
    }

    private String request(String query) {
        return clerk.made(
                        "/requests",
                        "{\"requester\":\"Dana Reyes\",\"summary\":\"" + query + "\",\"scope\":{\"query\":\"" + query
                                + "\"}}")
                .get("id")
                .asString();
    }

    /** One item is handed out, all others are not asked for. */
    private String production(String request) throws InterruptedException {
        List<String> others = new ArrayList<>();
        clerk.get(V1 + "/requests/" + request + "/items?limit=1000")
                .json()
                .get("items")
                .forEach(one -> others.add(one.get("item").asString()));
        assertThat(others.remove(item)).isTrue();
        String codings = V1 + "/requests/" + request + "/codings";
        String decide = "{\"items\":%s,\"decision\":\"%s\"}";
        clerk.post(codings, decide.formatted(JsonMapper.shared().writeValueAsString(others), "not-responsive"));
        clerk.post(codings, decide.formatted("[\"" + item + "\"]", "responsive"));
        return clerk.done("/requests/" + request + "/productions", "{}").replaceFirst("(?s)(\\w+) is built.*", "$1");
    }

    private void disposition(Names names) {
        String why = "records officers and auditors share all plans";
        names.shared("/disposition/plans/{id}", "P1", why);
        names.shared(V1 + "/plans/{plan}", "P1", why);
        for (String paper : List.of("/board.pdf", "/board.csv")) {
            names.instead("/disposition/plans/{id}" + paper, "/disposition/plans/P3" + paper);
        }
        for (String paper : List.of("/board", "/board/lines")) {
            names.instead(V1 + "/plans/{plan}" + paper, V1 + "/plans/P3" + paper);
        }
        String series = officer.first("/authorities/series", "series");
        String offer = "{\"series\":[\"" + series + "\"]}";
        officer.made("/authorities", offer);
        try (Archive archive = Archive.decide(server.archive(), server.clock())) {
            Officer second = new Officer("Ben Hall, Superintendent");
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.disposal()
                            .offers()
                            .countersign(1, second, server.clock().instant()));
        }
        officer.made("/authorities", offer);
        for (String root : List.of("/disposition/authorities", V1 + "/authorities")) {
            names.shared(root + "/offers/{number}", "2", "officers sign each other's");
        }
        names.shared("/disposition/authorities/{id}", "A1", "officers revoke each other's");
        names.shared(V1 + "/authorities/{authority}", "A1", "officers revoke each other's");
        String proposed = officer.made(
                        "/schedules/proposals",
                        JsonMapper.shared()
                                .writeValueAsString(Map.of(
                                        "yaml", ShippedSchedules.read("clovis-ar-7203"), "effective", "2099-07-01")))
                .get("digest")
                .asString();
        names.shared("/admin/schedules/checked/{digest}", checked(), "what a schedule says is no secret");
        names.shared("/admin/schedules/proposals/{digest}", proposed, "officers adopt each other's");
        names.shared(V1 + "/schedules/proposals/{digest}", proposed, "officers adopt each other's");
        names.shared(V1 + "/reviews/{year}", "2025-26", "a school year");
    }

    private String checked() {
        try (Visitor who = new Visitor(server).signIn("officer")) {
            who.get("/admin/schedules");
            byte[] yaml = ShippedSchedules.read("california-k12-title-5").getBytes(StandardCharsets.UTF_8);
            Visitor.Answer job = who.upload("/admin/schedules/preview", "file", "ours.yaml", yaml);
            who.ended(job);
            return found("/checked/([0-9a-f]+)", who.get(job.at().getPath()).text());
        }
    }

    private void holds(Names names) {
        String hold = Program.of(server, "legal").first("/holds", "id");
        Program legal = Program.of(server, "legal");
        Program.Answer told = legal.post(
                V1 + "/holds/" + hold + "/notices", "{\"to\":[\"teacher.r12@district.example\"],\"step\":\"sent\"}");
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        names.shared("/holds/{id}", hold, "those who work on holds share all");
        names.shared(V1 + "/holds/{hold}", hold, "those who work on holds share all");
        String signed = found(
                "/acknowledge/([^\\s\"\\\\]+)",
                legal.get(V1 + "/holds/" + hold + "/letters").text());
        names.shared("/acknowledge/{signed}", signed, "whoever has the letter has the link");
    }

    private void accounts(Names names) {
        try (Archive archive = Archive.decide(server.archive(), server.clock());
                Visitor admin = new Visitor(server).signIn("admin")) {
            long number = archive.access().tokens().of(OTHER).getFirst().number();
            long own = archive.access().tokens().of("clerk").getFirst().number();
            names.owned("/account/tokens/{number}", String.valueOf(own), "/account/tokens/" + number);
            admin.get("/admin/users/" + OTHER);
            String link = found(
                    "/welcome/([\\w-]+)",
                    admin.post("/admin/users/" + OTHER + "/link", Map.of()).text());
            names.shared("/welcome/{link}", link, "whoever has the link is the person");
        }
        names.owned("/first/{link}", "none", "/first/none");
        String why = "administrators look after all accounts";
        names.shared("/admin/users/{name}", OTHER, why);
        names.shared(V1 + "/users/{user}", OTHER, why);
        names.owned("/grants/{user}", OTHER, "/grants/" + OTHER);
    }

    private void operation(Names names) {
        String why = "the archive's own record";
        names.shared("/admin/ledger/{index}", "0", why);
        names.shared(V1 + "/ledger/entries/{index}", "0", why);
        names.shared("/nights/{name}", "2030-09-05", why);
        names.shared(V1 + "/nights/{night}", "2030-09-05", why);
        names.shared(V1 + "/runs/{run}", officer.first("/runs", "id"), why);
        names.owned("/admin/mailboxes/{id}", "1", "/admin/mailboxes/1");
    }

    private static void queries(Names names) {
        for (String mail : List.of("/items/{id}", "/items/{id}/body", "/items/{id}/raw", "/items/{id}/files/{place}")) {
            names.query(mail, "?for=retention");
        }
        names.query("/items/{id}/entries/{entry}/proof", "?for=retention");
        names.query(V1 + "/items/{item}/entries/{entry}/proof", "?for=retention");
        names.query("/search", "?q=budget&for=retention");
        names.query("/search/saved/{number}", "?for=retention");
        names.query("/search/complete", "?q=fro");
        names.query("/search/export", "?q=budget&format=csv&for=retention");
        names.query("/mine", "?q=*");
        names.query("/mine/export", "?q=*&format=csv");
        names.query("/disposition/plans/{id}/certificate", "?check=true");
        names.query(V1 + "/search", "?q=*");
        names.query(V1 + "/search/facets", "?q=*");
        names.query(V1 + "/search/terms", "?q=budget");
        names.query(V1 + "/search/export", "?q=*&format=csv");
        names.query(V1 + "/exceptions", "?for=retention");
    }

    private void more(Names names) {
        names.more("/items/" + item);
        names.more("/search");
        names.more("/search?for=retention&q=budget+AND+form%3Abob");
        names.more("/search?for=retention&terms=yes&q=budget+OR+playground");
        names.more("/search?for=retention&q=nothinghasthisword");
        names.more("/requests?all=true");
        names.more("/requests/R2/review?show=all");
        names.more("/holds?all=true");
        names.more("/departed?all=true");
        names.more("/disposition/plans/P2");
        names.more("/disposition/plans/P3");
        names.more("/disposition/plans/P3/kept");
        names.more("/requests/R2");
    }

    private static String found(String what, String text) {
        Matcher found = Pattern.compile(what).matcher(text);
        assertThat(found.find()).as(what + " in " + text).isTrue();
        return found.group(1);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
