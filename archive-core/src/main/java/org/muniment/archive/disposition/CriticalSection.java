package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Ending;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.store.StoreRefused;

/** The transaction in which a batch is destroyed: every lock first, then every look again, then the deed. */
final class CriticalSection {
    private final Premises premises;
    private final Trips trips;
    private final Siblings siblings;
    private final PlanId id;
    private final Instant at;
    private final LocalDate day;

    CriticalSection(Premises premises, Trips trips, Siblings siblings, PlanId id, Instant at, LocalDate day) {
        this.premises = premises;
        this.trips = trips;
        this.siblings = siblings;
        this.id = id;
        this.at = at;
        this.day = day;
    }

    /** The items destroyed; empty when something has changed since they were judged, and nothing was done. */
    Optional<List<ItemId>> destroy(Judgement judgement, List<PlanLine> begun) {
        if (!nothingChanged(judgement, begun)) {
            return Optional.empty();
        }
        Plan plan = new PlanRows(premises.writing()).find(id).orElseThrow();
        Approval approval = plan.approval().orElseThrow();
        List<ItemId> items = begun.stream().map(PlanLine::item).toList();
        Map<ItemId, Set<Long>> containers = premises.containers().ofInTransaction(items);
        premises.retention().classifications().forget(items);
        premises.items().destroy(begun.stream().map(this::ending).toList());
        new LineRows(premises.writing()).destroyed(id, begun, at);
        new PlanRows(premises.writing()).finishIfDone(id, at);
        trips.removed(Trips.Clock.ARCHIVE, day, begun.size(), custodians(judgement));
        premises.ledger()
                .append(begun.stream().map(line -> event(line, approval)).toList());
        end(containers, begun);
        begun.forEach(this::delete);
        premises.objects().sync();
        return Optional.of(items);
    }

    /** Takes the locks in the order of all writers: holds, classifications, items, plans; the ledger's comes last. */
    private boolean nothingChanged(Judgement judgement, List<PlanLine> begun) {
        Map<ItemId, Long> seen = judgement.revisions();
        return premises.holds().lockEpoch() == judgement.epoch()
                && premises.retention().evaluations().lock() == judgement.evaluation()
                && premises.items().unchanged(seen).size() == seen.size()
                && begun.size() == judgement.doomed().size()
                && samePlan(judgement, begun)
                && sameRows(judgement)
                && sameContainers(judgement);
    }

    /** Locks the plan, and the authority it stands on. */
    private boolean samePlan(Judgement judgement, List<PlanLine> begun) {
        PlanRows rows = new PlanRows(premises.writing());
        Plan plan = rows.lock(id);
        StandingAuthority authority = BatchRun.authority(plan);
        if (authority != null) {
            rows.lockAuthority(authority.id());
            authority = BatchRun.authority(rows.find(id).orElseThrow());
        }
        return plan.stage() instanceof Plan.Stage.Condemned
                && Objects.equals(authority, judgement.terms().authority())
                && new LineRows(premises.writing()).stillBegun(id, begun).size() == begun.size();
    }

    /** What items are, and what is said around them, must be what they were judged by. */
    private boolean sameRows(Judgement judgement) {
        List<ItemId> items = List.copyOf(judgement.revisions().keySet());
        Map<ItemId, Classification> rows =
                premises.retention().classifications().find(items);
        var surroundings = new SurroundingRows(
                        premises.reading(), judgement.terms().schedule())
                .of(judgement.doomed().stream().map(one -> one.seen().item()).toList(), rows);
        return judgement.doomed().stream().allMatch(one -> {
            ItemId item = one.line().item();
            return Objects.equals(rows.get(item), one.seen().row())
                    && (one instanceof Verdict.Gone
                            || Objects.equals(surroundings.get(item), one.seen().surroundings()));
        });
    }

    /** An item that came into a container since, or was collected elsewhere, may be held. */
    private boolean sameContainers(Judgement judgement) {
        var now = siblings.statesInTransaction(judgement.revisions().keySet());
        return judgement.doomed().stream()
                .allMatch(one -> one.seen()
                        .containers()
                        .equals(now.getOrDefault(one.line().item(), List.of())));
    }

    /** The files that hold a copy of what is destroyed go before it: where one is locked, its items stay whole. */
    private void end(Map<ItemId, Set<Long>> containers, List<PlanLine> begun) {
        Map<Long, List<PlanLine>> lines = new TreeMap<>();
        begun.forEach(line -> containers
                .getOrDefault(line.item(), Set.of())
                .forEach(one ->
                        lines.computeIfAbsent(one, any -> new ArrayList<>()).add(line)));
        lines.forEach((container, its) -> {
            try {
                premises.containers().end(container, id.value(), at).forEach(premises.objects()::destroy);
            } catch (StoreRefused refused) {
                throw new LockedObject(its, "The object store keeps the file that it came out of: ", refused);
            }
        });
    }

    private Ending ending(PlanLine line) {
        return new Ending(line.item(), line.object(), line.size(), line.series().value(), id.value(), at);
    }

    private CustodyEvent event(PlanLine line, Approval approval) {
        return new CustodyEvent.Destroyed(
                at,
                line.item().value(),
                line.object().hex(),
                line.series().value(),
                id.value(),
                line.authority(),
                approval.first().name(),
                approval.second().name());
    }

    private static Map<String, Long> custodians(Judgement judgement) {
        Map<String, Long> custodians = new HashMap<>();
        for (Verdict.Doomed one : judgement.doomed()) {
            one.seen().collections().stream()
                    .map(Collection::custodian)
                    .distinct()
                    .forEach(custodian -> custodians.merge(custodian.address(), 1L, Long::sum));
        }
        return custodians;
    }

    private void delete(PlanLine line) {
        try {
            premises.objects().destroy(line.object());
        } catch (StoreRefused refused) {
            throw new LockedObject(line, refused);
        }
    }
}
