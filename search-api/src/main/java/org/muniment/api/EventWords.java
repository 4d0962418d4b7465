package org.muniment.api;

import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.CustodyEvent.CertificateIssued;
import org.muniment.archive.ledger.CustodyEvent.Declared;
import org.muniment.archive.ledger.CustodyEvent.Destroyed;
import org.muniment.archive.ledger.CustodyEvent.HoldReleased;
import org.muniment.archive.ledger.CustodyEvent.PlanApproved;
import org.muniment.archive.ledger.CustodyEvent.PlanProposed;
import org.muniment.archive.ledger.CustodyEvent.ScheduleAdopted;
import org.muniment.archive.ledger.CustodyEvent.Withdrawn;

/** What happened, in a few words for people. */
final class EventWords {
    private EventWords() {}

    static String of(CustodyEvent event) {
        return switch (event) {
            case CustodyEvent.ArchiveCreated created -> "archive created";
            case CustodyEvent.Collected collected -> "collected in run " + collected.run();
            case CustodyEvent.CollectedAgain again -> "collected again in run " + again.run();
            case CustodyEvent.Rejected rejected -> "rejected in run " + rejected.run();
            case CustodyEvent.Reconciled reconciled -> "run " + reconciled.run() + " reconciled";
            case ScheduleAdopted adopted -> "schedule adopted by " + both(adopted.officer(), adopted.second());
            case Declared one -> "declared Class " + one.recordClass() + ", " + one.series() + " by " + one.officer();
            case CustodyEvent.DeclarationConfirmed one -> "declaration confirmed by " + one.officer();
            case CustodyEvent.EventRecorded recorded -> recorded.kind() + " recorded by " + recorded.officer();
            case CustodyEvent.ReviewDefaulted review ->
                "Class 2 for " + review.schoolYear() + " until " + review.lapses();
            case CustodyEvent.HoldPlaced placed -> "hold placed by " + placed.officer();
            case CustodyEvent.HoldReleaseRequested asked -> "release of hold asked for by " + asked.officer();
            case HoldReleased released -> "hold released by " + both(released.officer(), released.second());
            case CustodyEvent.HoldNotice notice -> "hold notice: " + notice.step();
            case CustodyEvent.AuthoritySigned signed ->
                "authority signed by " + both(signed.officer(), signed.second());
            case CustodyEvent.AuthorityRevoked revoked -> "authority revoked by " + revoked.officer();
            case PlanProposed plan -> plan.items() + " items proposed for destruction by " + plan.officer();
            case PlanApproved plan -> "destruction approved by " + plan.officer() + ": " + plan.action();
            case CustodyEvent.PlanCondemned plan ->
                plan.items() + " items condemned, restorable until " + plan.graceEnds();
            case Withdrawn one -> "taken off list " + one.plan() + ": " + one.reason();
            case Destroyed end ->
                "destroyed by " + end.plan() + ", " + end.authority() + ", " + both(end.officer(), end.second());
            case CustodyEvent.RemovedFromMailbox removed -> "copy removed from a mailbox in run " + removed.run();
            case CustodyEvent.BreakerTripped tripped -> "run stopped: " + tripped.reason();
            case CustodyEvent.BreakerOverridden override -> "stopped run let go on by " + override.officer();
            case CertificateIssued certificate ->
                "certificate of destruction of " + certificate.items() + " items issued";
        };
    }

    private static String both(String officer, String second) {
        return officer + " and " + second;
    }
}
