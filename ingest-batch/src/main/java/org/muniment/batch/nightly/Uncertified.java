package org.muniment.batch.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.CustodyEvent;

/** Plans that were carried out to their end, whoever did it, and whose certificate nobody has issued yet. */
final class Uncertified {
    /** Older ones than these are not looked for. */
    private static final int LATEST = 500;

    private Uncertified() {}

    /** Their ids, oldest first. */
    static List<String> of(Archive archive) {
        List<String> plans = new ArrayList<>(archive.disposal().plans().carriedOut(LATEST).stream()
                .map(plan -> plan.id().value())
                .toList());
        if (!plans.isEmpty()) {
            plans.removeAll(archive.ledger().entriesFor(plans).stream()
                    .filter(entry -> entry.event() instanceof CustodyEvent.CertificateIssued)
                    .map(entry -> ((CustodyEvent.CertificateIssued) entry.event()).plan())
                    .collect(Collectors.toSet()));
        }
        return plans;
    }

    /** What is to be done about them; nothing when there is none. */
    static List<String> tasks(Archive archive) {
        List<String> plans = of(archive);
        if (plans.isEmpty()) {
            return List.of();
        }
        String which = plans.size() == 1
                ? "the certificate of plan " + plans.getFirst()
                : "the certificates of " + plans.size() + " plans, of " + plans.getFirst() + " first";
        return List.of("Issue " + which + ", and keep it with the board's records: muniment purge certificate "
                + plans.getFirst() + " --out FOLDER");
    }
}
