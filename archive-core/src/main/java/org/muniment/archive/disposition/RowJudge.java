package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

    private record Judged(ItemId item, @Nullable Refusal refusal) {}

    RowJudge(Premises premises, Terms terms, StandingHolds holds) {
        this.premises = premises;
        this.terms = terms;
        this.holds = holds;
    }

    /** The lines of those that nothing keeps, numbered from {@code before + 1}; the others go to {@code refused}. */
    List<PlanLine> judge(List<ItemId> items, long before, Consumer<Refused> refused) {
        Grounds grounds = Grounds.of(premises, terms, items);
        List<PlanLine> lines = new ArrayList<>();
        for (Judged one : InParallel.map(items, premises.objects().putsAtOnce(), item -> judge(grounds, item))) {
            if (one.refusal() == null) {
                lines.add(line(grounds, one.item(), before + lines.size() + 1));
            } else {
                refused.accept(new Refused(one.item(), one.refusal()));
            }
        }
        return lines;
    }

    private Judged judge(Grounds grounds, ItemId id) {
        try {
            return new Judged(id, against(grounds, id).orElse(null));
        } catch (RuntimeException | StackOverflowError e) {
            return new Judged(id, Vetoes.notJudged(e));
        }
    }

    private Optional<Refusal> against(Grounds grounds, ItemId id) {
        RegisteredItem item = grounds.item(id);
        Set<HoldId> held = held(item, grounds.collectionsOf(id));
        return Vetoes.against(new Case(
                item, grounds.classification(id), Grounds.holds(holds, held), grounds.surroundingsOf(id), terms, null));
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

    private static PlanLine line(Grounds grounds, ItemId id, long number) {
        Item item = grounds.item(id).item();
        Classification classification = grounds.classification(id);
        if (!(classification.eligibility() instanceof Eligibility.On on)) {
            throw new IllegalStateException("Item " + id + " has no eligible day");
        }
        return new PlanLine(
                number,
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
