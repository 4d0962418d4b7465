package org.muniment.api;

import java.util.Locale;
import org.muniment.archive.ledger.AccessStep;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.CustodyEvent.Decision;
import org.muniment.archive.ledger.CustodyEvent.HoldStep;
import org.muniment.archive.ledger.CustodyEvent.Personnel;
import org.muniment.archive.ledger.CustodyEvent.ProductionStep;
import org.muniment.archive.ledger.CustodyEvent.Review;

/** An event of the ledger in a few plain words. */
public final class EventWords {
    private EventWords() {}

    /** The words for an event. */
    public static String of(CustodyEvent event) {
        return switch (event) {
            case CustodyEvent.ArchiveCreated created -> "archive created";
            case CustodyEvent.Collected collected -> "collected in run " + collected.run();
            case CustodyEvent.CollectedAgain again -> "collected again in run " + again.run();
            case CustodyEvent.Rejected rejected -> "rejected in run " + rejected.run();
            case CustodyEvent.Reconciled reconciled -> "run " + reconciled.run() + " reconciled";
            case CustodyEvent.Destroyed destroyed ->
                "destroyed under plan " + destroyed.plan() + ", " + destroyed.authority() + ": " + destroyed.officer()
                        + " and " + destroyed.second();
            case CustodyEvent.ContainerKept kept -> "container kept in run " + kept.run();
            case CustodyEvent.ContainerDestroyed destroyed ->
                "container destroyed with the first of its items under plan " + destroyed.plan();
            case CustodyEvent.AccountStep step -> of(step);
            case AccessStep step -> of(step);
            case Decision decision -> of(decision);
        };
    }

    private static String of(AccessStep step) {
        return switch (step) {
            case AccessStep.UserAdded added ->
                "account for " + added.person() + " (" + added.roles() + ") added by " + added.officer();
            case AccessStep.RolesChanged changed -> "roles now " + changed.roles() + ", by " + changed.officer();
            case AccessStep.UserSwitched switched ->
                (switched.state().equals("ACTIVE") ? "opened again by " : "closed by ") + switched.officer();
            case AccessStep.LinkMade made -> "link to choose a password made by " + made.officer();
            case AccessStep.LooksSealed looks ->
                "looks " + looks.first() + " to " + looks.last() + " at others' mail, noted by their digest";
        };
    }

    private static String of(Decision decision) {
        return switch (decision) {
            case CustodyEvent.ScheduleAdopted adopted ->
                "schedule " + adopted.schedule() + " adopted as version " + adopted.version() + ", in force from "
                        + adopted.effective() + ": " + adopted.officer() + " and " + adopted.second();
            case CustodyEvent.Declared declared ->
                "declared Class " + declared.recordClass() + ", " + declared.series() + ", by " + declared.officer();
            case CustodyEvent.DeclarationConfirmed confirmed -> "declaration confirmed by " + confirmed.officer();
            case CustodyEvent.EventRecorded recorded ->
                recorded.kind() + " on " + recorded.on() + " recorded by " + recorded.officer();
            case CustodyEvent.ReviewDefaulted agreed ->
                "what is unclassified of " + agreed.schoolYear() + " is Class 2 until " + agreed.lapses() + ": "
                        + agreed.superintendent() + "; " + agreed.boardAction();
            case HoldStep step -> of(step);
            case CustodyEvent.AuthoritySigned signed ->
                "standing authority for " + signed.series() + " until " + signed.lapses() + ": " + signed.officer()
                        + " and " + signed.second();
            case CustodyEvent.AuthorityRevoked revoked -> "standing authority revoked by " + revoked.officer();
            case CustodyEvent.PlanProposed proposed ->
                proposed.items() + " items proposed for destruction by " + proposed.officer();
            case CustodyEvent.PlanApproved approved -> "approved by " + approved.officer() + ": " + approved.action();
            case CustodyEvent.PlanCondemned condemned ->
                condemned.items() + " items condemned, restorable until " + condemned.graceEnds();
            case CustodyEvent.Withdrawn withdrawn ->
                "taken off plan " + withdrawn.plan() + ": " + withdrawn.reason()
                        + (withdrawn.officer().isEmpty() ? "" : ", by " + withdrawn.officer());
            case CustodyEvent.RemovedFromMailbox removed -> "removed from a mailbox in run " + removed.run();
            case CustodyEvent.BreakerTripped tripped -> "stopped before anything was removed: " + tripped.reason();
            case CustodyEvent.BreakerOverridden overridden -> "let go on, once, by " + overridden.officer();
            case CustodyEvent.RestoreStep step -> of(step);
            case Review review -> of(review);
            case Personnel personnel -> of(personnel);
            case CustodyEvent.CertificateIssued issued ->
                "certificate " + issued.certificate() + " issued over " + issued.items() + " items";
            case ProductionStep step -> of(step);
        };
    }

