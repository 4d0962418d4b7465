package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muniment.api.Console;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Looks;
import org.muniment.archive.store.Digest;
import tools.jackson.databind.JsonNode;

/** Items, lists and decisions over the REST interface. */
class RestMailTest extends RestCase {
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

    @Test
    void groupsLeadToWhatTheyCount() {
        String purpose = "&for=request:" + request();
        JsonNode groups = clerk.get(V1 + "/search/facets?q=*" + purpose).json();
        assertThat(groups.get("classes").size()).isPositive();
        JsonNode first = groups.get("classes").get(0);
        String narrowed = "&class=" + first.get("class").asInt() + "&series="
                + first.get("series").asString();
        assertThat(clerk.get(V1 + "/search?limit=1&q=*" + narrowed + purpose)
                        .json()
                        .get("total"))
                .isEqualTo(first.get("items"));
        String kind = groups.get("kinds").propertyNames().iterator().next();
        assertThat(clerk.get(V1 + "/search/facets?q=*&kind=" + kind + purpose)
                        .json()
                        .get("total"))
                .isEqualTo(groups.get("kinds").get(kind));
        assertProblem(clerk.get(V1 + "/search?q=*&class=9" + purpose), 422, "class");
        assertProblem(clerk.get(V1 + "/search?q=*&series=x" + purpose), 422, "series");
        JsonNode own = clerk.get(V1 + "/search/facets?q=*").json();
        assertThat(own.get("total").asLong()).isLessThan(groups.get("total").asLong());
        long classed = own.get("classes")
                .valueStream()
                .mapToLong(one -> one.get("items").asLong())
                .sum();
        assertThat(classed).isLessThanOrEqualTo(own.get("total").asLong());
    }
}
