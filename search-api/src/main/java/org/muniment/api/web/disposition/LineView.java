package org.muniment.api.web.disposition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Disposition;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.disposition.certificate.SeriesTitles;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.schedule.Classification;

/**
 * A line of a plan as pages show it.
 *
 * @param title what people call its series
 * @param verified whether the text of the authority was read when the schedule was written
 * @param reason why it is of its series; empty for people who see no mail, since it may quote words
 * @param stands where the item stands, in words
 * @param isRestorable whether it can be taken off the list
 */
record LineView(
        long number,
        String item,
        String series,
        String title,
        int recordClass,
        LocalDate eligible,
        String authority,
        boolean verified,
        long size,
        String reason,
        String stands,
        boolean isRestorable) {
    /** @param schedule the version of the retention schedule by which the plan was made */
    static List<LineView> of(Archive archive, long schedule, List<PlanLine> lines, boolean readsMail) {
        SeriesTitles titles = SeriesTitles.in(archive.retention().schedules());
        Map<ItemId, Classification> reasons = readsMail
                ? archive.retention()
                        .classifications()
                        .find(lines.stream().map(PlanLine::item).toList())
                : Map.of();
        return lines.stream()
                .map(line -> of(line, titles, schedule, reason(reasons, line)))
                .toList();
    }

    private static String reason(Map<ItemId, Classification> reasons, PlanLine line) {
        Classification known = reasons.get(line.item());
        return known == null ? "" : known.reason();
    }

    private static LineView of(PlanLine line, SeriesTitles titles, long schedule, String reason) {
        return new LineView(
                line.number(),
                line.item().value(),
                line.series().value(),
                titles.title(schedule, line.series()),
                line.recordClass().number(),
                line.eligible(),
                line.authority(),
                titles.isVerified(schedule, line.series()),
                line.size(),
                reason,
                stands(line.disposition()),
                isRestorable(line.disposition()));
    }

    private static String stands(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Proposed proposed -> "proposed";
            case Disposition.Approved approved -> "approved";
            case Disposition.Condemned condemned -> condemned.begun() ? "its destruction was begun" : "in the vault";
            case Disposition.Destroyed destroyed -> "destroyed";
            case Disposition.Withdrawn withdrawn ->
                "kept: " + withdrawn.refusal().words();
        };
    }

    private static boolean isRestorable(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Proposed proposed -> true;
            case Disposition.Approved approved -> true;
            case Disposition.Condemned condemned -> !condemned.begun();
            case Disposition.Destroyed destroyed -> false;
            case Disposition.Withdrawn withdrawn -> false;
        };
    }
}