    private static String of(CustodyEvent.RestoreStep step) {
        return switch (step) {
            case CustodyEvent.RestoreBegun begun ->
                "to be put back into a mailbox: " + begun.items() + " messages, by order of " + begun.officer();
            case CustodyEvent.RestoreEnded ended ->
                "put back into a mailbox: " + ended.restored() + " messages, " + ended.present() + " were there, "
                        + ended.failed() + " could not be";
        };
    }

    private static String of(HoldStep step) {
        return switch (step) {
            case CustodyEvent.HoldPlaced placed ->
                "hold " + placed.hold() + " (" + plain(placed.kind()) + ") placed by " + placed.officer();
            case CustodyEvent.HoldReleaseRequested requested -> "release asked for by " + requested.officer();
            case CustodyEvent.HoldReleased released ->
                "released by " + released.officer() + " and " + released.second() + ", no longer binding from "
                        + released.coolOffEnds();
            case CustodyEvent.HoldNotice notice ->
                "notice " + plain(notice.step()) + " (the custodian is kept as a digest here)";
        };
    }

    private static String of(Personnel personnel) {
        return switch (personnel) {
            case CustodyEvent.PeopleImported imported ->
                "directory taken over by " + imported.officer() + ": " + imported.added() + " people added, "
                        + imported.changed() + " changed, " + imported.missing() + " no longer named";
            case CustodyEvent.DepartureOpened opened ->
                "departure of " + opened.person() + " on " + opened.separated() + " recorded by " + opened.officer()
                        + ", mail kept by hold " + opened.hold();
            case CustodyEvent.DepartureStepTaken taken ->
                "step " + plain(taken.step()) + " of departure " + taken.departure() + " taken by " + taken.officer();
        };
    }

    private static String of(Review review) {
        return switch (review) {
            case CustodyEvent.OfRequest step -> of(step);
            case CustodyEvent.ItemCoded coded ->
                "decided to be " + plain(coded.decision()) + " by " + coded.officer() + inSet(coded.set());
            case CustodyEvent.RedactionsDecided decided ->
                decided.redactions() + (decided.redactions() == 1 ? " redaction " : " redactions ")
                        + plain(decided.state()) + " by " + decided.officer() + inSet(decided.set());
        };
    }

    private static String of(CustodyEvent.OfRequest step) {
        return switch (step) {
            case CustodyEvent.RequestOpened opened ->
                "request received on " + opened.received() + " entered by " + opened.officer() + ", kept by hold "
                        + opened.hold();
            case CustodyEvent.RequestExtended extended ->
                "period of the request extended to " + extended.until() + " by " + extended.officer();
            case CustodyEvent.RequestStepTaken taken ->
                "request " + plain(taken.step())
                        + (taken.outcome().isEmpty() ? "" : " (" + plain(taken.outcome()) + ")") + " on " + taken.on()
                        + ", entered by " + taken.officer();
            case CustodyEvent.LetterSent sent -> plain(sent.letter()) + " letter sent by " + sent.officer();
            case CustodyEvent.RequestClosed closed -> "request closed by " + closed.officer();
        };
    }

    private static String of(CustodyEvent.AccountStep step) {
        return switch (step) {
            case CustodyEvent.AccountRequested requested ->
                "request for web account " + requested.account() + " entered by " + requested.officer();
            case CustodyEvent.AccountDecided decided ->
                "web account " + decided.account() + " " + plain(decided.answer()) + " by " + decided.officer();
        };
    }

    private static String of(ProductionStep step) {
        return switch (step) {
            case CustodyEvent.ProductionOrdered ordered ->
                "production " + ordered.production() + " ordered by " + ordered.officer()
                        + (ordered.replaces().isEmpty() ? "" : ", in place of " + ordered.replaces());
            case CustodyEvent.ProductionBuilt built ->
                "production " + built.production() + " built: " + built.items() + " items, " + built.first() + " to "
                        + built.last();
            case CustodyEvent.ProductionChecked checked ->
                "production " + checked.production() + " checked by " + checked.officer();
            case CustodyEvent.ProductionReleased released ->
                "production " + released.production() + " released by " + released.officer();
            case CustodyEvent.ProductionAbandoned abandoned ->
                "production " + abandoned.production() + " abandoned by " + abandoned.officer();
        };
    }

    /** Names of other reviews than of requests are kept as digests. */
    private static String inSet(String set) {
        return set.startsWith("R") ? " for request " + set : "";
    }

    /** A name of the ledger, such as RECORDS_REQUEST, as words. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
