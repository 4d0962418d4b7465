package org.muniment.archive.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.request.RecordsRequest.Extension;
import org.muniment.archive.request.RecordsRequest.State;
import org.muniment.archive.request.Requests.Asked;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the register of requests promises on every database. */
abstract class RequestsContract extends RequestRegister {
    private static final Officer LEE = new Officer("Ann Lee, Superintendent");
    private static final Custodian CBO = new Custodian("cbo@district.example");
    /** In Los Angeles still the fifth. */
    private static final Instant EVENING = Instant.parse("2026-10-06T05:00:00.123Z");

    private static final LocalDate REVIEWED = LocalDate.of(2027, 1, 4);

    private static HoldScope scope(@Nullable String query, Custodian... of) {
        return new HoldScope(
                Set.of(of),
                LocalDate.of(2025, 7, 1),
                null,
                query == null ? null : new ItemQueryParser(ZONE).parse(query));
    }

    private RecordsRequest entered(String summary) {
        return change(() -> requests.open(
                new Asked("Dana Reyes", RECEIVED, summary, scope("field w/3 lights", CBO)),
                id -> "H" + id.value().substring(1),
                ORTIZ,
                EVENING));
    }

    @Test
    void aRequestIsFoundAsItWasEntered() {
        RecordsRequest opened = entered("Mail on  the field\nlights");
        assertThat(opened)
                .isEqualTo(new RecordsRequest(
                        new RequestId("R1"),
                        "Dana Reyes",
                        RECEIVED,
                        "Mail on the field lights",
                        scope("field w/3 lights", CBO),
                        "H1",
                        new State.Open(),
                        ORTIZ,
                        EVENING,
                        null,
                        requests.deadline(RECEIVED)));
        RecordsRequest second = change(
                () -> requests.open(new Asked("", RECEIVED, "Everything", scope(null)), id -> "H9", LEE, EVENING));
        assertThat(requests.find(new RequestId("R1"))).contains(opened);
        assertThat(requests.list()).containsExactly(opened, second);
        assertThat(second.scope().custodians()).isEmpty();
        assertThat(requests.find(new RequestId("R3"))).isEmpty();
        assertThat(ledger.entriesFor("R1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.event())
                        .isInstanceOfSatisfying(CustodyEvent.RequestOpened.class, event -> {
                            assertThat(event.hold()).isEqualTo("H1");
                            assertThat(event.received()).isEqualTo("2026-10-05");
                            assertThat(event.scope()).hasSize(64);
                        }));
    }

    @Test
    void theHoldOfARequestIsNotReleasedWhileItIsOpenNorBeforeItsReviewPeriodEnds() {
        Holds holds = new Holds(catalogue.writer(), catalogue.reader(), ledger, ZONE, requests::againstRelease);
        HoldId hold = change(() -> {
            String matter = holds.open("Lights", ORTIZ, EVENING).id();
            return holds.place(matter, HoldKind.RECORDS_REQUEST, scope("lights"), ORTIZ, EVENING)
                    .id();
        });
        RequestId request = entered("lights").id();
        stays("close R1 first", () -> holds.requestRelease(hold, ORTIZ, "Done", EVENING));
        LocalDate reviewed = LocalDate.of(2026, 12, 5);
        change(() -> requests.close(request, "Released", reviewed, ORTIZ, EVENING));
        change(() -> {
            holds.requestRelease(hold, ORTIZ, "Done", EVENING);
            return hold;
        });
        stays("60 days more", () -> holds.approveRelease(hold, LEE, EVENING, 1));
        stays("review period ends on Saturday, December 5, 2026", () -> holds.approveRelease(hold, LEE, EVENING, 60));
        assertThat(change(() -> holds.approveRelease(hold, LEE, EVENING, 61)).state())
                .isInstanceOfSatisfying(
                        LegalHold.State.CoolingOff.class,
                        cooling -> assertThat(cooling.ends()).isEqualTo(reviewed));
    }

    private void stays(String words, Runnable deed) {
        long before = ledger.size();
        assertThatThrownBy(() -> catalogue.transactions().executeWithoutResult(status -> deed.run()))
                .isInstanceOf(HoldRefused.class)
                .hasMessageContaining(words);
        assertThat(ledger.size()).isEqualTo(before);
    }

    @Test
    void aRequestWithoutItsHoldIsNotEntered() {
        assertThatThrownBy(() -> change(() -> requests.open(
                        new Asked("x", RECEIVED, "y", scope("budget")),
                        id -> {
                            throw new IllegalStateException("no hold");
                        },
                        ORTIZ,
                        EVENING)))
                .hasMessage("no hold");
        assertThat(requests.list()).isEmpty();
        assertThat(ledger.size()).isZero();
        assertThat(entered("again").id()).isEqualTo(new RequestId("R1"));
    }

    @Test
    void whatIsStillToComeOrSaysNothingIsRefused() {
        HoldScope scope = scope("budget");
        refused(
                "still to come",
                () -> requests.open(new Asked("x", RECEIVED.plusDays(1), "y", scope), id -> "H1", ORTIZ, EVENING));
        refused(
                "What is asked for",
                () -> requests.open(new Asked("x", RECEIVED, " \n", scope), id -> "H1", ORTIZ, EVENING));
        assertThatThrownBy(() -> new HoldScope(Set.of(), null, null, null)).hasMessageContaining("give the query *");
    }

    @Test
    void anExtensionIsTakenOnceWithinTheTenDaysAndOnAGroundOfTheLaw() {
        RequestId id = entered("lights").id();
        ExtensionGround ground = ExtensionGround.VOLUMINOUS;
        LocalDate last = LocalDate.of(2026, 10, 29);
        refused("14 days at most", () -> requests.extend(id, ground, "much", last.plusDays(1), LEE, EVENING));
        Instant late = Instant.parse("2026-10-16T19:00:00Z");
        refused("first 10 days", () -> requests.extend(id, ground, "much", last, LEE, late));
        refused("The reason", () -> requests.extend(id, ground, " ", last, LEE, EVENING));
        RecordsRequest extended = change(() -> requests.extend(id, ground, "14,000 messages", last, LEE, EVENING));
        assertThat(extended.extended()).contains(new Extension(ground, "14,000 messages", last, LEE, EVENING));
        assertThat(requests.find(id)).contains(extended);
        refused("extended already", () -> requests.extend(id, ground, "more", last, LEE, EVENING));
        assertThat(requests.deadline(LocalDate.of(2025, 12, 31)).period().allows(ExtensionGround.CYBERATTACK))
                .isFalse();
        assertThat(ExtensionGround.CYBERATTACK.citation()).isEqualTo("Gov. Code 7922.535(c)(6)");
    }

    @Test
    void aClosedRequestStaysClosed() {
        RequestId id = entered("lights").id();
        change(() ->
                requests.extend(id, ExtensionGround.CONSULTATION, "county", LocalDate.of(2026, 10, 20), LEE, EVENING));
        refused("ends today or later", () -> requests.close(id, "x", RECEIVED.minusDays(1), LEE, EVENING));
        RecordsRequest closed =
                change(() -> requests.close(id, "Released in part", REVIEWED, LEE, EVENING.plusSeconds(9)));
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.state())
                .isEqualTo(new State.Closed(LEE, EVENING.plusSeconds(9), "Released in part", REVIEWED));
        assertThat(closed.extended()).isPresent();
        assertThat(requests.find(id)).contains(closed);
        refused("closed already", () -> requests.close(id, "again", null, LEE, EVENING));
        refused("no request R7", () -> requests.close(new RequestId("R7"), "x", null, LEE, EVENING));
        assertThat(ledger.entriesFor("R1"))
                .extracting(entry -> entry.event().getClass().getSimpleName())
                .containsExactly("RequestOpened", "RequestExtended", "RequestClosed");
    }

