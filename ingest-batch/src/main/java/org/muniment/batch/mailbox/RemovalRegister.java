package org.muniment.batch.mailbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
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

    /** All removals by all runs. */
    public long count() {
        Long found = reader.queryForObject("select count(*) from mailbox_removal where state = 'REMOVED'", Long.class);
        return found == null ? 0 : found;
    }
}
