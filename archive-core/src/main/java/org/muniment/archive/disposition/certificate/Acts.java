package org.muniment.archive.disposition.certificate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muniment.archive.disposition.Approval;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Ledger;

/**
 * The ledger's entries about a plan itself.
 *
 * @param entries what led to the destruction, by type, in the order of the log
 * @param issued the certificates that were issued over it, the oldest first
 */
record Acts(SortedMap<String, Entry> entries, List<Entry> issued) {
    static final String AUTHORITY = "authority-signed";
    static final String PROPOSED = "plan-proposed";
    static final String APPROVED = "plan-approved";
    static final String CONDEMNED = "plan-condemned";

    static Acts of(Plan plan, Ledger ledger) {
        SortedMap<String, Entry> entries = new TreeMap<>();
        List<Entry> issued = new ArrayList<>();
        plan.approval()
                .filter(Approval.Standing.class::isInstance)
                .map(Approval.Standing.class::cast)
                .ifPresent(
                        standing -> add(ledger.entriesFor(standing.authority().id()), entries, issued));
        add(ledger.entriesFor(plan.id().value()), entries, issued);
        for (String needed : List.of(PROPOSED, APPROVED)) {
            if (!entries.containsKey(needed)) {
                throw new CertificateRefused("Plan " + plan.id() + " has no entry " + needed
                        + " in the ledger: nothing was destroyed under it that could be certified");
            }
        }
        return new Acts(entries, issued);
    }

    private static void add(List<Entry> about, SortedMap<String, Entry> entries, List<Entry> issued) {
        for (Entry entry : about) {
            type(entry).ifPresent(type -> entries.put(type, entry));
            if (entry.event() instanceof CustodyEvent.CertificateIssued) {
                issued.add(entry);
            }
        }
    }

    /** The name of what such an entry is for a certificate; empty for another one. */
    static Optional<String> type(Entry entry) {
        CustodyEvent event = entry.event();
        if (event instanceof CustodyEvent.AuthoritySigned) {
            return Optional.of(AUTHORITY);
        }
        if (event instanceof CustodyEvent.PlanProposed) {
            return Optional.of(PROPOSED);
        }
        if (event instanceof CustodyEvent.PlanApproved) {
            return Optional.of(APPROVED);
        }
        return event instanceof CustodyEvent.PlanCondemned ? Optional.of(CONDEMNED) : Optional.empty();
    }

    CustodyEvent.PlanApproved approved() {
        return (CustodyEvent.PlanApproved)
                Objects.requireNonNull(entries.get(APPROVED)).event();
    }

    SortedMap<String, Long> indexes() {
        SortedMap<String, Long> indexes = new TreeMap<>();
        entries.forEach((type, entry) -> indexes.put(type, entry.index()));
        return indexes;
    }

    /** In the order of the log. */
    List<Entry> inOrder() {
        return entries.values().stream()
                .sorted(Comparator.comparingLong(Entry::index))
                .toList();
    }
}
