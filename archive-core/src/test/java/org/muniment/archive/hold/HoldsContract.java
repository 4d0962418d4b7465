package org.muniment.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.hold.HoldDesk.CLERK;
import static org.muniment.archive.hold.HoldDesk.DAY;
import static org.muniment.archive.hold.HoldDesk.EVERYTHING;
import static org.muniment.archive.hold.HoldDesk.LEE;
import static org.muniment.archive.hold.HoldDesk.NOON;
import static org.muniment.archive.hold.HoldDesk.ORTIZ;
import static org.muniment.archive.hold.HoldDesk.scope;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the register of holds promises on every database. */
abstract class HoldsContract {
    @TempDir
    private Path folder;

    private HoldDesk desk;
    private Holds holds;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openDesk() {
        desk = HoldDesk.open(open(folder), folder);
        holds = desk.holds();
    }

    @AfterEach
    void closeCatalogue() {
        desk.catalogue().close();
    }

    @Test
    void aHoldIsFoundAsItWasPlaced() {
        HoldScope scope =
                scope(LocalDate.of(2024, 7, 1), LocalDate.of(2025, 6, 30), "budget w/5 cuts OR sent:2024-09", CLERK);
        HoldId placed = desk.place(scope);
        LegalHold found = holds.find(placed).orElseThrow();
        assertThat(found)
                .isEqualTo(new LegalHold(
                        new HoldId("H1"), "M1", HoldKind.LITIGATION, scope, ORTIZ, NOON, new State.InForce()));
        assertThat(holds.all()).containsExactly(found);
        assertThat(holds.find(new HoldId("H2"))).isEmpty();
        assertThat(holds.standing(DAY).holds()).containsExactly(found);
    }

    @Test
    void aHoldBindsWhenItsTransactionCommitsAndNotWhenItIsUndone() {
        long before = holds.epoch();
        String matter = desk.matter();
        desk.catalogue().transactions().executeWithoutResult(status -> {
            holds.place(matter, HoldKind.AUDIT, EVERYTHING, ORTIZ, NOON);
            assertThat(holds.standingInTransaction(DAY).holds()).hasSize(1);
            status.setRollbackOnly();
        });
        assertThat(holds.standing(DAY).isEmpty()).isTrue();
        assertThat(holds.epoch()).isEqualTo(before);
        HoldId placed = desk.place(scope("budget"));
        assertThat(placed).isEqualTo(new HoldId("H1"));
        assertThat(holds.epoch()).isEqualTo(before + 1);
        assertThat(holds.standing(DAY).holds()).extracting(LegalHold::id).containsExactly(placed);
        desk.change(() -> assertThat(holds.standingInTransaction(DAY).holds())
                .extracting(hold -> hold.scope().terms())
                .containsExactly(scope("budget").terms()));
    }

    @Test
    void aReleaseTakesTwoPersonsAndCoolsOff() {
        HoldId hold = desk.place(EVERYTHING);
        desk.change(() -> holds.requestRelease(hold, ORTIZ, "Settled and paid", NOON));
        assertThat(desk.state(hold)).isEqualTo(new State.ReleaseRequested(ORTIZ, "Settled and paid", NOON));
        assertThat(holds.standing(DAY.plusYears(9)).isEmpty()).isFalse();
        long epoch = holds.epoch();
        LegalHold released = desk.inTransaction(() -> holds.approveRelease(hold, LEE, NOON, 30));
        LocalDate ends = LocalDate.of(2026, 4, 1);
        assertThat(released.state()).isEqualTo(new State.CoolingOff(ORTIZ, LEE, "Settled and paid", NOON, ends));
        assertThat(holds.epoch()).isGreaterThan(epoch);
        assertThat(holds.standing(ends.minusDays(1)).holds()).containsExactly(released);
        assertThat(holds.standing(ends).isEmpty()).isTrue();
        assertThat(desk.events()).containsExactly("HoldPlaced", "HoldReleaseRequested", "HoldReleased");
        assertThat(desk.ledger().entriesFor(hold.value())).hasSize(3);
    }

