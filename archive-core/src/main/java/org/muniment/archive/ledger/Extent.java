package org.muniment.archive.ledger;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How many entries the log has. Three places know it: the head, the entries and the lowest tiles; where one of them was
 * changed the other two outvote it.
 *
 * @param size what at least two of them say, else the least of the three
 * @param headSize what the head says; -1 without a head
 * @param headRoot root in the head, as stored; empty without a head
 */
record Extent(long size, long headSize, String headRoot) {
    private static final String COUNT = "select coalesce((select size from ledger_head where id = 1), -1),"
            + " coalesce((select root from ledger_head where id = 1), ''),"
            + " (select coalesce(max(position) + 1, 0) from ledger_entry),"
            + " (select coalesce(sum(length(hashes)), 0) / 32 from ledger_tile where level = 0)";

    static Extent of(DataSource source, Findings findings) {
        Extent extent = new JdbcTemplate(source)
                .query(COUNT, (row, number) -> {
                    long head = row.getLong(1);
                    return new Extent(majority(head, row.getLong(3), row.getLong(4)), head, row.getString(2));
                })
                .getFirst();
        if (extent.headSize < 0) {
            findings.add("head", "is missing or says a size below zero");
        } else if (extent.headSize != extent.size) {
            findings.add("head", "says " + extent.headSize + " entries, but the ledger has " + extent.size);
        }
        return extent;
    }

    private static long majority(long head, long entries, long leaves) {
        if (head == entries || head == leaves) {
            return head;
        }
        return entries == leaves ? entries : Math.max(0, Math.min(head, Math.min(entries, leaves)));
    }

    /** What is to be added to the head's size at any time to get the log's: 0 for a head that is right. */
    long correction() {
        return size - Math.max(0, headSize);
    }
}
