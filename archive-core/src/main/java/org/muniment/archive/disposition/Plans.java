package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of plans and of what became of their lines. Changes run in the caller's transaction. */
public final class Plans {
    private static final int PAGE = 1000;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final ZoneId zone;

    /**
     * How many of a plan's items stand where.
     *
     * @param open neither destroyed nor withdrawn yet
     */
    public record Counts(long open, long destroyed, long withdrawn) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every step is noted, in the same transaction
     * @param zone the agency's
     */
    public Plans(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.zone = zone;
    }

    /**
     * A second person approves a frozen list, with the board's action; its Class 2 lines are thereby reclassified as
     * Class 3 (5 CCR 16024).
     *
     * @throws DispositionRefused when it is not waiting for approval, the same person proposed it, the board has not met yet
     *     on the agency's day, or its lines are not those that were frozen
     */
    public Plan approve(PlanId plan, Officer second, BoardAction action, Instant at) {
        Plan proposed = proposed(plan);
        Officer first = proposed.request().by();
        if (first.isSamePersonAs(second)) {
            throw new DispositionRefused("Plan " + plan + " was proposed by " + first
                    + " and must be approved by another person. Name another officer.");
        }
        if (action.meeting().isAfter(at.atZone(zone).toLocalDate())) {
            throw new DispositionRefused("The board's meeting of " + action.meeting()
                    + " is still to come. Approve plan " + plan + " when the board has acted.");
        }
        return approve(proposed, new Approval.Listed(first, second, action, at), second.name());
    }

    /**
     * A standing authority approves an unattended plan.
     *
     * @throws DispositionRefused when it is not waiting for approval, was not made to run unattended, has a series the
     *     authority does not name, or the authority does not hold on that day
     */
    public Plan approveUnder(PlanId plan, StandingAuthority authority, Instant at) {
        Plan proposed = proposed(plan);
        LocalDate day = at.atZone(zone).toLocalDate();
        StandingAuthority kept = writer
                .query(
                        StandingAuthorities.SELECT + "where number = ?",
                        (row, number) -> AuthorityRow.from(row, ""),
                        AuthorityRow.number(authority.id()))
                .stream()
                .findFirst()
                .orElseThrow(() -> new DispositionRefused("There is no standing authority " + authority.id() + "."));
        if (!proposed.request().unattended()) {
            throw new DispositionRefused("Plan " + plan + " was not made to run unattended: a person other than its"
                    + " proposer must approve it, with the board's action.");
        }
        if (!kept.holdsOn(day)) {
            throw new DispositionRefused("Standing authority " + kept.id() + " does not hold on " + day
                    + ": it lapsed or was revoked. Let two officers sign a new one.");
        }
        refuseUncovered(proposed, kept);
        return approve(
                proposed,
                new Approval.Standing(kept, at),
                kept.by().name() + "; " + kept.second().name());
    }

    private void refuseUncovered(Plan plan, StandingAuthority authority) {
        writer
                .queryForList(
                        "select distinct series from plan_line where plan = ?",
                        String.class,
                        plan.id().number())
                .stream()
                .filter(series ->
                        authority.series().stream().noneMatch(one -> one.value().equals(series)))
                .sorted()
                .findFirst()
                .ifPresent(series -> {
                    throw new DispositionRefused("Standing authority " + authority.id() + " is not for series " + series
                            + ", which is on plan " + plan.id() + ".");
                });
    }

    private Plan proposed(PlanId plan) {
        Plan found = new PlanRows(writer).lock(plan);
        if (!(found.stage() instanceof Plan.Stage.Proposed)) {
            throw new DispositionRefused("Plan " + plan + " is not waiting for approval.");
        }
        return found;
    }

    private Plan approve(Plan plan, Approval approval, String officers) {
        refuseUnlessFrozen(plan);
        PlanRows rows = new PlanRows(writer);
        rows.approve(plan.id(), approval);
        String reclassified = plan.classTwo() == 0 ? "" : ". " + plan.reclassification();
        ledger.append(List.of(new CustodyEvent.PlanApproved(
                approval.at(), plan.id().value(), plan.list().hex(), approval.words() + reclassified, officers)));
        return rows.find(plan.id()).orElseThrow();
    }

    /** What is approved must be what was proposed, line by line. */
    void refuseUnlessFrozen(Plan plan) {
        LineRows rows = new LineRows(writer);
        ListDigest found = new ListDigest();
        List<PlanLine> page = rows.page(plan, 0, PAGE);
        while (!page.isEmpty()) {
            found.add(page);
            page = rows.page(plan, page.getLast().number(), PAGE);
        }
        Digest digest = found.digest();
        if (!digest.equals(plan.list())) {
            throw new DispositionRefused(
                    "The lines of plan " + plan.id() + " are not those that were frozen: their digest is " + digest
                            + ", not " + plan.list() + ". Nothing on it is destroyed. Run: muniment verify");
        }
    }