    @Test
    void thePersonWhoAsksForAReleaseCannotApproveIt() {
        HoldId hold = desk.place(EVERYTHING);
        refused(() -> holds.approveRelease(hold, LEE, NOON, 30), "Nobody asked");
        desk.change(() -> holds.requestRelease(hold, ORTIZ, "Settled", NOON));
        Officer again = new Officer("maria  ORTIZ, Interim Superintendent");
        refused(() -> holds.approveRelease(hold, again, NOON, 30), "another person");
        refused(() -> holds.requestRelease(hold, LEE, "Settled", NOON), "already");
        refused(() -> holds.approveRelease(hold, LEE, NOON, 0), "at least 1 day");
        desk.inTransaction(() -> holds.approveRelease(hold, LEE, NOON, 1));
        refused(() -> holds.approveRelease(hold, LEE, NOON, 1), "released already");
        refused(() -> holds.requestRelease(hold, ORTIZ, "Settled", NOON), "it binds until 2026-03-02");
    }

    @Test
    void releasingOneHoldFreesNothingUnderAnother() {
        HoldId all = desk.place(EVERYTHING);
        HoldId some = desk.place(scope("budget", CLERK));
        desk.release(all, 1);
        StandingHolds after = holds.standing(DAY.plusDays(1));
        assertThat(after.holding(HeldMail.of("budget", NOON, NOON, CLERK))).containsExactly(some);
        assertThat(after.holding(HeldMail.of("lunch", NOON, NOON, CLERK))).isEmpty();
        assertThat(holds.standing(DAY).holding(HeldMail.of("lunch", NOON, NOON, CLERK)))
                .containsExactly(all);
    }

    @Test
    void historyIsOnlyAddedTo() {
        Map<String, Set<String>> before = desk.rows();
        HoldId hold = desk.place(scope("budget", CLERK));
        before = grown(before);
        desk.change(() -> desk.caught().list(Map.of(hold, List.of(HeldMail.id("a"))), NOON));
        before = grown(before);
        desk.change(() -> desk.notices().record(hold, CLERK, Notice.Step.SENT, ORTIZ, NOON));
        before = grown(before);
        desk.change(() -> desk.notices().record(hold, CLERK, Notice.Step.ACKNOWLEDGED, ORTIZ, NOON));
        before = grown(before);
        desk.change(() -> holds.requestRelease(hold, ORTIZ, "Settled", NOON));
        before = grown(before);
        desk.inTransaction(() -> holds.approveRelease(hold, LEE, NOON, 30));
        before = grown(before);
        desk.change(() -> desk.notices().record(hold, CLERK, Notice.Step.RELEASED, ORTIZ, NOON));
        grown(before);
    }

