package org.muniment.archive.disposition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code plan_line}. */
final class LineRows {
    private static final int PORTION = 1000;
    private static final String OPEN = "state in ('OPEN', 'DESTROYING')";
    private static final String SELECT = "select number, item, object, size, series, record_class, eligible, authority,"
            + " state, ended, officer, veto, words, plan from plan_line ";

    private final JdbcTemplate jdbc;

    LineRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(PlanId plan, List<PlanLine> lines) {
        jdbc.batchUpdate(
                "insert into plan_line (plan, number, item, object, size, series, record_class, eligible, authority,"
                        + " state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')",
                lines,
                PORTION,
                (insert, line) -> {
                    insert.setLong(1, plan.number());
                    insert.setLong(2, line.number());
                    insert.setString(3, line.item().value());
                    insert.setString(4, line.object().hex());
                    insert.setLong(5, line.size());
                    insert.setString(6, line.series().value());
                    insert.setInt(7, line.recordClass().number());
                    insert.setLong(8, line.eligible().toEpochDay());
                    insert.setString(9, line.authority());
                });
    }

    /** Lines after a number, in their order. */
    List<PlanLine> page(Plan plan, long after, int limit) {
        return jdbc.query(
                SELECT + "where plan = ? and number > ? order by number limit ?",
                (row, at) -> line(row, plan),
                plan.id().number(),
                after,
                limit);
    }

    /** The first lines that are neither destroyed nor withdrawn. */
    List<PlanLine> toDo(Plan plan, int limit) {
        return jdbc.query(
                SELECT + "where plan = ? and " + OPEN + " order by number limit ?",
                (row, at) -> line(row, plan),
                plan.id().number(),
                limit);
    }

    /** Of some items of a plan. */
    List<PlanLine> of(Plan plan, Collection<ItemId> items) {
        List<PlanLine> found = new ArrayList<>();
        for (List<Object> some : portions(items)) {
            List<Object> values = new ArrayList<>(some);
            values.addFirst(plan.id().number());
            found.addAll(jdbc.query(
                    SELECT + "where plan = ? and item in " + Rows.marks(some.size()) + " order by number",
                    (row, at) -> line(row, plan),
                    values.toArray()));
        }
        return found;
    }

    /** Those of these items that are on a plan, open, whichever it is. */
    Set<ItemId> open(Collection<ItemId> items) {
        return items("select item from plan_line where " + OPEN + " and item in ", items);
    }

    /** Those that an officer once took off a plan. */
    Set<ItemId> takenOffByOfficers(Collection<ItemId> items) {
        return items(
                "select distinct item from plan_line where state = 'WITHDRAWN' and officer is not null and item in ",
                items);
    }

    Set<ItemId> condemned(Collection<ItemId> items) {
        return items(
                "select l.item from plan_line l join plan p on p.number = l.plan where p.stage = 'CONDEMNED'"
                        + " and l.state in ('OPEN', 'DESTROYING') and l.item in ",
                items);
    }

    /** Of everything that was collected from these mailboxes. */
    Set<ItemId> condemnedFrom(Collection<Custodian> mailboxes) {
        if (mailboxes.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.query(
                "select l.item from plan p join plan_line l on l.plan = p.number where p.stage = 'CONDEMNED'"
                        + " and p.stage <> 'FINISHED' and l.state in ('OPEN', 'DESTROYING') and exists"
                        + " (select 1 from collection c where c.item = l.item and c.custodian in "
                        + Rows.marks(mailboxes.size()) + ")",
                (row, at) -> new ItemId(row.getString(1)),
                mailboxes.stream().map(Custodian::address).toArray()));
    }

    private Set<ItemId> items(String query, Collection<ItemId> items) {
        Set<ItemId> found = new HashSet<>();
        for (List<Object> some : portions(items)) {
            jdbc.query(
                    query + Rows.marks(some.size()),
                    row -> {
                        found.add(new ItemId(row.getString(1)));
                    },
                    some.toArray());
        }
        return found;
    }

