package org.muniment.batch.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.muniment.archive.item.Custodian;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register of removals as a check sees it. */
public final class RemovalRegister {
    private static final int PORTION = 500;

    private final JdbcTemplate reader;

    public RemovalRegister(DataSource reader) {
        this.reader = new JdbcTemplate(reader);
    }

    /** Those of these items that a run removed; an item twice when it removed two of its copies. */
    public List<String> removed(String run, List<String> items) {
        List<String> found = new ArrayList<>();
        List<String> distinct = items.stream().distinct().toList();
        for (int from = 0; from < distinct.size(); from += PORTION) {
            List<String> some = distinct.subList(from, Math.min(distinct.size(), from + PORTION));
            List<Object> values = new ArrayList<>(List.of(run));
            values.addAll(some);
            found.addAll(reader.queryForList(
                    "select item from mailbox_removal where run = ? and state = 'REMOVED' and item in ("
                            + String.join(", ", Collections.nCopies(some.size(), "?")) + ")",
                    String.class,
                    values.toArray()));
        }
        return found;
    }

    /** @param mailbox its number, whether or not it is registered still */
    public record Purged(long mailbox, Custodian custodian) {}

    /** The mailboxes that these runs purged. */
    public Set<Purged> mailboxes(Collection<String> runs) {
        return runs.stream()
                .distinct()
                .flatMap(run -> reader
                        .query(
                                "select m.id, m.custodian from mailbox_run r join mailbox m on m.id = r.mailbox where r.id = ?",
                                (row, at) -> new Purged(row.getLong(1), new Custodian(row.getString(2))),
                                run)
                        .stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All removals by all runs. */
    public long count() {
        Long found = reader.queryForObject("select count(*) from mailbox_removal where state = 'REMOVED'", Long.class);
        return found == null ? 0 : found;
    }
}
