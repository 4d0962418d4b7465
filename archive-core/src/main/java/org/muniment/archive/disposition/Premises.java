package org.muniment.archive.disposition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.item.Containers;
import org.muniment.archive.item.Items;
import org.muniment.archive.item.Runs;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.schedule.Retention;
import org.muniment.archive.store.ObjectStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The parts of an archive that planning and destruction work on.
 *
 * @param writer where changes are made
 * @param reader where committed state is read
 * @param transactions on the writer
 * @param ledger where every step is noted
 * @param items the register of items
 * @param runs the register of ingest runs
 * @param retention schedules, classifications and declarations
 * @param holds the register of holds
 * @param stored items read again from their objects
 * @param objects the object store
 * @param zone the agency's, in which days begin and end
 */
public record Premises(
        DataSource writer,
        DataSource reader,
        TransactionTemplate transactions,
        Ledger ledger,
        Items items,
        Runs runs,
        Retention retention,
        Holds holds,
        StoredItems stored,
        ObjectStore objects,
        ZoneId zone) {
    Containers containers() {
        return new Containers(writer, reader, ledger);
    }

    LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    JdbcTemplate writing() {
        return new JdbcTemplate(writer);
    }

    JdbcTemplate reading() {
        return new JdbcTemplate(reader);
    }
}
