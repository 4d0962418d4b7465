package org.muniment.archive.ledger;

import java.time.Instant;

/**
 * Something that changed who keeps what: one entry of the ledger. Made of ids, digests, counts and officers only; no
 * personal text, since the ledger outlives what was destroyed. Digests are 64 lower-case hexadecimal digits.
 */
public sealed interface CustodyEvent {
    /** When it happened, by the archive's clock. */
    Instant at();

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
}
