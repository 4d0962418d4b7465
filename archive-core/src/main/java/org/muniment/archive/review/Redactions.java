package org.muniment.archive.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of redactions, proposed and decided. Every step stays on record. Changes run in the caller's transaction.
 * Safe for many threads and processes.
 */
public final class Redactions {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every decision is noted, in the same transaction
     */
    public Redactions(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /**
     * Proposes redactions. What was proposed, applied or refused at the same place before stays as it is.
     *
     * @return the new ones
     */
    public List<Redaction> suggest(Collection<Suggestion> suggestions, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Adds redactions that a person drew: applied at once. Refused or proposed ones at the same place become applied. */
    public List<Redaction> add(Collection<Suggestion> drawn, Officer by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * A person wants these redactions.
     *
     * @param instead the ground to print instead of the proposed one; null to keep it
     * @throws ReviewRefused when there is no such redaction; nothing is changed then
     */
    public List<Redaction> apply(
            Collection<RedactionId> redactions, @Nullable Exemption instead, Officer by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /**
     * A person does not want these redactions; one that was applied is lifted.
     *
     * @throws ReviewRefused when there is no such redaction; nothing is changed then
     */
    public List<Redaction> refuse(Collection<RedactionId> redactions, Officer by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Finds one. */
    public Optional<Redaction> find(RedactionId redaction) {
        throw new UnsupportedOperationException();
    }

    /** All redactions of an item in a set, whatever their state, in the order in which they came. */
    public List<Redaction> of(ReviewSet set, ItemId item) {
        throw new UnsupportedOperationException();
    }

    /** What counts: the applied redactions of each of these items; those without any are left out. */
    public Map<ItemId, List<Redaction>> applied(ReviewSet set, Collection<ItemId> items) {
        throw new UnsupportedOperationException();
    }

    /** How many proposals on each of these items wait for a person; those without any are left out. */
    public Map<ItemId, Long> waiting(ReviewSet set, Collection<ItemId> items) {
        throw new UnsupportedOperationException();
    }

    /**
     * A page of a set's redactions in one state, in the order in which they came.
     *
     * @param after the last of the page before; null for the first
     */
    public List<Redaction> page(ReviewSet set, Redaction.State state, @Nullable RedactionId after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many redactions of a set are in each state; states without any are left out. */
    public Map<Redaction.State, Long> counts(ReviewSet set) {
        throw new UnsupportedOperationException();
    }

    /**
     * The digest of what is removed from an item: the same for the same parts, places and sections, in whatever set and
     * order. Two releases of an item with different digests hide different things.
     *
     * @return 64 lower-case hexadecimal digits; for no redactions the digest of nothing
     */
    public static String digest(Collection<Redaction> applied) {
        throw new UnsupportedOperationException();
    }
}
