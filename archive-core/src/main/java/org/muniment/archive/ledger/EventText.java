package org.muniment.archive.ledger;

import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.archive.ledger.AccessStep.LooksSealed;
import org.muniment.archive.ledger.AccessStep.RolesChanged;
import org.muniment.archive.ledger.AccessStep.UserAdded;
import org.muniment.archive.ledger.AccessStep.UserSwitched;
import org.muniment.archive.ledger.CustodyEvent.AccountDecided;
import org.muniment.archive.ledger.CustodyEvent.AccountRequested;
import org.muniment.archive.ledger.CustodyEvent.AccountStep;
import org.muniment.archive.ledger.CustodyEvent.ArchiveCreated;
import org.muniment.archive.ledger.CustodyEvent.AuthorityRevoked;
import org.muniment.archive.ledger.CustodyEvent.AuthoritySigned;
import org.muniment.archive.ledger.CustodyEvent.BreakerOverridden;
import org.muniment.archive.ledger.CustodyEvent.BreakerTripped;
import org.muniment.archive.ledger.CustodyEvent.CertificateIssued;
import org.muniment.archive.ledger.CustodyEvent.Collected;
import org.muniment.archive.ledger.CustodyEvent.CollectedAgain;
import org.muniment.archive.ledger.CustodyEvent.ContainerDestroyed;
import org.muniment.archive.ledger.CustodyEvent.ContainerKept;
import org.muniment.archive.ledger.CustodyEvent.ContainerStep;
import org.muniment.archive.ledger.CustodyEvent.DeclarationConfirmed;
import org.muniment.archive.ledger.CustodyEvent.Declared;
import org.muniment.archive.ledger.CustodyEvent.DepartureOpened;
import org.muniment.archive.ledger.CustodyEvent.DepartureStepTaken;
import org.muniment.archive.ledger.CustodyEvent.Destroyed;
import org.muniment.archive.ledger.CustodyEvent.EventRecorded;
import org.muniment.archive.ledger.CustodyEvent.HoldNotice;
import org.muniment.archive.ledger.CustodyEvent.HoldPlaced;
import org.muniment.archive.ledger.CustodyEvent.HoldReleaseRequested;
import org.muniment.archive.ledger.CustodyEvent.HoldReleased;
import org.muniment.archive.ledger.CustodyEvent.ItemCoded;
import org.muniment.archive.ledger.CustodyEvent.LetterSent;
import org.muniment.archive.ledger.CustodyEvent.OfRequest;
import org.muniment.archive.ledger.CustodyEvent.PeopleImported;
import org.muniment.archive.ledger.CustodyEvent.PlanApproved;
import org.muniment.archive.ledger.CustodyEvent.PlanCondemned;
import org.muniment.archive.ledger.CustodyEvent.PlanProposed;
import org.muniment.archive.ledger.CustodyEvent.ProductionAbandoned;
import org.muniment.archive.ledger.CustodyEvent.ProductionBuilt;
import org.muniment.archive.ledger.CustodyEvent.ProductionChecked;
import org.muniment.archive.ledger.CustodyEvent.ProductionOrdered;
import org.muniment.archive.ledger.CustodyEvent.ProductionReleased;
import org.muniment.archive.ledger.CustodyEvent.ProductionStep;
import org.muniment.archive.ledger.CustodyEvent.Reconciled;
import org.muniment.archive.ledger.CustodyEvent.RedactionsDecided;
import org.muniment.archive.ledger.CustodyEvent.Rejected;
import org.muniment.archive.ledger.CustodyEvent.RemovedFromMailbox;
import org.muniment.archive.ledger.CustodyEvent.RequestClosed;
import org.muniment.archive.ledger.CustodyEvent.RequestExtended;
import org.muniment.archive.ledger.CustodyEvent.RequestOpened;
import org.muniment.archive.ledger.CustodyEvent.RequestStepTaken;
import org.muniment.archive.ledger.CustodyEvent.RestoreBegun;
import org.muniment.archive.ledger.CustodyEvent.RestoreEnded;
import org.muniment.archive.ledger.CustodyEvent.RestoreStep;
import org.muniment.archive.ledger.CustodyEvent.ReviewDefaulted;
import org.muniment.archive.ledger.CustodyEvent.ScheduleAdopted;
import org.muniment.archive.ledger.CustodyEvent.Withdrawn;

/**
 * The one written form of each event: what the ledger hashes. JSON in ASCII without spaces, {@code type} first, then the
 * record's components in their order. What was once written stays so for ever: a type or a field is never renamed.
 */