    private static List<List<Object>> portions(Collection<ItemId> items) {
        List<Object> all = new ArrayList<>(items.stream().map(ItemId::value).toList());
        List<List<Object>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(all.subList(from, Math.min(all.size(), from + PORTION)));
        }
        return portions;
    }

    /** Notes that the destruction of these lines begins; those closed meanwhile are not among the lines it gives back. */
    List<PlanLine> begin(PlanId plan, List<PlanLine> lines) {
        return changed(
                lines,
                jdbc.batchUpdate(
                        "update plan_line set state = 'DESTROYING' where plan = ? and number = ? and " + OPEN,
                        keys(plan, lines)));
    }

    /** Those of these lines whose destruction was begun and which nobody closed. */
    List<PlanLine> stillBegun(PlanId plan, List<PlanLine> lines) {
        return changed(
                lines,
                jdbc.batchUpdate(
                        "update plan_line set state = 'DESTROYING' where plan = ? and number = ? and state = 'DESTROYING'",
                        keys(plan, lines)));
    }

    void destroyed(PlanId plan, List<PlanLine> lines, Instant at) {
        jdbc.batchUpdate(
                "update plan_line set state = 'DESTROYED', ended = ? where plan = ? and number = ?",
                lines.stream()
                        .map(line -> new Object[] {at.toEpochMilli(), plan.number(), line.number()})
                        .toList());
    }

    /** Closes lines that are open; those that were closed before are not among what it gives back. */
    List<Withdrawal> withdraw(PlanId plan, List<Withdrawal> withdrawals, @Nullable Officer by, Instant at) {
        String officer = by == null ? null : by.name();
        return changed(
                withdrawals,
                jdbc.batchUpdate(
                        "update plan_line set state = 'WITHDRAWN', ended = ?, officer = ?, veto = ?, words = ?"
                                + " where plan = ? and number = ? and " + OPEN,
                        withdrawals.stream()
                                .map(one -> new Object[] {
                                    at.toEpochMilli(),
                                    officer,
                                    one.refusal().veto(),
                                    one.refusal().words(),
                                    plan.number(),
                                    one.line().number()
                                })
                                .toList()));
    }

    private static List<Object[]> keys(PlanId plan, List<PlanLine> lines) {
        return lines.stream()
                .map(line -> new Object[] {plan.number(), line.number()})
                .toList();
    }

    private static <T> List<T> changed(List<T> rows, int[] counts) {
        List<T> changed = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                changed.add(rows.get(i));
            }
        }
        return changed;
    }

    Map<String, Long> counts(PlanId plan) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.query(
                "select state, count(*) from plan_line where plan = ? group by state",
                row -> {
                    counts.put(row.getString(1), row.getLong(2));
                },
                plan.number());
        return counts;
    }

    static PlanLine line(ResultSet row, Plan plan) throws SQLException {
        return new PlanLine(
                row.getLong("number"),
                new ItemId(row.getString("item")),
                new Digest(row.getString("object")),
                row.getLong("size"),
                new SeriesId(row.getString("series")),
                RecordClass.of(row.getInt("record_class")),
                Rows.day(row, "eligible"),
                row.getString("authority"),
                disposition(row, plan.stage()));
    }

    private static Disposition disposition(ResultSet row, Plan.Stage stage) throws SQLException {
        return switch (row.getString("state")) {
            case "DESTROYED" -> new Disposition.Destroyed(Rows.instant(row, "ended"));
            case "WITHDRAWN" ->
                new Disposition.Withdrawn(
                        new Refusal(row.getString("veto"), row.getString("words")),
                        Rows.officer(row, "officer").orElse(null),
                        Rows.instant(row, "ended"));
            case String state -> open(state.equals("DESTROYING"), stage);
        };
    }

    private static Disposition open(boolean begun, Plan.Stage stage) {
        return switch (stage) {
            case Plan.Stage.Proposed proposed -> new Disposition.Proposed();
            case Plan.Stage.Approved approved -> new Disposition.Approved(approved.approval());
            case Plan.Stage.Condemned condemned ->
                new Disposition.Condemned(condemned.approval(), condemned.graceEnds(), begun);
            case Plan.Stage.Finished finished -> throw new IllegalStateException("A finished plan has no open line");
        };
    }
}
