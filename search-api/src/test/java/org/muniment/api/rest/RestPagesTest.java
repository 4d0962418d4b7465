package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muniment.api.Console;
import org.muniment.api.web.disposition.BusyDistrict;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Trip;
import tools.jackson.databind.JsonNode;

/** Lists that grow are read to their end, a page at a time. */
class RestPagesTest extends RestCase {
    @BeforeAll
    static void prepare() {
        try (Archive archive = Archive.decide(server.archive(), Console.CLOCK)) {
            BusyDistrict.adopt(archive);
        }
    }

    /** Every page of a list, one of it at a time. */
    private static List<String> walked(Program who, String path, String key) {
        List<String> found = new ArrayList<>();
        String at = V1 + path + "?limit=1";
        while (!at.isEmpty()) {
            JsonNode page = ok(200, who.get(at)).json();
            page.get("items").forEach(one -> found.add(one.get(key).asString()));
            at = page.get("next").isNull() ? "" : page.get("next").asString();
        }
        return found;
    }

    private static void stopTwice() {
        try (Archive archive = Archive.decide(server.archive(), Console.CLOCK)) {
            for (String run : List.of("P8", "P9")) {
                archive.catalogue()
                        .transactions()
                        .executeWithoutResult(status -> archive.disposal()
                                .trips()
                                .record(
                                        new Trip(run, 7, List.of(new Trip.Cause.Unreconciled("mbox"))),
                                        Console.CLOCK.instant()));
            }
        }
    }

    @Test
    void aLongListIsReadToItsEndPageByPage() throws InterruptedException {
        stopTwice();
        for (String day : List.of("2035-01-01", "2036-01-01")) {
            done(officer, officer.post(V1 + "/plans", "{\"asOf\":\"" + day + "\"}"));
        }
        for (String list : List.of("/plans id", "/stops number", "/runs id")) {
            String path = list.replaceFirst(" .*", "");
            String key = list.replaceFirst(".* ", "");
            List<String> all = new ArrayList<>();
            ok(200, officer.get(V1 + path))
                    .json()
                    .get("items")
                    .forEach(one -> all.add(one.get(key).asString()));
            assertThat(all).as(path).hasSizeGreaterThan(1);
            assertThat(walked(officer, path, key)).as(path).isEqualTo(all);
        }
        assertProblem(officer.get(V1 + "/plans?after=first"), 422, "P12");
    }
}
