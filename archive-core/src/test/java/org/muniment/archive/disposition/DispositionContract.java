package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.disposition.RecordsOffice.ACTION;
import static org.muniment.archive.disposition.RecordsOffice.CHO;
import static org.muniment.archive.disposition.RecordsOffice.LEE;
import static org.muniment.archive.disposition.RecordsOffice.ORTIZ;
import static org.muniment.archive.disposition.RecordsOffice.START;
import static org.muniment.archive.disposition.RecordsOffice.on;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.FileObjectStore;

/** What plans, approvals and destruction promise on every database. */
abstract class DispositionContract {
    private static final String ANN = "ann@district.example";
    private static final LocalDate OLD = START.minusYears(3);
    private static final LocalDate AFTER_GRACE = START.plusDays(30);

    @TempDir
    private Path folder;

    private RecordsOffice office;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openOffice() {
        office = new RecordsOffice(open(folder), new FileObjectStore(folder.resolve("objects")), folder);
        office.adopt(SmallSchedule.yaml(90));
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void anItemGoesThroughEveryStageAndLeavesATombstone() {
        ItemId lunch = office.collect("lunch", "at noon", OLD, ANN);
        Planned planned = office.propose(START);
        PlanId plan = planned.plan().id();
        assertThat(planned.series()).containsExactly(java.util.Map.entry(new SeriesId("T01"), 1L));
        assertThat(disposition(plan)).isInstanceOf(Disposition.Proposed.class);
        office.approve(plan, START);
        assertThat(disposition(plan)).isInstanceOf(Disposition.Approved.class);
        assertThat(office.disposal.dispositions().condemned(Set.of(lunch))).isEmpty();
        assertThat(office.disposal.destruction().condemn(plan, on(START))).isEqualTo(AFTER_GRACE);
        assertThat(office.disposal.dispositions().condemned(Set.of(lunch))).containsExactly(lunch);
        Batch batch = office.destroyAll(plan, AFTER_GRACE);
        assertThat(batch).isEqualTo(new Batch(List.of(lunch), List.of(), 0));
        assertThat(disposition(plan)).isEqualTo(new Disposition.Destroyed(on(AFTER_GRACE)));
        assertThat(office.isThere(lunch)).isFalse();
        assertThat(office.objects.list()).isEmpty();
        assertThat(office.items.tombstones(List.of(lunch))).hasSize(1);
        assertThat(office.disposal.plans().find(plan).orElseThrow().stage()).isInstanceOf(Plan.Stage.Finished.class);
        assertThat(office.events(CustodyEvent.Destroyed.class)).singleElement().satisfies(event -> {
            assertThat(event.officer()).isEqualTo(ORTIZ.name());
            assertThat(event.second()).isEqualTo(LEE.name());
            assertThat(event.authority()).isEqualTo("5 CCR 16025");
        });
    }

    private Disposition disposition(PlanId plan) {
        return office.disposal.plans().lines(plan, 0, 10).getFirst().disposition();
    }

    @Test
    void theFrozenListIsInTheLedgerAndAChangedOneIsRefused() {
        office.collect("lunch", "at noon", OLD, ANN);
        office.collect("invoice", "for chairs", OLD, ANN);
        Plan plan = office.propose(START).plan();
        ListDigest digest = new ListDigest();
        digest.add(office.disposal.plans().lines(plan.id(), 0, 10));
        assertThat(office.events(CustodyEvent.PlanProposed.class).getFirst().list())
                .isEqualTo(digest.digest().hex())
                .isEqualTo(plan.list().hex());
        office.change(() -> new org.springframework.jdbc.core.JdbcTemplate(office.catalogue.writer())
                .update("update plan_line set size = size + 1 where number = 1"));
        assertThatThrownBy(() -> office.approve(plan.id(), START))
                .isInstanceOf(DispositionRefused.class)
                .hasMessageContaining("not those that were frozen");
    }

    @Test
    void whatIsNotOnTheListIsNotTouched() {
        ItemId invoice = office.collect("invoice", "for chairs", OLD, ANN);
        PlanId plan = office.condemned(START);
        ItemId later = office.collect("invoice", "for desks", OLD, ANN);
        assertThat(office.destroyAll(plan, AFTER_GRACE).destroyed()).containsExactly(invoice);
        assertThat(office.isThere(later)).isTrue();
    }

    @Test
    void whoProposedDoesNotApproveWhateverTheTitle() {
        office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.propose(START).plan().id();
        assertThatThrownBy(() -> office.inTransaction(() -> office.disposal
                        .plans()
                        .approve(plan, new Officer("maria ortiz, Custodian of Records"), ACTION, on(START))))
                .isInstanceOf(DispositionRefused.class)
                .hasMessageContaining("another person");
        assertThatThrownBy(() -> office.disposal.destruction().condemn(plan, on(START)))
                .isInstanceOf(DispositionRefused.class);
    }

    @Test
    void aBoardThatHasNotMetYetApprovesNothing() {
        office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.propose(START).plan().id();
        BoardAction tomorrow = new BoardAction(START.plusDays(1), "item 7.3");
        Instant evening = START.atTime(22, 0).atZone(RecordsOffice.ZONE).toInstant();
        assertThatThrownBy(
                        () -> office.inTransaction(() -> office.disposal.plans().approve(plan, LEE, tomorrow, evening)))
                .isInstanceOf(DispositionRefused.class)
                .hasMessageContaining("still to come");
        BoardAction today = new BoardAction(START, "item 7.3");
        office.inTransaction(() -> office.disposal.plans().approve(plan, LEE, today, evening));
        assertThat(office.events(CustodyEvent.PlanApproved.class)).hasSize(1);
    }

    @Test
    void whatWaitsForItsDestructionIsToldByMailboxUntilItIsRestored() {
        ItemId lunch = office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.propose(START).plan().id();
        Set<Custodian> ann = Set.of(new Custodian(ANN));
        assertThat(office.disposal.dispositions().condemnedFrom(ann)).isEmpty();
        office.approve(plan, START);
        office.disposal.destruction().condemn(plan, on(START));
        assertThat(office.disposal.dispositions().condemnedFrom(ann)).containsExactly(lunch);
        assertThat(office.disposal.dispositions().condemnedFrom(Set.of(new Custodian("other@district.example"))))
                .isEmpty();
        assertThat(office.disposal.dispositions().condemnedFrom(Set.of())).isEmpty();
        office.disposal.destruction().restore(plan, List.of(lunch), LEE, "asked for", on(START.plusDays(1)));
        assertThat(office.disposal.dispositions().condemnedFrom(ann)).isEmpty();
    }

    @Test
    void approvingAListReclassifiesItsClassTwoLinesInWords() {
        office.collect("applicant", "resume", OLD, ANN);
        PlanId plan = office.propose(START).plan().id();
        assertThat(office.approve(plan, START).classTwo()).isEqualTo(1);
        assertThat(office.events(CustodyEvent.PlanApproved.class).getFirst().action())
                .isEqualTo("board action of February 24, 2026, item 7.3. With it 1 item of Class 2 Optional is"
                        + " reclassified as Class 3 Disposable (5 CCR 16024)");
        office.disposal.destruction().condemn(plan, on(START));
        assertThat(office.destroyAll(plan, AFTER_GRACE).destroyed()).hasSize(1);
    }

    @Test
    void anItemIsOnOneOpenPlanAtATime() {
        office.collect("lunch", "at noon", OLD, ANN);
        office.propose(START);
        Planned second = office.propose(START);
        assertThat(second.listed()).isEqualTo(1);
        assertThat(second.plan().items()).isZero();
        assertThat(second.plan().stage()).isInstanceOf(Plan.Stage.Finished.class);
    }

    @Test
    void nothingIsPlannedByAScheduleThatNobodyAdopted() {
        RecordsOffice other = new RecordsOffice(open(folder), new FileObjectStore(folder.resolve("other")), folder);
        try (other) {
            assertThatThrownBy(() -> other.propose(START))
                    .isInstanceOf(DispositionRefused.class)
                    .hasMessageContaining("No retention schedule");
            other.change(() -> other.retention.schedules().install(SmallSchedule.yaml(90), on(START)));
            other.settle(START);
            other.collect("lunch", "at noon", OLD, ANN);
            assertThatThrownBy(() -> other.propose(START))
                    .isInstanceOf(DispositionRefused.class)
                    .hasMessageContaining("not adopted by two officers");
        }
    }

    @Test
    void beforeTheGraceIsOverNothingIsDestroyed() {
        ItemId lunch = office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.condemned(START);
        assertThatThrownBy(() -> office.destroyAll(plan, AFTER_GRACE.minusDays(1)))
                .isInstanceOf(DispositionRefused.class)
                .hasMessageContaining("2026-04-01");
        assertThat(office.isThere(lunch)).isTrue();
    }

    @Test
    void whatIsRestoredIsKeptAndAnUnattendedPlanDoesNotTakeItAgain() {
        ItemId lunch = office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.condemned(START);
        assertThat(office.disposal.destruction().restore(plan, List.of(lunch), CHO, "asked for", on(START)))
                .isEmpty();
        assertThat(office.disposal.dispositions().condemned(Set.of(lunch))).isEmpty();
        assertThat(disposition(plan))
                .isEqualTo(new Disposition.Withdrawn(
                        new Refusal("restored", "Restored by " + CHO + ": asked for"), CHO, on(START)));
        assertThat(office.propose(START, true).refusals()).containsOnlyKeys("restored before");
        assertThat(office.propose(START, false).plan().items()).isEqualTo(1);
    }

    @Test
    void allOfAPlanIsRestoredAtOnce() {
        for (int i = 0; i < 12; i++) {
            office.collect("lunch", "at " + i, OLD, ANN);
        }
        PlanId plan = office.condemned(START);
        assertThat(office.disposal.destruction().restore(plan, CHO, "asked for", on(START)))
                .isEmpty();
        assertThat(office.disposal.plans().counts(plan)).isEqualTo(new Plans.Counts(0, 0, 12));
        assertThat(office.disposal.plans().find(plan).orElseThrow().stage()).isInstanceOf(Plan.Stage.Finished.class);
    }

    @Test
    void anUnattendedPlanTakesTransitorySeriesUnderAnAuthorityOfTwo() {
        office.collect("lunch", "at noon", OLD, ANN);
        office.collect("invoice", "for chairs", OLD, ANN);
        office.collect("applicant", "resume", OLD, ANN);
        Planned planned = office.propose(START, true);
        assertThat(planned.refusals()).containsExactly(java.util.Map.entry("needs an approved list", 2L));
        StandingAuthority other = sign("R58");
        assertThatThrownBy(() -> approveUnder(planned.plan().id(), other))
                .isInstanceOf(DispositionRefused.class)
                .hasMessageContaining("not for series T01");
        approveUnder(planned.plan().id(), sign("T01"));
        office.disposal.destruction().condemn(planned.plan().id(), on(START));
        assertThat(office.destroyAll(planned.plan().id(), AFTER_GRACE).destroyed())
                .hasSize(1);
        assertThat(office.events(CustodyEvent.Destroyed.class).getFirst())
                .extracting(CustodyEvent.Destroyed::officer, CustodyEvent.Destroyed::second)
                .containsExactly(LEE.name(), CHO.name());
    }

    private StandingAuthority sign(String series) {
        return office.inTransaction(
                () -> office.disposal.authorities().sign(Set.of(new SeriesId(series)), LEE, CHO, on(START)));
    }

    private Plan approveUnder(PlanId plan, StandingAuthority authority) {
        return office.inTransaction(() -> office.disposal.plans().approveUnder(plan, authority, on(START)));
    }

    @Test
    void whatIsCondemnedUnderARevokedAuthorityIsKept() {
        ItemId lunch = office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.propose(START, true).plan().id();
        StandingAuthority authority = sign("T01");
        approveUnder(plan, authority);
        office.disposal.destruction().condemn(plan, on(START));
        office.change(() -> office.disposal.authorities().revoke(authority.id(), CHO, on(START)));
        assertThat(office.destroyAll(plan, AFTER_GRACE).withdrawn())
                .extracting(one -> one.refusal().veto())
                .containsExactly("no standing authority");
        assertThat(office.isThere(lunch)).isTrue();
    }

    @Test
    void aStandingAuthorityNeedsTwoPersonsAndLapsesAfterAYear() {
        assertThatThrownBy(() -> office.inTransaction(() -> office.disposal
                        .authorities()
                        .sign(Set.of(new SeriesId("T01")), LEE, new Officer("Ann Lee"), on(START))))
                .isInstanceOf(DispositionRefused.class);
        StandingAuthority authority = sign("T01");
        assertThat(office.disposal.authorities().find(authority.id())).contains(authority);
        assertThat(office.disposal.authorities().holdingOn(START.plusYears(1).minusDays(1)))
                .containsExactly(authority);
        assertThat(office.disposal.authorities().holdingOn(START.plusYears(1))).isEmpty();
        assertThat(office.disposal.authorities().holdingOn(START.minusDays(1))).isEmpty();
    }

    @Test
    void dueTonightButHeldIsAReportByKindOfHold() {
        office.collect("lunch", "about the Smith claim", OLD, ANN);
        office.collect("lunch", "at noon", OLD, "bob@district.example");
        ItemId free = office.collect("lunch", "at one", OLD, ANN);
        office.hold(HoldKind.LITIGATION, office.scope("smith"), START);
        office.hold(HoldKind.RECORDS_REQUEST, office.scope(null, "bob@district.example"), START);
        Planned planned = office.propose(START);
        PlanId plan = planned.plan().id();
        assertThat(planned.refusals())
                .containsOnly(
                        java.util.Map.entry("hold: litigation", 1L), java.util.Map.entry("hold: records request", 1L));
        assertThat(office.disposal.plans().refusalCounts(plan)).isEqualTo(planned.refusals());
        assertThat(office.disposal.plans().refusalCounts()).isEqualTo(planned.refusals());
        assertThat(office.disposal.plans().refusals(plan, null, 10))
                .extracting(one -> one.refusal().words())
                .containsExactlyInAnyOrder(
                        "It is under hold: litigation: H1 (matter M1).",
                        "It is under hold: records request: H2 (matter M1).");
        assertThat(office.disposal.plans().lines(plan, 0, 10))
                .extracting(PlanLine::item)
                .containsExactly(free);
    }

    @Test
    void aHoldPlacedAfterCondemningWins() {
        ItemId held = office.collect("lunch", "about the Smith claim", OLD, ANN);
        ItemId free = office.collect("lunch", "at one", OLD, ANN);
        PlanId plan = office.condemned(START);
        office.hold(HoldKind.LITIGATION, office.scope("smith"), START);
        Batch batch = office.destroyAll(plan, AFTER_GRACE);
        assertThat(batch.destroyed()).containsExactly(free);
        assertThat(batch.withdrawn())
                .containsExactly(new Refused(
                        held, new Refusal("hold: litigation", "It is under hold: litigation: H1 (matter M1).")));
        assertThat(office.isThere(held)).isTrue();
        assertThat(office.events(CustodyEvent.Withdrawn.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("hold: litigation"));
    }

    @Test
    void anInterruptedPlanIsRemovedByTheNextOne() {
        office.collect("lunch", "at noon", OLD, ANN);
        office.change(() -> {
            PlanRows rows = new PlanRows(office.premises.writing());
            PlanId draft = rows.draft(new PlanRequest(START, Set.of(), false, ORTIZ, on(START)), 1);
            new RefusalRows(office.premises.writing())
                    .add(draft, List.of(new Refused(new ItemId("0".repeat(24)), new Refusal("class 1", "kept"))));
        });
        assertThat(office.disposal.plans().open()).isEmpty();
        assertThat(office.propose(START).plan().items()).isEqualTo(1);
    }

    @Test
    void ofUnattendedPlansOnlyTheLatestKeepsItsRefusals() {
        office.collect("invoice", "for chairs", OLD, ANN);
        PlanId first = office.propose(START, true).plan().id();
        PlanId second = office.propose(START, true).plan().id();
        assertThat(office.disposal.plans().refusals(first, null, 10)).isEmpty();
        assertThat(office.disposal.plans().refusalCounts(first)).hasSize(1);
        assertThat(office.disposal.plans().refusals(second, null, 10)).hasSize(1);
    }

    @Test
    void whatIsTakenOffAListIsKeptAndTheRestGoesOn() {
        ItemId one = office.collect("lunch", "at noon", OLD, ANN);
        ItemId other = office.collect("lunch", "at one", OLD, ANN);
        PlanId plan = office.propose(START).plan().id();
        office.change(() -> office.disposal.plans().withdraw(plan, one, CHO, "still needed", on(START)));
        assertThatThrownBy(() -> office.change(
                        () -> office.disposal.plans().withdraw(plan, one, CHO, "still needed", on(START))))
                .isInstanceOf(DispositionRefused.class);
        office.approve(plan, START);
        office.disposal.destruction().condemn(plan, on(START));
        assertThatThrownBy(() -> office.change(
                        () -> office.disposal.plans().withdraw(plan, other, CHO, "still needed", on(START))))
                .isInstanceOf(DispositionRefused.class)
                .hasMessageContaining("Restore");
        assertThat(office.destroyAll(plan, AFTER_GRACE).destroyed()).containsExactly(other);
        assertThat(office.disposal.dispositions().of(one)).hasSize(1);
    }

    @Test
    void aWholeListIsWithdrawn() {
        office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.propose(START).plan().id();
        office.change(() -> office.disposal.plans().withdraw(plan, CHO, "wrong year", on(START)));
        assertThat(office.disposal.plans().open()).isEmpty();
        assertThat(office.propose(START).plan().items()).isEqualTo(1);
    }
}