    private Map<String, Set<String>> grown(Map<String, Set<String>> before) {
        Map<String, Set<String>> after = desk.rows();
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).containsAll(rows));
        assertThat(after).isNotEqualTo(before);
        return after;
    }

    @Test
    void whatCannotStandForYearsIsRefused() {
        String matter = desk.matter();
        for (String query : List.of("indexed:partly", "budget OR NOT indexed:fully")) {
            refused(() -> holds.place(matter, HoldKind.AUDIT, scope(query), ORTIZ, NOON), "Leave it out");
        }
        Custodian spaced = new Custodian("ann  lee@district.example");
        refused(() -> holds.place(matter, HoldKind.AUDIT, scope("*", spaced), ORTIZ, NOON), "unusual spaces");
        refused(() -> holds.place("M7", HoldKind.AUDIT, EVERYTHING, ORTIZ, NOON), "no matter M7");
        assertThat(holds.all()).isEmpty();
        assertThat(desk.events()).isEmpty();
        assertThatThrownBy(() -> new HoldScope(Set.of(), null, null, null)).hasMessageContaining("give the query *");
    }

    @Test
    void aMatterIsFoundByItsIdOrTitle() {
        desk.matter("Doe v. District");
        String audit = desk.matter("Audit 2025-26");
        assertThat(holds.matters()).extracting(Matter::id).containsExactly("M1", "M2");
        assertThat(holds.matter("m2").orElseThrow().title()).isEqualTo("Audit 2025-26");
        assertThat(holds.matter(" audit   2025-26 ").orElseThrow().id()).isEqualTo(audit);
        assertThat(holds.matter("M3")).isEmpty();
        for (String title : List.of("DOE V. DISTRICT", " ", "m5", "x".repeat(201))) {
            refused(() -> holds.open(title, ORTIZ, NOON), "matter");
        }
    }

    @Test
    void aHoldKeepsTheZoneItWasPlacedIn() {
        HoldScope scope = scope(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 1), null, CLERK);
        HoldId hold = desk.place(scope);
        Holds elsewhere = new Holds(
                desk.catalogue().writer(),
                desk.catalogue().reader(),
                desk.ledger(),
                ZoneId.of("Asia/Tokyo"),
                ReleaseVeto.NONE);
        var lastMinute = java.time.Instant.parse("2025-07-02T06:59:00Z");
        assertThat(elsewhere.standing(DAY).holding(HeldMail.of("budget", lastMinute, lastMinute, CLERK)))
                .containsExactly(hold);
    }

    @Test
    void listsOnlyGrowAndTellWhatIsNew() {
        HoldId first = desk.place(EVERYTHING);
        HoldId second = desk.place(scope("budget"));
        ItemId a = HeldMail.id("a");
        ItemId b = HeldMail.id("b");
        CaughtItems caught = desk.caught();
        assertThat(desk.inTransaction(() -> caught.list(Map.of(first, List.of(a, a), second, List.of(a)), NOON)))
                .containsEntry(first, 1L)
                .containsEntry(second, 1L);
        assertThat(desk.inTransaction(() -> caught.list(Map.of(first, List.of(a, b)), NOON.plusSeconds(9))))
                .containsExactly(Map.entry(first, 1L));
        assertThat(caught.counts()).containsOnly(Map.entry(first, 2L), Map.entry(second, 1L));
        assertThat(caught.holdsOf(List.of(a, b, HeldMail.id("c"))))
                .containsOnly(Map.entry(a, Set.of(first, second)), Map.entry(b, Set.of(first)));
        List<CaughtItems.Caught> page = caught.page(first, null, 10);
        assertThat(page)
                .extracting(CaughtItems.Caught::item)
                .containsExactlyInAnyOrder(a, b)
                .isSorted();
        assertThat(page).extracting(CaughtItems.Caught::listed).containsOnly(NOON, NOON.plusSeconds(9));
        assertThat(caught.page(first, page.getFirst().item(), 10)).containsExactly(page.getLast());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update legal_hold set query = 'lunch' where number = 1",
                "update legal_hold set first_day = first_day + 1 where number = 1",
                "update legal_hold set last_day = null where number = 1",
                "update legal_hold set zone = 'UTC' where number = 1",
                "update legal_hold set query = '((' where number = 1",
                "update hold_custodian set custodian = 'nobody@district.example' where hold = 1",
                "delete from hold_custodian where hold = 1",
                "delete from hold_change where hold = 1",
                "update hold_change set ends = ends - 29 where hold = 1",
                "update hold_change set officer = 'Someone Else, Clerk' where hold = 1 and ordinal = 1",
                "update hold_change set officer = 'Someone Else, Clerk' where hold = 1 and ordinal = 0",
                "insert into hold_change (hold, ordinal, step, at, officer, reason) values (2, 0, 'REQUESTED', 0, 'x', '')",
                "insert into legal_hold (number, matter, kind, query, zone, placed, placed_by) "
                        + "values (4, 1, 'AUDIT', '', 'UTC', 0, 'x')",
                "delete from legal_hold where number = 3"
            })
    void aHoldThatWasChangedBehindTheRegisterIsFound(String change) {
        HoldId first = desk.place(scope(LocalDate.of(2024, 7, 1), LocalDate.of(2025, 6, 30), "budget w/5 cuts", CLERK));
        desk.place(EVERYTHING);
        desk.place(EVERYTHING);
        desk.release(first, 30);
        HoldCheck check = new HoldCheck(desk.catalogue().reader(), desk.ledger());
        assertThat(check.run()).isEmpty();
        desk.change(() -> new JdbcTemplate(desk.catalogue().writer()).update(change));
        assertThat(check.run()).hasSize(1);
    }

    @Test
    void nothingIsChangedOutsideATransaction() {
        String matter = desk.matter();
        assertThatThrownBy(() -> holds.place(matter, HoldKind.AUDIT, EVERYTHING, ORTIZ, NOON))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(holds::lockEpoch).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> holds.standingInTransaction(DAY)).isInstanceOf(IllegalStateException.class);
    }

    private void refused(ThrowingCallable change, String words) {
        Map<String, Set<String>> before = desk.rows();
        assertThatThrownBy(() -> desk.change(() -> {
                    try {
                        change.call();
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    }
                }))
                .isInstanceOf(HoldRefused.class)
                .hasMessageContaining(words);
        assertThat(desk.rows()).isEqualTo(before);
    }
}
