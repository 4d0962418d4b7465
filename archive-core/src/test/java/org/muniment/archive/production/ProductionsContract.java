package org.muniment.archive.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.production.ProductionDesk.LEE;
import static org.muniment.archive.production.ProductionDesk.NOON;
import static org.muniment.archive.production.ProductionDesk.ORTIZ;
import static org.muniment.archive.production.ProductionDesk.digest;
import static org.muniment.archive.production.ProductionDesk.item;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;

/** What the register of productions promises, on every catalogue. */
abstract class ProductionsContract {
    @TempDir
    private Path folder;

    private ProductionDesk desk;
    private Productions productions;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openDesk() {
        desk = ProductionDesk.open(open(folder), folder);
        productions = desk.productions();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static BatesRange range(long first, long last) {
        return new BatesRange(new BatesNumber("CUSD", first), new BatesNumber("CUSD", last));
    }

    private static Disclosed disclosed(String name, Disclosure disclosure, @Nullable Digest redactions, BatesRange at) {
        return new Disclosed(item(name), disclosure, redactions, at);
    }

    @Test
    void aDraftIsFoundAsItWasOrdered() {
        Production first = desk.draft("CUSD");
        ProductionOrder order = ProductionDesk.order("CUSD", first.id());
        Production second = desk.inTransaction(() -> productions.draft(order));
        assertThat(first.id()).isEqualTo(new ProductionId("PR1"));
        assertThat(productions.find(second.id())).contains(second);
        assertThat(second.order()).isEqualTo(order);
        assertThat(second.stage()).isEqualTo(new Production.Stage.Draft());
        assertThat(productions.latest(10)).extracting(Production::id).containsExactly(second.id(), first.id());
        assertThat(productions.latest(1)).containsExactly(second);
        assertThat(productions.latest(second.id(), 9))
                .extracting(Production::id)
                .containsExactly(first.id());
        assertThat(productions.latest(first.id(), 9)).isEmpty();
        assertThat(productions.find(new ProductionId("PR9"))).isEmpty();
    }

    @Test
    void aDraftCannotReplaceWhatThereIsNot() {
        ProductionOrder order = ProductionDesk.order("CUSD", new ProductionId("PR7"));
        assertThatThrownBy(() -> desk.inTransaction(() -> productions.draft(order)))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("PR7");
        assertThat(productions.latest(10)).isEmpty();
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void numbersBeginAtOneAndGoOnBehindWhatWasBuilt() {
        Production first = desk.build(desk.draft("CUSD"), 7);
        assertThat(first.built().orElseThrow().range()).isEqualTo(range(1, 7));
        assertThat(desk.reserve(desk.draft("CUSD"))).isEqualTo(new BatesNumber("CUSD", 8));
        assertThat(desk.reserve(desk.draft("LEGAL"))).isEqualTo(new BatesNumber("LEGAL", 1));
    }

    @Test
    void anUnfinishedBuildGetsTheSameNumberAgainAndNobodyElseAny() {
        Production draft = desk.draft("CUSD");
        Production other = desk.draft("CUSD");
        BatesNumber first = desk.reserve(draft);
        assertThat(desk.reserve(draft)).isEqualTo(first);
        assertThat(productions.holder("CUSD")).contains(draft.id());
        assertThatThrownBy(() -> desk.reserve(other))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining(draft.id() + " is being numbered CUSD");
        desk.build(draft, 3);
        assertThat(productions.holder("CUSD")).isEmpty();
        assertThat(desk.reserve(other)).isEqualTo(new BatesNumber("CUSD", 4));
        assertThat(desk.reserve(draft)).as("built again").isEqualTo(first);
    }

    @Test
    void whatWasBuiltNeverChanges() {
        Production built = desk.build(desk.draft("CUSD"), 3);
        assertThat(desk.build(built, 3)).isEqualTo(built);
        assertThatThrownBy(() -> desk.build(built, 4))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("never changes");
        assertThat(productions.find(built.id())).contains(built);
        assertThat(desk.events()).containsExactly("ProductionOrdered", "ProductionBuilt");
    }

    @Test
    void onlyReservedNumbersCanBeBuilt() {
        Production draft = desk.draft("CUSD");
        Built early = ProductionDesk.built(range(1, 3), List.of());
        assertThatThrownBy(() -> desk.inTransaction(() -> productions.built(draft.id(), early, NOON)))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("is not reserved");
        desk.reserve(draft);
        Built late = ProductionDesk.built(range(2, 3), List.of());
        assertThatThrownBy(() -> desk.inTransaction(() -> productions.built(draft.id(), late, NOON)))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("numbers from CUSD-000000001");
    }

    @Test
    void theLedgerKnowsWhatWasBuilt() {
        Production draft = desk.draft("CUSD");
        desk.reserve(draft);
        byte[] token = {1, 2, 3};
        Built built = new Built(
                range(1, 9),
                4,
                digest("file"),
                digest("manifest"),
                List.of(range(3, 4)),
                List.of(disclosed("a", Disclosure.WHOLE, null, range(1, 2))),
                Base64.getEncoder().encodeToString(token));
        Production found = desk.inTransaction(() -> productions.built(draft.id(), built, NOON));
        assertThat(found.built().orElseThrow().pages()).isEqualTo(7).isEqualTo(built.pages());
        assertThat(found.built().orElseThrow().timeStamp()).isEqualTo(built.timeStamp());
        assertThat(desk.ledger().entriesFor("PR1").getLast().event())
                .isEqualTo(new CustodyEvent.ProductionBuilt(
                        NOON,
                        "PR1",
                        "CUSD-000000001",
                        "CUSD-000000009",
                        2,
                        4,
                        1,
                        digest(item("a") + " WHOLE - CUSD-000000001 CUSD-000000002\n")
                                .hex(),
                        digest("file").hex(),
                        digest("manifest").hex(),
                        Digest.of(token).hex()));
    }

    @Test
    void aSecondPersonChecksBeforeItIsReleased() {
        Production built = desk.build(desk.draft("CUSD"), 2);
        assertThatThrownBy(() -> desk.inTransaction(() -> productions.release(built.id(), LEE, NOON)))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("is built; it is released when a second person has checked it");
        Officer same = new Officer("maria ortiz, Clerk");
        assertThatThrownBy(() -> desk.inTransaction(() -> productions.check(built.id(), same, NOON)))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("another person");
        Production checked = desk.inTransaction(() -> productions.check(built.id(), LEE, NOON.plusMillis(1)));
        assertThat(checked.stage()).isEqualTo(new Production.Stage.Checked(LEE, NOON.plusMillis(1)));
        assertThatThrownBy(() -> desk.inTransaction(() -> productions.check(built.id(), LEE, NOON)))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("is checked");
        Production released = desk.inTransaction(() -> productions.release(built.id(), ORTIZ, NOON.plusMillis(2)));
        assertThat(released.stage()).isEqualTo(new Production.Stage.Released(LEE, ORTIZ, NOON.plusMillis(2)));
        assertThat(released.bundle()).isEqualTo(built.bundle());
        assertThat(desk.events())
                .containsExactly("ProductionOrdered", "ProductionBuilt", "ProductionChecked", "ProductionReleased");
    }

    @Test
    void whatIsAbandonedLeavesAGapThatIsListedAndNeverFilled() {
        Production built = desk.build(desk.draft("CUSD"), 5);
        Production stamped = desk.draft("CUSD");
        desk.reserve(stamped);
        desk.catalogue()
                .transactions()
                .executeWithoutResult(status -> productions.stamping(stamped.id(), new BatesNumber("CUSD", 105)));
        desk.inTransaction(() -> productions.abandon(built.id(), LEE, "Wrong request", NOON));
        Production given = desk.inTransaction(() -> productions.abandon(stamped.id(), LEE, " Too\n wide ", NOON));
        assertThat(given.stage()).isEqualTo(new Production.Stage.Abandoned(LEE, "Too wide", NOON));
        assertThat(productions.gaps("CUSD"))
                .containsExactly(
                        new Gap(range(1, 5), built.id(), "Wrong request"),
                        new Gap(range(6, 105), stamped.id(), "Too wide"));
        assertThat(desk.reserve(desk.draft("CUSD"))).isEqualTo(new BatesNumber("CUSD", 106));
        assertThatThrownBy(() -> desk.reserve(given)).isInstanceOf(ProductionRefused.class);
        assertThatThrownBy(() -> desk.build(built, 5)).isInstanceOf(ProductionRefused.class);
    }

    @Test
    void aDraftThatStampedNothingGivesItsNumbersBack() {
        Production draft = desk.draft("CUSD");
        desk.reserve(draft);
        desk.inTransaction(() -> productions.abandon(draft.id(), LEE, "Wrong request", NOON));
        Production never = desk.draft("CUSD");
        desk.inTransaction(() -> productions.abandon(never.id(), LEE, "Wrong request", NOON));
        assertThat(productions.gaps("CUSD")).isEmpty();
        assertThat(desk.reserve(desk.draft("CUSD"))).isEqualTo(new BatesNumber("CUSD", 1));
    }

    @Test
    void numbersLeftFreeAreListedToo() {
        Production draft = desk.draft("CUSD");
        desk.reserve(draft);
        Built built =
                new Built(range(1, 9), 4, digest("f"), digest("m"), List.of(range(3, 4), range(9, 9)), List.of(), "");
        desk.inTransaction(() -> productions.built(draft.id(), built, NOON));
        assertThat(productions.gaps("CUSD"))
                .containsExactly(
                        new Gap(range(3, 4), draft.id(), "left free"), new Gap(range(9, 9), draft.id(), "left free"));
    }

    @Test
    void whatIsReleasedOrAbandonedIsNotAbandonedAgainAndNothingIsWithoutAReason() {
        Production released = desk.released(desk.draft("CUSD"), 1);
        Production draft = desk.draft("CUSD");
        assertThatThrownBy(() -> desk.inTransaction(() -> productions.abandon(released.id(), LEE, "x", NOON)))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("replaces it");
        assertThatThrownBy(() -> desk.inTransaction(() -> productions.abandon(draft.id(), LEE, " \n", NOON)))
                .isInstanceOf(ProductionRefused.class)
                .hasMessageContaining("Say why");
        desk.inTransaction(() -> productions.abandon(draft.id(), LEE, "x", NOON));
        assertThatThrownBy(() -> desk.inTransaction(() -> productions.abandon(draft.id(), LEE, "x", NOON)))
                .isInstanceOf(ProductionRefused.class);
    }

    @Test
    void onlyReleasedProductionsSayWhatWasShownBefore() {
        Disclosed whole = disclosed("a", Disclosure.WHOLE, null, range(1, 2));
        Disclosed withheld = disclosed("b", Disclosure.WITHHELD, null, range(3, 3));
        Production first = desk.released(desk.draft("CUSD"), 3, whole, withheld);
        Disclosed redacted = disclosed("a", Disclosure.REDACTED, digest("r"), range(4, 5));
        Production second = desk.released(desk.draft("CUSD"), 2, redacted);
        desk.build(desk.draft("CUSD"), 2, disclosed("c", Disclosure.WHOLE, null, range(6, 7)));
        assertThat(productions.releasedBefore(List.of(item("a"), item("b"), item("c"), item("a"))))
                .containsOnlyKeys(item("a"), item("b"))
                .containsEntry(
                        item("a"),
                        List.of(
                                new EarlierRelease(first.id(), NOON, whole),
                                new EarlierRelease(second.id(), NOON, redacted)))
                .containsEntry(item("b"), List.of(new EarlierRelease(first.id(), NOON, withheld)));
        assertThat(productions.releasedBefore(List.of())).isEmpty();
    }

    @Test
    void itemsComeBackInTheirOrderAPageAtATime() {
        Disclosed[] items = IntStream.rangeClosed(1, 1203)
                .mapToObj(n -> disclosed("item " + n, Disclosure.WHOLE, null, range(n, n)))
                .toArray(Disclosed[]::new);
        Production production = desk.released(desk.draft("CUSD"), items.length, items);
        assertThat(production.built().orElseThrow().items()).isEqualTo(items.length);
        assertThat(productions.items(production.id(), 0, 2000)).containsExactly(items);
        assertThat(productions.items(production.id(), 1200, 2)).containsExactly(items[1200], items[1201]);
        assertThat(productions.releasedBefore(
                        List.of(items).stream().map(Disclosed::item).toList()))
                .hasSize(items.length);
    }
}
