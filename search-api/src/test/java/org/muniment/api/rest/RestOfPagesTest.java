package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muniment.api.Console;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.disposition.BusyDistrict;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Reach;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.Token;
import org.muniment.archive.ledger.Officer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages do for one's own mail, for retention and for who looks after the archive, asked by programs. */
@SuppressWarnings("NullAway.Init")
class RestOfPagesTest extends RestCase {
    private static Program second;

    @BeforeAll
    static void prepare() {
        try (Archive archive = Archive.decide(server.archive(), Console.CLOCK)) {
            BusyDistrict.adopt(archive);
            archive.catalogue().transactions().executeWithoutResult(status -> {
                archive.access()
                        .users()
                        .add(
                                "officer2",
                                new Officer("Nora Vale, Deputy"),
                                "vale@district.example",
                                Set.of(Role.RECORDS_OFFICER),
                                new Officer("Test District, Set-up"),
                                Console.CLOCK.instant());
                archive.access().signIns().choosePassword("officer2", "nobody signs in with it");
            });
        }
        second = Program.of(server, "officer2");
    }

    private static JsonNode items(Program who, String path) {
        return ok(200, who.get(V1 + path)).json().get("items");
    }

    private static String own() {
        return items(staff, "/search?q=*&limit=1").get(0).get("id").asString();
    }

    @Test
    void aStandingAuthorityNeedsTwoPersons() {
        String series =
                items(officer, "/authorities/series").get(0).get("series").asString();
        assertProblem(officer.post(V1 + "/authorities", "{\"series\":[]}"), 422, "series");
        JsonNode offer = ok(201, officer.post(V1 + "/authorities", "{\"series\":[\"" + series + "\"]}"))
                .json();
        String path = V1 + "/authorities/offers/" + offer.get("number").asLong();
        assertProblem(officer.post(path + "/signature", "{}"), 409, "");
        assertThat(auditor.post(path + "/signature", "{}").status()).isEqualTo(403);
        JsonNode signed = ok(200, second.post(path + "/signature", "{}")).json();
        assertThat(signed.get("holds").asBoolean()).isTrue();
        assertThat(items(auditor, "/authorities").get(0)).isEqualTo(signed);
        assertProblem(second.post(path + "/withdrawal", "{}"), 409, "");
        String id = signed.get("id").asString();
        assertThat(ok(200, officer.post(V1 + "/authorities/" + id + "/revocation", "{}"))
                        .json()
                        .get("holds")
                        .asBoolean())
                .isFalse();
        assertProblem(officer.post(V1 + "/authorities/" + id + "/revocation", "{}"), 409, "");
    }

    @Test
    void aScheduleIsProposedByOneOfficerAndAdoptedByAnother() throws InterruptedException {
        String path = V1 + "/schedules/proposals";
        String propose = JsonMapper.shared()
                .writeValueAsString(Map.of("yaml", ShippedSchedules.read("clovis-ar-7203"), "effective", "2099-07-01"));
        assertThat(auditor.post(path, propose).status()).isEqualTo(403);
        assertProblem(officer.post(path, propose.replace("2099-07-01", "soon")), 422, "effective");
        assertProblem(officer.post(path, "{\"yaml\":\"name: x\",\"effective\":\"2099-07-01\"}"), 409, "");
        String first = ok(201, officer.post(path, propose)).json().get("digest").asString();
        assertProblem(second.post(path, propose), 409, "proposed");
        assertThat(ok(200, second.post(path + "/" + first + "/withdrawal", "{}"))
                        .json()
                        .get("items")
                        .size())
                .isZero();
        String digest =
                ok(201, officer.post(path, propose)).json().get("digest").asString();
        assertThat(items(auditor, "/schedules/proposals").get(0).get("own").asBoolean())
                .isFalse();
        assertProblem(officer.post(path + "/" + digest + "/adoption", "{}"), 409, "");
        assertThat(done(second, second.post(path + "/" + digest + "/adoption", "{}")))
                .contains("items looked at");
        assertProblem(second.post(path + "/" + digest + "/adoption", "{}"), 409, "does not wait");
    }

