package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.Classifications.Due;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;

/**
 * Makes plans: finds what is due, asks every veto, freezes the rest. Works from the catalogue's rows; an object is read only
 * where a hold depends on its words. One plan is made at a time.
 */
public final class Planner {
    private static final int PAGE = 1000;
    private static final int PAGES_AT_ONCE = 4;

    private final Premises premises;

    /** @param premises the archive's parts */
    public Planner(Premises premises) {
        this.premises = premises;
    }

    /**
     * Makes a plan. Runs its own transactions, small ones, so that others can write meanwhile; what an interrupted call left
     * is removed by the next.
     *
     * @throws DispositionRefused when no schedule is in force, or it was not adopted by two persons
     */
    public synchronized Planned propose(PlanRequest request) {
        Adopted adopted = Schedule.adopted(premises, request.asOf());
        Terms terms = new Terms(request.asOf(), request.unattended(), adopted.schedule(), null);
        PlanId id = draft(request, adopted.version());
        // Holds bind by the clock, not by the day the plan is made for.
        StandingHolds holds = premises.holds().standing(premises.day(request.at()));
        Draft draft = new Draft(id);
        RowJudge judge = new RowJudge(premises, terms, holds);
        List<List<ItemId>> pages = new ArrayList<>();
        @Nullable Due last = null;
        while (true) {
            List<Due> page = premises.retention().classifications().due(request.asOf(), last, PAGE);
            if (!page.isEmpty()) {
                last = page.getLast();
                pages.add(page.stream()
                        .filter(due -> asked(request, due))
                        .map(Due::item)
                        .toList());
            }
            if (page.isEmpty() || pages.size() == PAGES_AT_ONCE) {
                InParallel.map(pages, 2, judge::sift).forEach(sifted -> add(draft, sifted));
                pages.clear();
            }
            if (page.isEmpty()) {
                return freeze(draft, request);
            }
        }
    }

    private static boolean asked(PlanRequest request, Due due) {
        return request.series().isEmpty() || request.series().contains(due.series());
    }

    private PlanId draft(PlanRequest request, long schedule) {
        PlanId id = premises.transactions().execute(status -> {
            PlanRows rows = new PlanRows(premises.writing());
            rows.removeDrafts();
            return rows.draft(request, schedule);
        });
        if (id == null) {
            throw new IllegalStateException("The plan got no number");
        }
        return id;
    }

    private void add(Draft draft, RowJudge.Sifted sifted) {
        List<PlanLine> lines = draft.add(sifted);
        premises.transactions().executeWithoutResult(status -> {
            new LineRows(premises.writing()).add(draft.id, lines);
            new RefusalRows(premises.writing()).add(draft.id, sifted.refused());
        });
    }

    private Planned freeze(Draft draft, PlanRequest request) {
        Digest list = draft.digest.digest();
        premises.transactions().executeWithoutResult(status -> {
            PlanRows plans = new PlanRows(premises.writing());
            RefusalRows refusals = new RefusalRows(premises.writing());
            refusals.count(draft.id, draft.refusals);
            if (request.unattended()) {
                refusals.dropOfEarlierUnattended(draft.id);
            }
            plans.freeze(draft.id, draft.lines, draft.classTwo, list);
            plans.finishIfDone(draft.id, request.at());
            premises.ledger().append(List.of(draft.event(request, list)));
        });
        Plan plan = new PlanRows(premises.reading()).find(draft.id).orElseThrow();
        return new Planned(plan, draft.series, draft.refusals, draft.listed);
    }

    /** A plan while it is made: totals only, its lines are in the catalogue. */
    private static final class Draft {
        private final PlanId id;
        private final ListDigest digest = new ListDigest();
        private final Map<SeriesId, Long> series = new HashMap<>();
        private final Map<String, Long> refusals = new HashMap<>();
        private long lines;
        private long classTwo;
        private long listed;

        Draft(PlanId id) {
            this.id = id;
        }

        /** Gives the lines their numbers. */
        List<PlanLine> add(RowJudge.Sifted sifted) {
            List<PlanLine> numbered = new ArrayList<>();
            for (PlanLine line : sifted.lines()) {
                numbered.add(line.numbered(++lines));
                series.merge(line.series(), 1L, Long::sum);
                classTwo += line.recordClass() == RecordClass.OPTIONAL ? 1 : 0;
            }
            digest.add(numbered);
            sifted.refused().forEach(one -> refusals.merge(one.refusal().veto(), 1L, Long::sum));
            listed += sifted.listed();
            return numbered;
        }

        CustodyEvent event(PlanRequest request, Digest list) {
            return new CustodyEvent.PlanProposed(
                    request.at(),
                    id.value(),
                    lines,
                    list.hex(),
                    request.asOf().toString(),
                    request.by().name());
        }
    }
}