    @Test
    void aRequestAsksForSomethingElseAndTheHoldFollows() {
        Holds holds = new Holds(catalogue.writer(), catalogue.reader(), ledger, ZONE, requests::againstRelease);
        RequestSteps steps =
                new RequestSteps(catalogue.writer(), catalogue.reader(), ledger, ZONE, ResponsePeriods.shipped());
        String matter =
                change(() -> holds.open("Records request R1", ORTIZ, EVENING)).id();
        HoldScope first = scope("lights");
        RecordsRequest opened = change(() -> requests.open(
                new Asked("x", RECEIVED, "y", first), id -> placed(holds, matter, first), ORTIZ, EVENING));
        RequestId id = opened.id();
        HoldScope second = scope("stadium", CBO);
        refused("The reason", () -> steps.changeScope(id, any -> "H2", " ", LEE, EVENING));
        refused(
                "what is asked for instead",
                () -> steps.take(id, RequestStep.Kind.SCOPE_CHANGED, RECEIVED, "H9", LEE, EVENING));
        Instant later = EVENING.plusSeconds(60);
        change(() -> steps.changeScope(id, any -> placed(holds, matter, second), "Only the\nstadium", LEE, later));
        RecordsRequest changed = requests.find(id).orElseThrow();
        assertThat(changed.scope()).isEqualTo(second);
        assertThat(changed.hold()).isEqualTo("H2");
        assertThat(requests.list()).containsExactly(changed);
        assertThat(requests.earlier(id, steps.of(id))).singleElement().satisfies(before -> {
            assertThat(before.scope()).isEqualTo(first);
            assertThat(before.hold()).isEqualTo("H1");
            assertThat(before.change().by()).isEqualTo(LEE);
            assertThat(before.change().words()).isEqualTo("H2 keeps what it asks for now: Only the stadium");
        });
        stays("close R1 first", () -> holds.requestRelease(new HoldId("H2"), ORTIZ, "Done", later));
        change(() -> {
            holds.requestRelease(new HoldId("H1"), ORTIZ, "The scope was changed", later);
            return id;
        });
        assertThat(new RequestCheck(catalogue.reader(), ledger, ResponsePeriods.shipped(), steps).run())
                .isEmpty();
        catalogue
                .transactions()
                .executeWithoutResult(status -> new JdbcTemplate(catalogue.writer())
                        .update("update request_progress set words = 'H1 keeps what it asks for now: x'"));
        assertThat(new RequestCheck(catalogue.reader(), ledger, ResponsePeriods.shipped(), steps).run())
                .singleElement()
                .asString()
                .contains("not placed with the change of its scope");
        change(() -> requests.close(id, "Released", null, ORTIZ, later));
        refused("closed already", () -> steps.changeScope(id, any -> "H3", "x", LEE, later));
    }

    private static String placed(Holds holds, String matter, HoldScope scope) {
        Instant at = scope.custodians().isEmpty() ? EVENING : EVENING.plusSeconds(60);
        Officer by = scope.custodians().isEmpty() ? ORTIZ : LEE;
        return holds.place(matter, HoldKind.RECORDS_REQUEST, scope, by, at).id().value();
    }

    @Test
    void whatCannotBeReadCountsAsAskedFor() {
        RecordsRequest request = change(
                () -> requests.open(new Asked("x", RECEIVED, "y", scope("field", CBO)), id -> "H1", ORTIZ, EVENING));
        assertThat(request.asksFor(ZONE).toString())
                .isEqualTo(
                        "custodian:cbo@district.example AND (sent:2025-07-01.. OR NOT sent:* OR received:2025-07-01.."
                                + " OR NOT received:*) AND (field OR indexed:partly OR indexed:\"not\")");
    }
}
