package org.muniment.api;

import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.LegalHold.State;

/**
 * A hold with all that is recorded of it. Times are ISO-8601 in UTC.
 *
 * @param reason why its release was asked for; empty while it was not
 * @param history the ledger's entries about it
 * @param notices who was told, and who acknowledged
 */
public record WholeHold(ShownHold hold, String reason, List<Change> history, List<Told> notices) {
    /** An entry of the ledger about it. */
    public record Change(long entry, String at, String what) {}

    /** A step of telling a custodian. */
    public record Told(String custodian, String step, String at, String by) {}

    public static WholeHold of(Archive archive, LegalHold hold) {
        return new WholeHold(
                ShownHold.of(archive, hold), reason(hold), history(archive, hold.id()), told(archive, hold.id()));
    }

    private static String reason(LegalHold hold) {
        return switch (hold.state()) {
            case State.InForce inForce -> "";
            case State.ReleaseRequested requested -> requested.reason();
            case State.CoolingOff cooling -> cooling.reason();
        };
    }

    private static List<Change> history(Archive archive, HoldId hold) {
        return archive.ledger().entriesFor(hold.value()).stream()
                .map(entry -> new Change(entry.index(), entry.event().at().toString(), EventWords.of(entry.event())))
                .toList();
    }

    private static List<Told> told(Archive archive, HoldId hold) {
        return archive.notices().of(hold).stream()
                .map(notice -> new Told(
                        notice.custodian().address(),
                        notice.step().words(),
                        notice.at().toString(),
                        notice.by().name()))
                .toList();
    }
}
