package org.muniment.archive.disposition;

import java.util.List;
import java.util.Optional;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Reading;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Evaluation;
import org.muniment.archive.store.ObjectCorrupt;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.StoreUnavailable;

/**
 * Judges lines from their immutable objects, just before they are destroyed: every object is read to its end, which proves
 * its hash, and holds and classification are found anew from what it says.
 */
final class ObjectJudge {
    private static final int WORTH_THREADS = 8;

    private final Premises premises;
    private final Terms terms;
    private final StandingHolds holds;
    private final Evaluation evaluation;
    private final Siblings siblings;

    ObjectJudge(Premises premises, Terms terms, StandingHolds holds, Evaluation evaluation, Siblings siblings) {
        this.premises = premises;
        this.terms = terms;
        this.holds = holds;
        this.evaluation = evaluation;
        this.siblings = siblings;
    }

    List<Verdict> judge(List<PlanLine> lines) {
        List<ItemId> items = lines.stream().map(PlanLine::item).toList();
        Grounds grounds = Grounds.of(premises, terms, items);
        Siblings.Around around;
        try {
            around = siblings.of(items, holds);
        } catch (StoreUnavailable e) {
            return lines.stream()
                    .<Verdict>map(line -> new Verdict.Unanswered(line, e))
                    .toList();
        }
        return InParallel.map(lines, WORTH_THREADS, line -> judge(grounds, around, line));
    }

    private Verdict judge(Grounds grounds, Siblings.Around around, PlanLine line) {
        try {
            return judgeFromObject(grounds, around, line);
        } catch (ObjectMissing e) {
            return line.isBegun()
                    ? new Verdict.Gone(line, seen(grounds, around, line.item()))
                    : new Verdict.Kept(line, new Refusal(Vetoes.UNPROVEN, "Its object is missing: " + e.getMessage()));
        } catch (ObjectCorrupt e) {
            return new Verdict.Kept(line, new Refusal(Vetoes.UNPROVEN, "Its object is damaged: " + e.getMessage()));
        } catch (StoreUnavailable e) {
            return new Verdict.Unanswered(line, e);
        } catch (RuntimeException | StackOverflowError e) {
            if (line.isBegun() && !premises.objects().contains(line.object())) {
                throw e;
            }
            return new Verdict.Kept(line, Vetoes.notJudged(e));
        }
    }

    private Verdict judgeFromObject(Grounds grounds, Siblings.Around around, PlanLine line) {
        Verdict.Seen seen = seen(grounds, around, line.item());
        Reading reading = premises.stored().read(seen.item());
        ItemDocument document = new ItemDocument(reading, seen.collections());
        Classification now = evaluation.classify(document);
        Optional<Refusal> refusal = Vetoes.against(new Case(
                seen.item(),
                now,
                Grounds.holds(holds, holds.holding(document)),
                seen.surroundings(),
                terms,
                around.holdsBeside(line.item()),
                line));
        return refusal.<Verdict>map(why -> new Verdict.Kept(line, why)).orElseGet(() -> new Verdict.Free(line, seen));
    }

    private static Verdict.Seen seen(Grounds grounds, Siblings.Around around, ItemId item) {
        return new Verdict.Seen(
                grounds.item(item),
                grounds.collectionsOf(item),
                grounds.classifications().get(item),
                grounds.surroundingsOf(item),
                around.containersOf(item));
    }
}
