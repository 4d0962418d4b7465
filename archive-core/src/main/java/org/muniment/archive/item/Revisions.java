package org.muniment.archive.item;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The catalogue's counter of changes. Both databases let only one transaction at a time past an update of it. */
final class Revisions {
    private Revisions() {}

    /** Takes the writers' turn until the transaction ends, counts so many changes, and gives the counter before them. */
    static long take(JdbcTemplate writer, int steps) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Items are changed inside a transaction");
        }
        Long revision = writer.queryForObject(
                "update catalogue_revision set revision = revision + ? returning revision", Long.class, steps);
        if (revision == null) {
            throw new IllegalStateException("The catalogue has no revision");
        }
        return revision - steps;
    }
}
