package org.muniment.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.schedule.Classification.Basis;
import org.muniment.archive.schedule.Counts;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.Retention;

/**
 * How the archive's items are classified, for its status.
 *
 * @param schedule the schedule in force; null for none
 * @param adopted whether two officers adopted it
 * @param class1 items of Class 1
 * @param class2 items of Class 2
 * @param class3 items of Class 3
 * @param pending those of them that no rule and no person classified
 * @param unclassified items without a class
 * @param upToDate whether every item knows of the latest change
 * @param declarations how many wait to be confirmed, at most 1,000
 */
public record Classes(
        @Nullable String schedule,
        boolean adopted,
        long class1,
        long class2,
        long class3,
        long pending,
        long unclassified,
        boolean upToDate,
        long declarations) {
    private static final int COUNTED = 1000;

    static Classes of(Archive archive) {
        Retention retention = archive.retention();
        Counts counts = retention.classifications().counts();
        LocalDate today = retention.day(archive.clock().instant());
        var inForce = retention.schedules().inForce(today);
        return new Classes(
                inForce.map(one -> one.schedule().name() + ", version " + one.version())
                        .orElse(null),
                inForce.filter(one -> one.isAdoptedByOfficers()).isPresent(),
                counts.of(RecordClass.PERMANENT),
                counts.of(RecordClass.OPTIONAL),
                counts.of(RecordClass.DISPOSABLE),
                counts.shares().stream()
                        .filter(share -> List.of(Basis.UNMATCHED, Basis.AGREED).contains(share.basis()))
                        .mapToLong(Counts.Share::items)
                        .sum(),
                counts.unclassified(),
                retention.evaluations().areDone() && retention.evaluations().isSettled(today),
                retention.declarations().pending(null, COUNTED).size());
    }

    void print(Terminal terminal) {
        if (schedule == null) {
            terminal.say("Classes       none: no retention schedule is in force; see: muniment schedule adopt --help");
            return;
        }
        terminal.say("Classes       Class 1 %d, Class 2 %d, Class 3 %d", class1, class2, class3);
        terminal.say("              %d of them pending: no rule matched; see: muniment review", pending);
        if (unclassified > 0 || !upToDate) {
            terminal.say("              %d unclassified, or behind a change: muniment schedule apply", unclassified);
        }
        if (declarations > 0) {
            terminal.say(
                    "              %d declarations wait to be confirmed: muniment declare --pending", declarations);
        }
        terminal.say("Schedule      %s%s", schedule, adopted ? "" : "; not adopted, so nothing can be destroyed by it");
    }
}
