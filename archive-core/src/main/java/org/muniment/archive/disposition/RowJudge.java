package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.Reach;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Eligibility;

/** Judges items by their rows, when a plan is made. Reads an object only where a hold depends on its words. */
final class RowJudge {
    private final Premises premises;
    private final Terms terms;
    private final StandingHolds holds;
    private final Siblings siblings;

    /**
     * What came of a page.
     *
     * @param lines those that nothing keeps, not numbered yet
     * @param refused those that are kept
     * @param listed how many are on another plan already
     */
    record Sifted(List<PlanLine> lines, List<Refused> refused, long listed) {}

    RowJudge(Premises premises, Terms terms, StandingHolds holds) {
        this.premises = premises;
        this.terms = terms;
        this.holds = holds;
        this.siblings = new Siblings(premises);
    }

    Sifted sift(List<ItemId> due) {
        Set<ItemId> listed = new LineRows(premises.reading()).open(due);
        List<ItemId> items = due.stream().filter(item -> !listed.contains(item)).toList();
        Grounds grounds = Grounds.of(premises, terms, items);
        Siblings.Around around = siblings.of(items, holds);
        List<PlanLine> lines = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (ItemId item : items) {
            judge(grounds, around, item)
                    .ifPresentOrElse(why -> refused.add(new Refused(item, why)), () -> lines.add(line(grounds, item)));
        }
        return new Sifted(lines, refused, listed.size());
    }

    private Optional<Refusal> judge(Grounds grounds, Siblings.Around around, ItemId id) {
        try {
            return against(grounds, around, id);
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of(Vetoes.notJudged(e));
        }
    }

    private Optional<Refusal> against(Grounds grounds, Siblings.Around around, ItemId id) {
        RegisteredItem item = grounds.item(id);
        Set<HoldId> held = held(item, grounds.collectionsOf(id));
        return Vetoes.against(new Case(
                item,
                grounds.classification(id),
                Grounds.holds(holds, held),
                grounds.surroundingsOf(id),
                terms,
                around.holdsBeside(id),
                null));
    }

    private Set<HoldId> held(RegisteredItem item, List<Collection> collections) {
        if (holds.isEmpty()) {
            return Set.of();
        }
        return switch (holds.reach(item, collections)) {
            case Reach.Held held -> held.holds();
            case Reach.Free free -> Set.of();
            case Reach.NeedsWords needsWords ->
                holds.holding(new ItemDocument(premises.stored().read(item), collections));
        };
    }

    private static PlanLine line(Grounds grounds, ItemId id) {
        Item item = grounds.item(id).item();
        Classification classification = grounds.classification(id);
        if (!(classification.eligibility() instanceof Eligibility.On on)) {
            throw new IllegalStateException("Item " + id + " has no eligible day");
        }
        return new PlanLine(
                0,
                id,
                item.digest(),
                item.size(),
                classification.series(),
                classification.recordClass(),
                on.day(),
                classification.authority(),
                new Disposition.Proposed());
    }
}
