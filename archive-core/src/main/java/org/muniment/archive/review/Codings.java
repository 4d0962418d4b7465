package org.muniment.archive.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of reviewers' decisions. Rows are only ever added; of each item the latest in a set counts. Changes run in
 * the caller's transaction. Safe for many threads and processes.
 */
public final class Codings {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every decision is noted, in the same transaction
     */
    public Codings(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /**
     * Decides on items.
     *
     * @param copies whether exact copies of them, which differ in transport headers only, are decided alike; a copy that
     *     was decided otherwise before is decided anew
     * @return what was recorded, items named first, then copies; those decided just so already by the same person are
     *     left out
     * @throws ReviewRefused when the archive has no such item; nothing is recorded then
     */
    public List<Coding> code(
            ReviewSet set, List<ItemId> items, Coding.Ruling ruling, boolean copies, Officer by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** The latest decision on each of these items; those without any are left out. */
    public Map<ItemId, Coding> latest(ReviewSet set, Collection<ItemId> items) {
        throw new UnsupportedOperationException();
    }

    /** The latest decision on every item of a set, in the order of ids. */
    public Map<ItemId, Coding> latest(ReviewSet set) {
        throw new UnsupportedOperationException();
    }

    /** All decisions on an item in a set, oldest first. */
    public List<Coding> history(ReviewSet set, ItemId item) {
        throw new UnsupportedOperationException();
    }

    /** How many items each decision has now in a set; those with none are left out. */
    public Map<Decision, Long> counts(ReviewSet set) {
        throw new UnsupportedOperationException();
    }

    /** Every set in which something was decided, by name. */
    public List<ReviewSet> sets() {
        throw new UnsupportedOperationException();
    }

    /** The exact copies of items: those of the same duplicate group, without the items themselves; in the order of ids. */
    public Map<ItemId, List<ItemId>> copies(Collection<ItemId> items) {
        throw new UnsupportedOperationException();
    }
}
