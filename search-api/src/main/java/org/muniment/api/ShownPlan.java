package org.muniment.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Approval;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.Plans;
import org.muniment.archive.schedule.SeriesId;

/**
 * A plan as commands show it. Times are ISO-8601 in UTC, days in the agency's zone.
 *
 * @param state {@code waits for approval}, {@code approved}, {@code condemned} or {@code finished}
 * @param series those that were asked for; empty for all
 * @param open items neither destroyed nor taken off yet
 * @param authority board action or standing authority; null while nobody approved it
 * @param graceEnds the first day on which its items may be destroyed; null while it is not condemned
 * @param kept items that were due when it was made and are kept, by veto
 */
public record ShownPlan(
        String id,
        String state,
        String asOf,
        List<String> series,
        boolean unattended,
        String proposed,
        String proposedBy,
        long items,
        long classTwo,
        long open,
        long destroyed,
        long withdrawn,
        @Nullable String authority,
        @Nullable String approvedBy,
        @Nullable String graceEnds,
        String list,
        Map<String, Long> kept) {
    /**
     * Reads a plan's name.
     *
     * @throws WrongUsage when it is none
     */
    static PlanId id(String name) {
        try {
            return new PlanId(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    /**
     * Finds a plan.
     *
     * @throws WrongUsage when there is none of that name
     */
    public static Plan find(Archive archive, String name) {
        PlanId id = id(name);
        return archive.disposal()
                .plans()
                .find(id)
                .orElseThrow(() -> new WrongUsage("There is no plan " + id + ". To see them all: muniment purge list"));
    }

    public static ShownPlan of(Archive archive, Plan plan) {
        Plans plans = archive.disposal().plans();
        Plans.Counts counts = plans.counts(plan.id());
        return new ShownPlan(
                plan.id().value(),
                state(plan),
                plan.request().asOf().toString(),
                plan.request().series().stream().sorted().map(SeriesId::value).toList(),
                plan.request().unattended(),
                plan.request().at().toString(),
                plan.request().by().name(),
                plan.items(),
                plan.classTwo(),
                counts.open(),
                counts.destroyed(),
                counts.withdrawn(),
                plan.approval().map(Approval::words).orElse(null),
                plan.approval().map(ShownPlan::second).orElse(null),
                plan.stage() instanceof Plan.Stage.Condemned condemned
                        ? condemned.graceEnds().toString()
                        : null,
                plan.list().hex(),
                new TreeMap<>(plans.refusalCounts(plan.id())));
    }

    private static String second(Approval approval) {
        return switch (approval) {
            case Approval.Listed listed -> listed.second().name();
            case Approval.Standing standing -> standing.first() + " and " + standing.second();
        };
    }

    private static String state(Plan plan) {
        return switch (plan.stage()) {
            case Plan.Stage.Proposed proposed -> "waits for approval";
            case Plan.Stage.Approved approved -> "approved";
            case Plan.Stage.Condemned condemned -> "condemned";
            case Plan.Stage.Finished finished -> "finished";
        };
    }

    /** One line of a list. */
    void line(Terminal terminal) {
        terminal.say(
                "%-6s %-19s due by %s  %8d items  %8d destroyed  %8d kept%s",
                id, state, asOf, items, destroyed, withdrawn, graceEnds == null ? "" : "  grace ends " + graceEnds);
    }

    /** All of it, in lines. */
    public void print(Terminal terminal, ZoneId zone) {
        row(terminal, "Plan", id + "  (" + state + ")");
        row(terminal, "Due by", asOf + (unattended ? ", to run unattended" : ""));
        row(terminal, "Series", series.isEmpty() ? "all" : String.join(", ", series));
        row(terminal, "Proposed", Terminal.time(proposed, zone) + " by " + proposedBy);
        row(terminal, "Approved", authority == null ? "not yet" : authority + ", by " + approvedBy);
        if (graceEnds != null) {
            row(terminal, "Grace ends", graceEnds + ": from that day its items are destroyed, until then restorable");
        }
        row(
                terminal,
                "Items",
                items + " on the list: " + open + " open, " + destroyed + " destroyed, " + withdrawn + " taken off");
        if (classTwo > 0) {
            row(terminal, "Class 2", classTwo + " of them become Class 3 when the list is approved (5 CCR 16024)");
        }
        row(terminal, "List", "SHA-256 " + list);
        kept(terminal, kept);
    }

    /** Due and kept, by what keeps them. */
    static void kept(Terminal terminal, Map<String, Long> kept) {
        kept.forEach((veto, items) -> terminal.say("  %8d kept: %s", items, Terminal.plain(veto)));
    }

    /** Whether its items may be condemned or destroyed on that day. */
    static String next(Plan plan, LocalDate today) {
        String id = plan.id().value();
        return switch (plan.stage()) {
            case Plan.Stage.Proposed proposed ->
                "muniment purge approve " + id + " --by NAME --meeting DAY --reference ITEM";
            case Plan.Stage.Approved approved ->
                today.isBefore(plan.request().asOf())
                        ? "waits for " + plan.request().asOf()
                        : "muniment purge execute";
            case Plan.Stage.Condemned condemned ->
                today.isBefore(condemned.graceEnds()) ? "waits for " + condemned.graceEnds() : "muniment purge execute";
            case Plan.Stage.Finished finished -> "nothing";
        };
    }

    private static void row(Terminal terminal, String name, String value) {
        terminal.say("%-10s  %s", name, Terminal.plain(value));
    }
}
