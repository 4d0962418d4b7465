package org.muniment.api;

import java.util.Locale;
import org.muniment.archive.disposition.Disposition;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.disposition.Refused;

/**
 * A line of a plan. Days are ISO 8601.
 *
 * @param object SHA-256 of the bytes as collected
 * @param size of them
 * @param state {@code proposed}, {@code approved}, {@code condemned}, {@code destroyed} or {@code withdrawn}
 * @param words what became of it, for people
 */
public record PlannedItem(
        long number,
        String item,
        String object,
        long size,
        String series,
        String eligible,
        String authority,
        String state,
        String words) {
    public static PlannedItem of(PlanLine line) {
        return new PlannedItem(
                line.number(),
                line.item().value(),
                line.object().hex(),
                line.size(),
                line.series().value(),
                line.eligible().toString(),
                line.authority(),
                line.disposition().getClass().getSimpleName().toLowerCase(Locale.ROOT),
                words(line.disposition()));
    }

    private static String words(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Proposed proposed -> "proposed";
            case Disposition.Approved approved -> "approved";
            case Disposition.Condemned condemned -> condemned.begun() ? "being destroyed" : "condemned";
            case Disposition.Destroyed destroyed -> "destroyed " + destroyed.at();
            case Disposition.Withdrawn withdrawn ->
                "kept: " + withdrawn.refusal().words();
        };
    }

    /** An item that was due and is kept. */
    public record Kept(String item, String veto, String words) {
        public static Kept of(Refused one) {
            return new Kept(
                    one.item().value(), one.refusal().veto(), one.refusal().words());
        }
    }
}