    /**
     * Takes an item off a plan that is not condemned yet.
     *
     * @throws DispositionRefused when the plan is condemned or finished, or the item is not on it
     */
    public void withdraw(PlanId plan, ItemId item, Officer by, String reason, Instant at) {
        Plan found = withdrawable(plan);
        List<PlanLine> lines = new LineRows(writer).of(found, List.of(item));
        if (withdraw(found, lines, TakenOff.withdrawn(by, reason), by, at).isEmpty()) {
            throw new DispositionRefused("Item " + item + " is not on plan " + plan + " any more.");
        }
    }

    /** Takes all items off a plan that is not condemned yet; see {@link #withdraw(PlanId, ItemId, Officer, String, Instant)}. */
    public void withdraw(PlanId plan, Officer by, String reason, Instant at) {
        Plan found = withdrawable(plan);
        LineRows rows = new LineRows(writer);
        Refusal refusal = TakenOff.withdrawn(by, reason);
        List<PlanLine> page = rows.toDo(found, PAGE);
        while (!page.isEmpty()) {
            withdraw(found, page, refusal, by, at);
            page = rows.toDo(found, PAGE);
        }
    }

    private Plan withdrawable(PlanId plan) {
        Plan found = new PlanRows(writer).lock(plan);
        return switch (found.stage()) {
            case Plan.Stage.Proposed proposed -> found;
            case Plan.Stage.Approved approved -> found;
            case Plan.Stage.Condemned condemned ->
                throw new DispositionRefused("Plan " + plan + " is condemned. Restore its items instead.");
            case Plan.Stage.Finished finished -> throw new DispositionRefused("Plan " + plan + " is finished.");
        };
    }

    private List<Withdrawal> withdraw(Plan plan, List<PlanLine> lines, Refusal refusal, Officer by, Instant at) {
        return withdraw(
                plan.id(),
                lines.stream().map(line -> new Withdrawal(line, refusal)).toList(),
                by,
                at);
    }

    /** Closes open lines, for whatever reason, and notes it; gives those that were open. In the caller's transaction. */
    List<Withdrawal> withdraw(PlanId plan, List<Withdrawal> withdrawals, @Nullable Officer by, Instant at) {
        List<Withdrawal> closed = new LineRows(writer).withdraw(plan, withdrawals, by, at);
        new PlanRows(writer).finishIfDone(plan, at);
        String officer = by == null ? "" : by.name();
        if (!closed.isEmpty()) {
            ledger.append(closed.stream()
                    .map(one -> new CustodyEvent.Withdrawn(
                            at,
                            one.line().item().value(),
                            plan.value(),
                            one.refusal().veto(),
                            officer))
                    .toList());
        }
        return closed;
    }

    /** Finds one. */
    public Optional<Plan> find(PlanId plan) {
        return new PlanRows(reader).find(plan);
    }

    /** The latest plans, newest first. */
    public List<Plan> latest(int limit) {
        return latest(null, limit);
    }

    /** The same, older than one of them; null for the newest. */
    public List<Plan> latest(@Nullable PlanId after, int limit) {
        long before = after == null ? Long.MAX_VALUE : after.number();
        return new PlanRows(reader).query("p.number < ? order by p.number desc limit ?", before, limit);
    }

    /** Plans that are not finished, oldest first. */
    public List<Plan> open() {
        return new PlanRows(reader).query("p.stage <> 'FINISHED' order by p.number");
    }

    /** The latest finished plans that destroyed something, oldest first. */
    public List<Plan> carriedOut(int limit) {
        return new PlanRows(reader)
                .query(
                        "p.stage = 'FINISHED' and exists (select 1 from plan_line l where l.plan = p.number"
                                + " and l.state = 'DESTROYED') order by p.number desc limit ?",
                        limit)
                .reversed();
    }

    /** A plan's lines after a number (0 for the first), in their order. */
    public List<PlanLine> lines(PlanId plan, long after, int limit) {
        return find(plan)
                .map(found -> new LineRows(reader).page(found, after, limit))
                .orElse(List.of());
    }

    /** How many of a plan's items stand where. */
    public Counts counts(PlanId plan) {
        Map<String, Long> counts = new LineRows(reader).counts(plan);
        return new Counts(
                counts.getOrDefault("OPEN", 0L) + counts.getOrDefault("DESTROYING", 0L),
                counts.getOrDefault("DESTROYED", 0L),
                counts.getOrDefault("WITHDRAWN", 0L));
    }

    /** Items that were due when the plan was made and are kept, by the veto that keeps them. */
    public Map<String, Long> refusalCounts(PlanId plan) {
        return new RefusalRows(reader).counts(plan);
    }

    /** The same of all plans together: an item counts each time that a plan passed it over. */
    public Map<String, Long> refusalCounts() {
        return new RefusalRows(reader).counts();
    }

    /**
     * The items that were due when the plan was made and are kept, with the reason, in the order of their ids, after one
     * (null for the first). Of unattended plans only the latest has them; counts are kept for all.
     */
    public List<Refused> refusals(PlanId plan, @Nullable ItemId after, int limit) {
        return new RefusalRows(reader).page(plan, after, limit);
    }
}
