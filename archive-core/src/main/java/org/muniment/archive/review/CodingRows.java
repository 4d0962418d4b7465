package org.muniment.archive.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Coding.Ruling;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of decisions. */
final class CodingRows {
    private static final int PORTION = 500;
    private static final String COLUMNS =
            "select c.number, c.review_set, c.item, c.decision, c.note, c.officer, c.at, c.copy_of from coding c ";
    private static final String LATEST = "c.number = (select max(d.number) from coding d"
            + " where d.review_set = c.review_set and d.item = c.item)";

    private final JdbcTemplate jdbc;

    private record Row(
            long number, String set, String item, Decision decision, String note, String officer, long at, String of) {
        static Row from(ResultSet row, int index) throws SQLException {
            String of = row.getString(8);
            return new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Decision.valueOf(row.getString(4)),
                    row.getString(5),
                    row.getString(6),
                    row.getLong(7),
                    of == null ? "" : of);
        }

        Coding coding(List<Exemption> exemptions) {
            return new Coding(
                    new ReviewSet(set),
                    new ItemId(item),
                    new Ruling(decision, exemptions, note),
                    new Officer(officer),
                    Instant.ofEpochMilli(at),
                    of.isEmpty() ? null : new ItemId(of));
        }
    }

    CodingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds decisions, in their order; the caller holds the count. */
    void add(List<Coding> codings, long after) {
        CitedExemptions cited = new CitedExemptions(jdbc);
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> grounds = new ArrayList<>();
        long number = after;
        for (Coding coding : codings) {
            number++;
            ItemId of = coding.copyOf();
            rows.add(new Object[] {
                number,
                coding.set().name(),
                coding.item().value(),
                coding.decision().name(),
                coding.ruling().note(),
                coding.by().name(),
                coding.at().toEpochMilli(),
                of == null ? null : of.value()
            });
            int ordinal = 0;
            for (Exemption exemption : coding.ruling().exemptions()) {
                grounds.add(new Object[] {number, ordinal++, cited.number(exemption)});
            }
        }
        jdbc.batchUpdate(
                "insert into coding (number, review_set, item, decision, note, officer, at, copy_of)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        jdbc.batchUpdate("insert into coding_exemption (coding, ordinal, exemption) values (?, ?, ?)", grounds);
    }

    /** The latest decisions on items, in no order. */
    List<Coding> latest(ReviewSet set, Collection<ItemId> items) {
        return codings(rows(set, items, " and " + LATEST));
    }

    /** All decisions on items, oldest first. */
    List<Coding> all(ReviewSet set, Collection<ItemId> items) {
        return codings(rows(set, items, "").stream()
                .sorted(Comparator.comparingLong(Row::number))
                .toList());
    }

    private List<Row> rows(ReviewSet set, Collection<ItemId> items, String which) {
        List<ItemId> all = List.copyOf(items);
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            List<ItemId> some = all.subList(from, Math.min(all.size(), from + PORTION));
            List<Object> values = new ArrayList<>(List.of(set.name()));
            some.forEach(item -> values.add(item.value()));
            rows.addAll(jdbc.query(
                    COLUMNS + "where c.review_set = ? and c.item in (?" + ", ?".repeat(some.size() - 1) + ")" + which,
                    Row::from,
                    values.toArray()));
        }
        return rows;
    }

    List<Coding> latest(ReviewSet set) {
        return codings(jdbc.query(
                COLUMNS + "where c.review_set = ? and " + LATEST + " order by c.item", Row::from, set.name()));
    }

    List<Coding> history(ReviewSet set, ItemId item) {
        return codings(jdbc.query(
                COLUMNS + "where c.review_set = ? and c.item = ? order by c.number",
                Row::from,
                set.name(),
                item.value()));
    }

    Map<Decision, Long> counts(ReviewSet set) {
        Map<Decision, Long> counts = new HashMap<>();
        jdbc.query(
                "select c.decision, count(*) from coding c where c.review_set = ? and " + LATEST
                        + " group by c.decision",
                row -> {
                    counts.put(Decision.valueOf(row.getString(1)), row.getLong(2));
                },
                set.name());
        return counts;
    }

    private List<Coding> codings(List<Row> rows) {
        Map<Long, List<Exemption>> exemptions = exemptions(rows);
        return rows.stream()
                .map(row -> row.coding(exemptions.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private Map<Long, List<Exemption>> exemptions(List<Row> rows) {
        List<Long> exempt = rows.stream()
                .filter(row -> row.decision().isExempt())
                .map(Row::number)
                .toList();
        CitedExemptions cited = new CitedExemptions(jdbc);
        Map<Long, List<Exemption>> found = new HashMap<>();
        for (int from = 0; from < exempt.size(); from += PORTION) {
            List<Long> some = exempt.subList(from, Math.min(exempt.size(), from + PORTION));
            jdbc.query(
                    "select coding, exemption from coding_exemption where coding in (?" + ", ?".repeat(some.size() - 1)
                            + ") order by coding, ordinal",
                    row -> {
                        found.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                                .add(cited.get(row.getLong(2)));
                    },
                    some.toArray());
        }
        return found;
    }
}
