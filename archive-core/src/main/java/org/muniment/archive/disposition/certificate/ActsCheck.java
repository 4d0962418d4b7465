package org.muniment.archive.disposition.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.CustodyEvent.AuthoritySigned;
import org.muniment.archive.ledger.CustodyEvent.Destroyed;
import org.muniment.archive.ledger.CustodyEvent.PlanApproved;
import org.muniment.archive.ledger.CustodyEvent.PlanCondemned;
import org.muniment.archive.ledger.CustodyEvent.PlanProposed;
import org.muniment.archive.ledger.Entry;

/** Whether the ledger's entries about the plan bear out what the certificate says of it, and permitted the destruction. */
final class ActsCheck {
    private static final String FILE = CertificateFiles.JSON;

    private final Certificate certificate;
    private final Problems problems;
    private Instant permitted = Instant.MIN;

    ActsCheck(Certificate certificate, Problems problems) {
        this.certificate = certificate;
        this.problems = problems;
    }

    /** @param acts by type, as they were read */
    void check(Map<String, Entry> acts) {
        Certificate.Authority authority = certificate.authority();
        problems.require(
                !authority.first().isSamePersonAs(authority.second()),
                FILE,
                "Both officers are one person: " + authority.first());
        if (event(acts, Acts.PROPOSED) instanceof PlanProposed proposed
                && event(acts, Acts.APPROVED) instanceof PlanApproved approved
                && event(acts, Acts.CONDEMNED) instanceof PlanCondemned condemned) {
            frozen(proposed, approved);
            approved(approved);
            condemned(condemned);
            persons(proposed, approved, event(acts, Acts.AUTHORITY));
        } else {
            problems.add(Evidence.ENTRIES, "That the list was proposed, approved and condemned is not shown");
        }
    }

    private static @Nullable CustodyEvent event(Map<String, Entry> acts, String type) {
        Entry entry = acts.get(type);
        return entry == null ? null : entry.event();
    }

    private void frozen(PlanProposed proposed, PlanApproved approved) {
        String plan = certificate.plan().value();
        problems.requireEqual(plan, proposed.plan(), FILE, "plan");
        problems.requireEqual(plan, approved.plan(), FILE, "plan");
        problems.requireEqual(certificate.list().items(), proposed.items(), FILE, "list.items");
        problems.requireEqual(certificate.list().sha256().hex(), proposed.list(), FILE, "list.sha256");
        problems.requireEqual(certificate.asOf().toString(), proposed.asOf(), FILE, "asOf");
        problems.requireEqual(approved.list(), proposed.list(), Evidence.ENTRIES, "the approved list");
    }

    private void approved(PlanApproved approved) {
        problems.requireEqual(certificate.authority().words(), approved.action(), FILE, "authority.words");
        problems.requireEqual(certificate.authority().at(), approved.at(), FILE, "authority.at");
        permitted = approved.at();
    }

    private void condemned(PlanCondemned condemned) {
        problems.requireEqual(certificate.plan().value(), condemned.plan(), FILE, "plan");
        Instant ends = day(condemned.graceEnds());
        permitted = ends.isAfter(permitted) ? ends : permitted;
    }

    private Instant day(String text) {
        try {
            return LocalDate.parse(text).atStartOfDay(certificate.zone()).toInstant();
        } catch (DateTimeParseException e) {
            problems.add(Evidence.ENTRIES, "Not a day: " + text);
            return Instant.MAX;
        }
    }

    private void persons(PlanProposed proposed, PlanApproved approved, @Nullable CustodyEvent signed) {
        String first = certificate.authority().first().name();
        String second = certificate.authority().second().name();
        if (signed instanceof AuthoritySigned authority) {
            problems.requireEqual(first, authority.officer(), FILE, "authority.first");
            problems.requireEqual(second, authority.second(), FILE, "authority.second");
            problems.require(
                    (approved.action() + ".").startsWith("standing authority " + authority.authority() + "."),
                    Evidence.ENTRIES,
                    "The list was approved by another authority than " + authority.authority());
            problems.require(
                    approved.at().isBefore(day(authority.lapses())),
                    Evidence.ENTRIES,
                    "The standing authority had lapsed when the list was approved");
        } else {
            problems.requireEqual(first, proposed.officer(), FILE, "authority.first");
            problems.requireEqual(second, approved.officer(), FILE, "authority.second");
        }
    }

    /** Whether an item's destruction was permitted: by these persons, and not before its time. */
    void destroyed(Destroyed event, long entry) {
        String what = "in entry " + entry;
        problems.requireEqual(event.plan(), certificate.plan().value(), Evidence.ENTRIES, "the plan " + what);
        problems.requireEqual(
                event.officer(), certificate.authority().first().name(), Evidence.ENTRIES, "the officer " + what);
        problems.requireEqual(
                event.second(),
                certificate.authority().second().name(),
                Evidence.ENTRIES,
                "the second officer " + what);
        problems.require(
                !event.at().isBefore(permitted),
                Evidence.ENTRIES,
                "The destruction " + what + " is earlier than the end of the grace period");
    }
}
