package org.muniment.archive.web;

import java.time.ZoneId;
import javax.sql.DataSource;
import org.muniment.archive.ledger.Ledger;

/**
 * The registers of this room, wired.
 *
 * @param accounts the district's accounts on the web, who asked for them and who authorised them
 * @param pages what watched sites and feeds looked like at the last visit
 */
public record Web(WebAccounts accounts, WatchedPages pages) {
    /** @param zone the agency's, whose days count */
    public static Web of(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {
        return new Web(new WebAccounts(writer, reader, ledger, zone), new WatchedPages(writer, reader));
    }
}