final class EventText {
    private static final Map<String, EventShape> SHAPES = shapes(Map.ofEntries(
            Map.entry("archive-created", ArchiveCreated.class),
            Map.entry("collected", Collected.class),
            Map.entry("collected-again", CollectedAgain.class),
            Map.entry("rejected", Rejected.class),
            Map.entry("reconciled", Reconciled.class),
            Map.entry("schedule-adopted", ScheduleAdopted.class),
            Map.entry("declared", Declared.class),
            Map.entry("declaration-confirmed", DeclarationConfirmed.class),
            Map.entry("event-recorded", EventRecorded.class),
            Map.entry("review-defaulted", ReviewDefaulted.class),
            Map.entry("hold-placed", HoldPlaced.class),
            Map.entry("hold-release-requested", HoldReleaseRequested.class),
            Map.entry("hold-released", HoldReleased.class),
            Map.entry("hold-notice", HoldNotice.class),
            Map.entry("authority-signed", AuthoritySigned.class),
            Map.entry("authority-revoked", AuthorityRevoked.class),
            Map.entry("plan-proposed", PlanProposed.class),
            Map.entry("plan-approved", PlanApproved.class),
            Map.entry("plan-condemned", PlanCondemned.class),
            Map.entry("withdrawn", Withdrawn.class),
            Map.entry("destroyed", Destroyed.class),
            Map.entry("container-kept", ContainerKept.class),
            Map.entry("container-destroyed", ContainerDestroyed.class),
            Map.entry("removed-from-mailbox", RemovedFromMailbox.class),
            Map.entry("breaker-tripped", BreakerTripped.class),
            Map.entry("breaker-overridden", BreakerOverridden.class),
            Map.entry("restore-begun", RestoreBegun.class),
            Map.entry("restore-ended", RestoreEnded.class),
            Map.entry("certificate-issued", CertificateIssued.class),
            Map.entry("production-ordered", ProductionOrdered.class),
            Map.entry("production-built", ProductionBuilt.class),
            Map.entry("production-checked", ProductionChecked.class),
            Map.entry("production-released", ProductionReleased.class),
            Map.entry("production-abandoned", ProductionAbandoned.class),
            Map.entry("request-opened", RequestOpened.class),
            Map.entry("request-extended", RequestExtended.class),
            Map.entry("request-step-taken", RequestStepTaken.class),
            Map.entry("letter-sent", LetterSent.class),
            Map.entry("request-closed", RequestClosed.class),
            Map.entry("redactions-decided", RedactionsDecided.class),
            Map.entry("account-requested", AccountRequested.class),
            Map.entry("account-decided", AccountDecided.class),
            Map.entry("user-added", UserAdded.class),
            Map.entry("roles-changed", RolesChanged.class),
            Map.entry("user-switched", UserSwitched.class),
            Map.entry("link-made", AccessStep.LinkMade.class),
            Map.entry("looks-sealed", LooksSealed.class),
            Map.entry("people-imported", PeopleImported.class),
            Map.entry("departure-opened", DepartureOpened.class),
            Map.entry("departure-step-taken", DepartureStepTaken.class),
            Map.entry("item-coded", ItemCoded.class)));

    private static final Map<Class<?>, EventShape> BY_RECORD =
            SHAPES.values().stream().collect(Collectors.toUnmodifiableMap(EventShape::event, shape -> shape));

    private EventText() {}

    private static Map<String, EventShape> shapes(Map<String, Class<? extends CustodyEvent>> types) {
        return types.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, type -> EventShape.of(type.getKey(), type.getValue())));
    }

    /** What the event is about: an item, a run, a hold, a plan, a production and so on, or the archive by its origin. */
    static String subject(CustodyEvent event) {
        return switch (event) {
            case ArchiveCreated archiveCreated -> archiveCreated.origin();
            case Collected collected -> collected.item();
            case CollectedAgain collectedAgain -> collectedAgain.item();
            case Rejected rejected -> rejected.run();
            case Reconciled reconciled -> reconciled.run();
            case ScheduleAdopted scheduleAdopted -> scheduleAdopted.schedule();
            case Declared declared -> declared.item();
            case DeclarationConfirmed declarationConfirmed -> declarationConfirmed.item();
            case EventRecorded eventRecorded -> eventRecorded.event();
            case ReviewDefaulted reviewDefaulted -> reviewDefaulted.schoolYear();
            case HoldPlaced holdPlaced -> holdPlaced.hold();
            case HoldReleaseRequested holdReleaseRequested -> holdReleaseRequested.hold();
            case HoldReleased holdReleased -> holdReleased.hold();
            case HoldNotice holdNotice -> holdNotice.hold();
            case AuthoritySigned authoritySigned -> authoritySigned.authority();
            case AuthorityRevoked authorityRevoked -> authorityRevoked.authority();
            case PlanProposed planProposed -> planProposed.plan();
            case PlanApproved planApproved -> planApproved.plan();
            case PlanCondemned planCondemned -> planCondemned.plan();
            case Withdrawn withdrawn -> withdrawn.item();
            case Destroyed destroyed -> destroyed.item();
            case ContainerStep step -> step.container();
            case RemovedFromMailbox removedFromMailbox -> removedFromMailbox.item();
            case BreakerTripped breakerTripped -> breakerTripped.run();
            case BreakerOverridden breakerOverridden -> breakerOverridden.run();
            case RestoreStep step -> step.restore();
            case CertificateIssued certificateIssued -> certificateIssued.plan();
            case AccessStep accessStep -> accessStep.access();
            case AccountStep accountStep -> accountStep.account();
            case ProductionStep step -> step.production();
            case OfRequest step -> step.request();
            case PeopleImported peopleImported -> peopleImported.directory();
            case DepartureOpened departureOpened -> departureOpened.departure();
            case DepartureStepTaken departureStepTaken -> departureStepTaken.departure();
            case ItemCoded itemCoded -> itemCoded.item();
            case RedactionsDecided redactionsDecided -> redactionsDecided.item();
        };
    }

    static String write(CustodyEvent event) {
        EventShape shape = BY_RECORD.get(event.getClass());
        if (shape == null) {
            throw new IllegalStateException("The ledger does not know how to write a " + event.getClass());
        }
        return shape.write(event);
    }

    /**
     * Reads an event.
     *
     * @throws Malformed when it is none that this version knows
     */
    static CustodyEvent read(String json) {
        Map<String, Object> fields = EventShape.fields(json);
        EventShape shape = SHAPES.get(String.valueOf(fields.get(EventShape.TYPE)));
        if (shape == null) {
            throw new Malformed("Not an event that this version knows: " + json);
        }
        return shape.read(fields);
    }
}
