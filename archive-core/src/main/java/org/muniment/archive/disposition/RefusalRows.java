package org.muniment.archive.disposition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was due when a plan was made and is kept: the tables {@code plan_refusal} and {@code plan_refusal_count}. */
final class RefusalRows {
    private static final int PORTION = 1000;

    private final JdbcTemplate jdbc;

    RefusalRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(PlanId plan, List<Refused> refused) {
        jdbc.batchUpdate(
                "insert into plan_refusal (plan, item, veto, words) values (?, ?, ?, ?)",
                refused,
                PORTION,
                (insert, one) -> {
                    insert.setLong(1, plan.number());
                    insert.setString(2, one.item().value());
                    insert.setString(3, one.refusal().veto());
                    insert.setString(4, one.refusal().words());
                });
    }

    void count(PlanId plan, Map<String, Long> counts) {
        jdbc.batchUpdate(
                "insert into plan_refusal_count (plan, veto, items) values (?, ?, ?)",
                counts.entrySet().stream()
                        .map(one -> new Object[] {plan.number(), one.getKey(), one.getValue()})
                        .toList());
    }

    /** A plan a night would repeat the same rows for as long as a hold stands. */
    void dropOfEarlierUnattended(PlanId plan) {
        jdbc.update(
                "delete from plan_refusal where plan in (select number from plan where unattended = 1 and number < ?)",
                plan.number());
    }

    Map<String, Long> counts(PlanId plan) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query(
                "select veto, items from plan_refusal_count where plan = ?",
                row -> {
                    counts.put(row.getString(1), row.getLong(2));
                },
                plan.number());
        return counts;
    }

    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query("select veto, sum(items) from plan_refusal_count group by veto", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    List<Refused> page(PlanId plan, @Nullable ItemId after, int limit) {
        return jdbc.query(
                "select item, veto, words from plan_refusal where plan = ? and item > ? order by item limit ?",
                (row, at) -> new Refused(new ItemId(row.getString(1)), new Refusal(row.getString(2), row.getString(3))),
                plan.number(),
                after == null ? "" : after.value(),
                limit);
    }
}
