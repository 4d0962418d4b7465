package org.muniment.archive.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.review.ReviewDesk.DOE;
import static org.muniment.archive.review.ReviewDesk.HOME;
import static org.muniment.archive.review.ReviewDesk.LEE;
import static org.muniment.archive.review.ReviewDesk.NOON;
import static org.muniment.archive.review.ReviewDesk.ORTIZ;
import static org.muniment.archive.review.ReviewDesk.PUPIL;
import static org.muniment.archive.review.ReviewDesk.R1;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.review.Coding.Ruling;

/** What the register of decisions promises on every database. */
abstract class CodingsContract {
    private static final Ruling RESPONSIVE = Ruling.of(Decision.RESPONSIVE);
    private static final Ruling IN_PART = new Ruling(Decision.EXEMPT_IN_PART, List.of(PUPIL, HOME), "page two only");

    @TempDir
    private Path folder;

    private ReviewDesk desk;
    private ItemId first;
    private ItemId copy;
    private ItemId other;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openDesk() {
        desk = ReviewDesk.open(open(folder), folder);
        first = desk.collect("first", "same");
        copy = desk.collect("copy", "same");
        other = desk.collect("other", "other");
    }

    @AfterEach
    void close() {
        desk.catalogue().close();
    }

    private List<Coding> code(ReviewSet set, Ruling ruling, boolean copies, ItemId... items) {
        return desk.change(() -> desk.codings().code(set, List.of(items), ruling, copies, ORTIZ, NOON));
    }

    private Coding latest(ReviewSet set, ItemId item) {
        return Objects.requireNonNull(desk.codings().latest(set, List.of(item)).get(item));
    }

    @Test
    void aDecisionIsFoundAsItWasMade() {
        Coding made = code(R1, IN_PART, false, first).getFirst();
        assertThat(made).isEqualTo(new Coding(R1, first, IN_PART, ORTIZ, NOON, null));
        assertThat(desk.codings().latest(R1)).containsExactly(Map.entry(first, made));
        assertThat(desk.codings().latest(R1, List.of(other, first))).containsExactly(Map.entry(first, made));
        assertThat(desk.codings().latest(DOE)).isEmpty();
        assertThat(desk.codings().history(R1, first)).containsExactly(made);
    }

    @Test
    void theLatestCountsAndAllStay() {
        code(R1, RESPONSIVE, false, first, other);
        List<Map<String, Object>> before = desk.rows("coding");
        code(R1, IN_PART, false, first);
        desk.change(() -> desk.codings().code(R1, List.of(first), Ruling.of(Decision.SECOND_LOOK), false, LEE, NOON));
        assertThat(desk.rows("coding")).containsAll(before).hasSize(4);
        assertThat(desk.codings().history(R1, first))
                .extracting(Coding::decision)
                .containsExactly(Decision.RESPONSIVE, Decision.EXEMPT_IN_PART, Decision.SECOND_LOOK);
        assertThat(latest(R1, first).by()).isEqualTo(LEE);
        assertThat(desk.codings().counts(R1))
                .containsOnly(Map.entry(Decision.SECOND_LOOK, 1L), Map.entry(Decision.RESPONSIVE, 1L));
    }

    @Test
    void exactCopiesAreDecidedAlike() {
        code(R1, Ruling.of(Decision.NOT_RESPONSIVE), false, copy);
        List<Coding> made = code(R1, IN_PART, true, first, other);
        assertThat(made).extracting(Coding::item).containsExactly(first, other, copy);
        assertThat(made.getLast().copyOf()).isEqualTo(first);
        assertThat(latest(R1, copy).decision()).isEqualTo(Decision.EXEMPT_IN_PART);
        assertThat(desk.codings().copies(List.of(first, other))).containsExactly(Map.entry(first, List.of(copy)));
        assertThat(code(R1, IN_PART, true, copy, other)).isEmpty();
    }

    @Test
    void setsStandApart() {
        code(R1, RESPONSIVE, false, first);
        code(DOE, Ruling.of(Decision.NOT_RESPONSIVE), false, first);
        assertThat(desk.codings().sets()).containsExactly(DOE, R1);
        assertThat(latest(new ReviewSet("r1"), first).decision()).isEqualTo(Decision.RESPONSIVE);
    }

    @Test
    void eachDecisionIsInTheLedgerWithoutTheNameOfAMatterOrANote() {
        code(R1, IN_PART, false, first);
        code(DOE, RESPONSIVE, false, first);
        List<CustodyEvent> events = desk.ledger().entriesFor(first.value()).stream()
                .map(entry -> entry.event())
                .filter(CustodyEvent.ItemCoded.class::isInstance)
                .toList();
        assertThat(events.getFirst())
                .isEqualTo(new CustodyEvent.ItemCoded(
                        NOON, "R1", first.value(), "EXEMPT_IN_PART", "pupil-records,home-data", ORTIZ.name()));
        assertThat(events.getLast().toString()).doesNotContain("Doe").containsPattern("set=[0-9a-f]{64}");
        assertThat(events.toString()).doesNotContain("page two");
    }

    @Test
    void whatIsUndoneLeavesNothingAndUnknownItemsAreRefused() {
        assertThatThrownBy(() -> code(R1, RESPONSIVE, false, first, new ItemId("0".repeat(24))))
                .isInstanceOf(ReviewRefused.class)
                .hasMessageContaining("no item 000000");
        assertThat(desk.codings().latest(R1)).isEmpty();
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void anExemptDecisionHasItsSectionAndNoOtherHasOne() {
        assertThatThrownBy(() -> Ruling.of(Decision.EXEMPT_IN_WHOLE)).hasMessageContaining("needs its section");
        assertThatThrownBy(() -> new Ruling(Decision.RESPONSIVE, List.of(HOME), ""))
                .hasMessageContaining("has no exemption");
        assertThatThrownBy(() -> new Ruling(Decision.EXEMPT_IN_PART, List.of(HOME, HOME), ""))
                .hasMessageContaining("twice");
    }

    @Test
    void anExemptionStaysAsItWasWhenTheFileChanges() {
        code(R1, IN_PART, false, first);
        Exemption changed = new Exemption(HOME.id(), "Gov. Code 1", "Moved", Exemption.Verified.NOT, "");
        code(R1, new Ruling(Decision.EXEMPT_IN_WHOLE, List.of(changed), ""), false, other);
        assertThat(latest(R1, first).ruling()).isEqualTo(IN_PART);
        assertThat(latest(R1, other).ruling().exemptions()).containsExactly(changed);
        assertThat(desk.rows("cited_exemption")).hasSize(3);
    }

    @Test
    void manyItemsAreDecidedAtOnce() {
        List<ItemId> many = IntStream.range(0, 1200)
                .mapToObj(i -> desk.collect("many " + i, "many " + i))
                .toList();
        assertThat(code(R1, IN_PART, true, many.toArray(ItemId[]::new))).hasSize(1200);
        assertThat(desk.codings().latest(R1, many)).containsOnlyKeys(many);
        assertThat(desk.codings().latest(R1).values())
                .allMatch(coding -> coding.ruling().equals(IN_PART));
    }
}