    @Test
    void nothingIsPutBackThatWasNotTakenOut() {
        assertProblem(staff.post(V1 + "/items/" + own() + "/inbox", "{}"), 404, "nothing");
        assertProblem(admin.post(V1 + "/mailboxes/restoration", "{\"mailbox\":\"/none\"}"), 422, "not registered");
        assertThat(officer.post(V1 + "/mailboxes/restoration", "{\"mailbox\":\"/none\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anItemOfOnesOwnIsKeptAndAnotherPersonConfirmsIt() {
        String item = own();
        String reason = items(staff, "/declarations/reasons")
                .get(0)
                .get("reasons")
                .get(0)
                .get("series")
                .asString();
        String keep = "{\"recordClass\":1,\"series\":\"" + reason + "\"}";
        JsonNode kept = ok(200, staff.post(V1 + "/items/" + item + "/declaration", keep))
                .json();
        assertThat(kept.get("second").isNull()).isTrue();
        assertProblem(clerk.post(V1 + "/items/" + item + "/declaration", keep), 404, "nothing");
        assertProblem(staff.post(V1 + "/items/" + item + "/declaration", keep.replace("1", "3")), 422, "recordClass");
        assertThat(items(clerk, "/declarations").get(0).get("item").asString()).isEqualTo(item);
        String confirm = "{\"items\":[\"" + item + "\"]}";
        assertThat(staff.post(V1 + "/declarations/confirmation", confirm).status())
                .isEqualTo(403);
        JsonNode confirmed =
                ok(200, clerk.post(V1 + "/declarations/confirmation", confirm)).json();
        assertThat(confirmed.get("confirmed").get(0).get("second").asString()).contains("Betty Lindqvist");
        JsonNode again =
                ok(200, clerk.post(V1 + "/declarations/confirmation", confirm)).json();
        assertThat(again.get("refused").get(0).get("why").asString()).isNotBlank();
        assertThat(items(clerk, "/declarations").size()).isZero();
    }

    @Test
    void theReviewOfAYearCountsAndAnAgreementNamesItsDay() {
        JsonNode review = ok(200, auditor.get(V1 + "/reviews/2024-25")).json();
        assertThat(review.get("schoolYear").asString()).isEqualTo("2024-25");
        assertProblem(auditor.get(V1 + "/reviews/lately"), 404, "nothing");
        String agree =
                "{\"superintendent\":\"Ben Hall, Superintendent\",\"boardAction\":\"Item 7\",\"on\":\"2026-10-20\"}";
        assertThat(auditor.post(V1 + "/reviews/2024-25/agreement", agree).status())
                .isEqualTo(403);
        assertProblem(
                officer.post(V1 + "/reviews/2024-25/agreement", agree.replace("2026-10-20", "soon")), 422, "on is");
    }

    @Test
    @Tag("slow")
    void anAgreementOnAYearIsRecordedAndItemsAreBroughtUpToDate() throws InterruptedException {
        String agree =
                "{\"superintendent\":\"Ben Hall, Superintendent\",\"boardAction\":\"Item 7\",\"on\":\"2026-10-20\"}";
        assertThat(done(officer, officer.post(V1 + "/reviews/2023-24/agreement", agree)))
                .contains("items looked at");
        assertThat(ok(200, officer.get(V1 + "/reviews/2023-24"))
                        .json()
                        .get("agreement")
                        .get("boardAction")
                        .asString())
                .isEqualTo("Item 7");
    }

    @Test
    void whatIsDueIsCountedAndAPlanHasItsPapers() throws InterruptedException {
        JsonNode due = ok(200, officer.get(V1 + "/due?asOf=2035-01-01")).json();
        assertThat(due.get("series").size()).isPositive();
        assertProblem(officer.get(V1 + "/due?asOf=soon"), 422, "asOf");
        assertThat(items(officer, "/stops").size()).isZero();
        assertProblem(
                officer.post(V1 + "/stops/overrides", "{\"run\":\"P99\",\"reason\":\"The first purge\"}"), 409, "");
        String words = done(officer, officer.post(V1 + "/plans", "{\"asOf\":\"2035-01-01\"}"));
        String plan = V1 + "/plans/" + words.replaceFirst("Plan (\\w+):.*", "$1");
        assertThat(ok(200, auditor.get(plan + "/board")).text()).startsWith("%PDF-");
        assertThat(ok(200, auditor.get(plan + "/board/lines")).text()).contains(",");
        assertProblem(officer.get(plan + "/certificate"), 404, "nothing");
        assertThat(ended(officer, officer.post(plan + "/certificate", "{}"))
                        .get("state")
                        .asString())
                .isEqualTo("failed");
        assertThat(ok(200, officer.get(plan)).json().get("state").asString()).isEqualTo("waits for approval");
    }

    @Test
    void onesOwnMailIsTakenOutAndOthersForAPurpose() {
        assertThat(ok(200, staff.get(V1 + "/search/export?q=*&format=csv"))
                        .text()
                        .lines()
                        .count())
                .isEqualTo(1
                        + ok(200, staff.get(V1 + "/search?q=*"))
                                .json()
                                .get("total")
                                .asLong());
        assertProblem(staff.get(V1 + "/search/export?q=*&format=docx"), 422, "format");
        String purpose = "&for=request:" + request();
        assertThat(staff.get(V1 + "/search/export?q=budget&format=csv" + purpose)
                        .status())
                .isEqualTo(403);
        long before = looks();
        long taken = ok(200, clerk.get(V1 + "/search/export?q=budget&format=csv" + purpose))
                        .text()
                        .lines()
                        .count()
                - 1;
        assertThat(looks() - before).isEqualTo(taken + 1);
        assertThat(staff.get(V1 + "/looks").status()).isEqualTo(403);
        assertProblem(auditor.get(V1 + "/looks?from=lately"), 422, "days");
        assertThat(items(auditor, "/looks/faults").size()).isZero();
    }

    private static long looks() {
        return items(auditor, "/looks?limit=1000&user=clerk").size();
    }

    @Test
    void aFileOfAnItemIsOnesOwnOrForAPurpose() {
        String found = items(clerk, "/search?q=has:attachment&limit=1&for=retention")
                .get(0)
                .get("id")
                .asString();
        String path = V1 + "/items/" + found;
        JsonNode item = ok(200, clerk.get(path + "?for=retention")).json();
        String place = item.get("attachments").get(0).get("place").asString();
        assertThat(ok(200, clerk.get(path + "/files/" + place + "?for=retention"))
                        .response()
                        .body())
                .isNotEmpty();
        assertProblem(auditor.get(path + "/files/" + place), 404, "nothing");
        assertProblem(clerk.get(path + "/files/99?for=retention"), 404, "nothing");
        assertThat(ok(200, staff.get(V1 + "/me/leaving")).json().get("items").isArray())
                .isTrue();
    }

    @Test
    void todayShowsWhatWaitsInTheAreasOfTheToken() {
        request();
        JsonNode all = ok(200, clerk.get(V1 + "/today")).json().get("cards");
        assertThat(all.valueStream().map(card -> card.get("path").asString())).contains("/requests", "/holds");
        Program narrow =
                clerk.as(server, TestDistrict.user(Role.CLERK), Reach.of(Map.of(Area.HOLDS, Token.Scope.READ)));
        JsonNode some = ok(200, narrow.get(V1 + "/today")).json().get("cards");
        assertThat(some.valueStream().map(card -> card.get("path").asString()))
                .contains("/holds")
                .doesNotContain("/requests");
    }

    @Test
    void jobsAreForWhoeverBeganThemAndWhoLooksAfterThem() throws InterruptedException {
        Program.Answer begun = admin.post(V1 + "/index/catching-up", "{}");
        assertThat(done(admin, begun)).startsWith("The index has");
        assertProblem(clerk.get(begun.header("Location")), 404, "nothing");
        assertThat(auditor.get(begun.header("Location")).status()).isEqualTo(200);
        assertProblem(officer.post(V1 + "/schedules/comparison", "{\"after\":\"none\"}"), 422, "no schedule");
        assertThat(items(auditor, "/schedules")
                        .valueStream()
                        .filter(one -> one.get("inForce").asBoolean()))
                .hasSize(1);
        assertThat(items(auditor, "/schedules/series").size()).isPositive();
        assertThat(items(auditor, "/grants").isArray()).isTrue();
    }

    @Test
    @Tag("slow")
    void whatAnotherScheduleWouldChangeIsCounted() throws InterruptedException {
        assertThat(done(officer, officer.post(V1 + "/schedules/comparison", "{\"after\":\"clovis-ar-7203\"}")))
                .contains("items would move");
    }

    @Test
    void aDirectoryIsTakenOverWholeOrNotAtAll() {
        String table = "Employee ID,Name,Email,Title\n91,Ina Moss,ina.moss@district.example,Teacher\n";
        String path = V1 + "/people/import";
        assertThat(admin.post(path, table).status())
                .as("who looks after accounts")
                .isEqualTo(403);
        assertThat(clerk.post(path, table).status()).isEqualTo(403);
        assertThat(ok(200, officer.post(path + "?preview=true", table))
                        .json()
                        .get("done")
                        .asBoolean())
                .isFalse();
        assertProblem(officer.get(V1 + "/people/ina.moss@district.example"), 404, "nothing");
        assertProblem(officer.post(path, "Name,Colour\nIna,red\n"), 409, "column");
        assertThat(ok(200, officer.post(path, table)).json().get("added").size())
                .isEqualTo(1);
        assertThat(ok(200, officer.get(V1 + "/people/ina.moss@district.example"))
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Ina Moss");
    }

    @Test
    void mailboxesArePurgedByRecordsOfficersOnly() throws InterruptedException {
        assertThat(items(auditor, "/mailboxes").size()).isZero();
        assertThat(admin.post(V1 + "/mailboxes/purge", "{}").status()).isEqualTo(403);
        assertProblem(officer.post(V1 + "/mailboxes/purge", "{\"mailbox\":\"/nowhere\"}"), 422, "not registered");
        assertThat(done(officer, officer.post(V1 + "/mailboxes/purge", "{\"rehearsal\":true}")))
                .isEqualTo("No mailbox is registered.");
    }
}
