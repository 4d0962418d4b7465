package org.muniment.archive.ledger;

import java.time.Instant;

/**
 * Something that changed who keeps what: one entry of the ledger. Made of ids, digests, counts and officers only; no
 * personal text, since the ledger outlives what was destroyed. Digests are 64 lower-case hexadecimal digits.
 */
public sealed interface CustodyEvent
        permits CustodyEvent.ArchiveCreated,
                CustodyEvent.Collected,
                CustodyEvent.CollectedAgain,
                CustodyEvent.Rejected,
                CustodyEvent.Reconciled,
                CustodyEvent.Decision,
                CustodyEvent.Destroyed,
                CustodyEvent.ContainerStep,
                CustodyEvent.AccountStep,
                AccessStep {
    /** When it happened, by the archive's clock. */
    Instant at();

    /** A step by which items are kept or come closer to destruction; none of them changes what the archive holds. */
    sealed interface Decision extends CustodyEvent {}

    /** A step of a records request or of a review before items are handed out. */
    sealed interface Review extends Decision {}

    /** A step of a records request. */
    sealed interface OfRequest extends Review {
        /** The request's id. */
        String request();
    }

    /** The archive was created. {@code origin} is the log's name in every checkpoint. */
    record ArchiveCreated(Instant at, String origin) implements CustodyEvent {}

    /**
     * An item was taken in for the first time.
     *
     * @param item the item's id
     * @param object digest of its object
     * @param size bytes of the object
     * @param register digest of the item's row in the catalogue, so that a changed row is found
     * @param collection digest of the collection's row in the catalogue
     * @param run the ingest run
     */
    record Collected(Instant at, String item, String object, long size, String register, String collection, String run)
            implements CustodyEvent {}

    /** The bytes of a known item were taken from another place or mailbox; see {@link Collected}. */
    record CollectedAgain(Instant at, String item, String collection, String run) implements CustodyEvent {}

    /**
     * Something a source held could not be taken in.
     *
     * @param place digest of source and place as the run's report names them
     * @param reason plain words, without content of the mail
     */
    record Rejected(Instant at, String place, String reason, String run) implements CustodyEvent {}

    /** A run ended and its sum holds: read = stored + duplicates + unreadable + rejected. */
    record Reconciled(
            Instant at, String run, long read, long stored, long duplicates, long unreadable, long rejected, long bytes)
            implements CustodyEvent {}

    /**
     * A version of the retention schedule was adopted by two officers.
     *
     * @param version the archive's number for it, from 1
     * @param file digest of the schedule's file
     * @param effective first day it is in force, ISO 8601
     */
    record ScheduleAdopted(
            Instant at, long version, String schedule, String file, String effective, String officer, String second)
            implements Decision {}

    /** A person declared an item's class and series; it waits for a clerk's confirmation. */
    record Declared(Instant at, String item, long recordClass, String series, String officer) implements Decision {}

    /** A clerk confirmed what another person declared. */
    record DeclarationConfirmed(Instant at, String item, String officer) implements Decision {}

    /**
     * Something happened that starts or ends a retention clock.
     *
     * @param event its id
     * @param on the day it happened, ISO 8601
     * @param scope digest of what it is about
     */
    record EventRecorded(Instant at, String event, String kind, String on, String scope, String officer)
            implements Decision {}

    /**
     * Superintendent and board agreed that a school year's unclassified records are Class 2 for now (5 CCR 16024).
     *
     * @param lapses first day on which that no longer holds, ISO 8601
     */
    record ReviewDefaulted(Instant at, String schoolYear, String superintendent, String boardAction, String lapses)
            implements Decision {}

    /** A step of a legal hold. */
    sealed interface HoldStep extends Decision {}

    /**
     * A legal hold came into force.
     *
     * @param scope digest of its scope as written
     */
    record HoldPlaced(Instant at, String hold, String matter, String kind, String scope, String officer)
            implements HoldStep {}

    /** One person asked for a hold's release; nothing is released yet. */
    record HoldReleaseRequested(Instant at, String hold, String officer) implements HoldStep {}

    /** A second person approved a hold's release; it still binds until the cool-off ends, ISO 8601 day. */
    record HoldReleased(Instant at, String hold, String officer, String second, String coolOffEnds)
            implements HoldStep {}

    /**
     * A notice of a hold: sent, reminded or acknowledged.
     *
     * @param custodian digest of the custodian's address
     */
    record HoldNotice(Instant at, String hold, String custodian, String step) implements HoldStep {}

    /** A step about the people whose mail is kept. */
    sealed interface Personnel extends Decision {}

    /**
     * A directory's file was taken over.
     *
     * @param directory {@code people} and the number of the import
     * @param file digest of the file
     * @param missing how many people it no longer names; they stay
     */
    record PeopleImported(
            Instant at, String directory, String file, long added, long changed, long missing, String officer)
            implements Personnel {}

    /**
     * Somebody leaves, and a hold was placed on the person's mail.
     *
     * @param person the person's id
     * @param separated the last day, ISO 8601
     */
    record DepartureOpened(Instant at, String departure, String person, String separated, String hold, String officer)
            implements Personnel {}

    /** A step of a departure's checklist was taken. */
    record DepartureStepTaken(Instant at, String departure, String step, String officer) implements Personnel {}

    /** Two officers signed a standing authority to destroy transitory series until it lapses, ISO 8601 day. */
    record AuthoritySigned(Instant at, String authority, String series, String lapses, String officer, String second)
            implements Decision {}

    /** A standing authority was revoked. */
    record AuthorityRevoked(Instant at, String authority, String officer) implements Decision {}

    /**
     * A list of items due for destruction was frozen.
     *
     * @param list digest of the list: its lines say item, object and series
     */
    record PlanProposed(Instant at, String plan, long items, String list, String asOf, String officer)
            implements Decision {}

    /** A second person approved a frozen list; {@code action} is the board's action or the standing authority. */
    record PlanApproved(Instant at, String plan, String list, String action, String officer) implements Decision {}

    /** What is on an approved list left the archive for its grace period, which ends on an ISO 8601 day. */
    record PlanCondemned(Instant at, String plan, long items, String graceEnds) implements Decision {}

    /** An item was taken off a list: by a veto, named by {@code reason}, or by an officer; empty for a veto. */
    record Withdrawn(Instant at, String item, String plan, String reason, String officer) implements Decision {}

    /**
     * An item was destroyed.
     *
     * @param authority the citation
     * @param officer who proposed
     * @param second who approved
     */
    record Destroyed(
            Instant at,
            String item,
            String object,
            String series,
            String plan,
            String authority,
            String officer,
            String second)
            implements CustodyEvent {}

    /** A step of a container, the file that many items came out of. */
    sealed interface ContainerStep extends CustodyEvent {
        /** Digest of the whole file. */
        String container();
    }

    /**
     * A container was kept beside its items.
     *
     * @param size bytes of the file
     * @param parts how many objects hold them
     */
    record ContainerKept(Instant at, String container, long size, long parts, String run) implements ContainerStep {}

    /**
     * A container was destroyed with the first of its items.
     *
     * @param items how many of its items are still there
     */
    record ContainerDestroyed(Instant at, String container, long size, String plan, long items)
            implements ContainerStep {}

    /** A copy left a custodian's mailbox after the archive's object was read back. {@code place} is a digest. */
    record RemovedFromMailbox(Instant at, String item, String place, String run) implements Decision {}

    /** A run was stopped before it removed anything. */
    record BreakerTripped(Instant at, String run, String reason, long items) implements Decision {}

    /** A person let a stopped run go on, once. */
    record BreakerOverridden(Instant at, String run, String officer) implements Decision {}

    /** A step of putting messages back into a mailbox. */
    sealed interface RestoreStep extends Decision {
        /** The restore's id. */
        String restore();
    }

    /**
     * An officer ordered that messages be put back into a mailbox; nothing has left yet.
     *
     * @param target digest of the mailbox's name
     * @param list digest of the list: its lines say item, object and folder
     */
    record RestoreBegun(Instant at, String restore, String target, String list, long items, String officer)
            implements RestoreStep {}

    /** A restore came to its end: messages put back, those that were there already, and those that could not be. */
    record RestoreEnded(Instant at, String restore, long restored, long present, long failed, String officer)
            implements RestoreStep {}

    /** A certificate was issued over what a plan destroyed; {@code file} is the digest of its JSON. */
    record CertificateIssued(Instant at, String certificate, String plan, String file, long items)
            implements Decision {}

    /** A step in the life of one of the district's accounts on the web. */
    sealed interface AccountStep extends CustodyEvent {
        /** The account's id. */
        String account();
    }

    /**
     * Somebody asked for an account on the web.
     *
     * @param request digest of the request as entered
     */
    record AccountRequested(Instant at, String account, String request, String officer) implements AccountStep {}

    /**
     * A request for an account was answered, or an account ended.
     *
     * @param answer APPROVED, AMENDED, REJECTED, MORE_ASKED or ENDED
     * @param words digest of the explanation
     */
    record AccountDecided(Instant at, String account, String answer, String words, String officer)
            implements AccountStep {}

    /** A step of a production. */
    sealed interface ProductionStep extends Decision {
        /** The production's id. */
        String production();
    }

    /**
     * A production was ordered.
     *
     * @param order digest of what it is for and what was searched
     * @param replaces the production it replaces; empty for none
     */
    record ProductionOrdered(
            Instant at, String production, String format, String order, String replaces, String officer)
            implements ProductionStep {}

    /**
     * A production's package was built.
     *
     * @param first its first Bates number
     * @param last its last one, inclusive
     * @param free how many numbers between stand on no page
     * @param list digest of what it says of each item
     * @param file digest of its {@code production.json}
     * @param manifest digest of its manifest
     * @param stamp digest of its time stamp; empty for none
     */
    record ProductionBuilt(
            Instant at,
            String production,
            String first,
            String last,
            long free,
            long documents,
            long items,
            String list,
            String file,
            String manifest,
            String stamp)
            implements ProductionStep {}

    /** A second person checked a production's package; {@code file} is the digest of its {@code production.json}. */
    record ProductionChecked(Instant at, String production, String file, String officer) implements ProductionStep {}

    /** A production was given out. */
    record ProductionReleased(Instant at, String production, String file, String officer) implements ProductionStep {}

    /**
     * A production was given up.
     *
     * @param first the first number that is lost with it; empty for none
     * @param last the last one, inclusive
     */
    record ProductionAbandoned(Instant at, String production, String first, String last, String officer)
            implements ProductionStep {}

    /**
     * A request for records was entered, and a hold placed on what it asks for.
     *
     * @param received the day of receipt, ISO 8601
     * @param scope digest of what it asks for, as written
     */
    record RequestOpened(Instant at, String request, String received, String hold, String scope, String officer)
            implements OfRequest {}

    /** The period of a request was extended to an ISO 8601 day; {@code ground} names the circumstance of the law. */
    record RequestExtended(Instant at, String request, String ground, String until, String officer)
            implements OfRequest {}

    /**
     * A step of a request was taken between its receipt and its end.
     *
     * @param step its name, such as ACKNOWLEDGED or DETERMINED
     * @param on the day, ISO 8601
     * @param outcome of a determination: FULL, PARTIAL or NONE; empty for another step
     */
    record RequestStepTaken(Instant at, String request, String step, String on, String outcome, String officer)
            implements OfRequest {}

    /**
     * A letter to a requester was sent.
     *
     * @param letter its kind, such as DETERMINATION
     * @param text digest of its text
     * @param paper digest of the same as PDF
     */
    record LetterSent(Instant at, String request, String letter, String text, String paper, String officer)
            implements OfRequest {}

    /** A request was closed. */
    record RequestClosed(Instant at, String request, String officer) implements OfRequest {}

    /**
     * A reviewer decided about an item.
     *
     * @param set the request, or the digest of another review's name
     * @param exemptions names of the grounds with commas between; empty for none
     */
    record ItemCoded(Instant at, String set, String item, String decision, String exemptions, String officer)
            implements Review {}

    /**
     * A person applied or refused redactions of an item.
     *
     * @param set the request, or the digest of another review's name
     * @param state APPLIED or REFUSED
     * @param redactions how many
     * @param applied digest of all that is removed from the item from now on
     */
    record RedactionsDecided(
            Instant at, String set, String item, String state, long redactions, String applied, String officer)
            implements Review {}
}
