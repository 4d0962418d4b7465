package org.muniment.archive.review;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Redaction.State;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The rows of redactions and their steps. For one query or change. */
final class RedactionRows {
    private static final int PORTION = 500;
    private static final String COLUMNS = "select number, review_set, item, part, place, exemption, origin, measured,"
            + " state, officer, at from redaction ";

    private final JdbcTemplate jdbc;
    private final CitedExemptions cited;

    RedactionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.cited = new CitedExemptions(jdbc);
    }

    /** Adds redactions with their first step; the caller holds the count. */
    void add(List<Redaction> redactions) {
        jdbc.batchUpdate(
                "insert into redaction (number, key, review_set, item, part, place, exemption, origin, measured, state,"
                        + " officer, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                redactions.stream()
                        .map(one -> new Object[] {
                            one.id().number(),
                            key(one.what()),
                            one.set().name(),
                            one.item().value(),
                            one.part().written(),
                            one.place().written(),
                            cited.number(one.exemption()),
                            one.what().origin(),
                            one.what().measured(),
                            one.state().name(),
                            officer(one.by()),
                            one.at().toEpochMilli()
                        })
                        .toList());
        record(redactions);
    }

    /** Puts redactions where they stand now, as a further step of each. */
    void change(List<Redaction> redactions) {
        jdbc.batchUpdate(
                "update redaction set exemption = ?, state = ?, officer = ?, at = ? where number = ?",
                redactions.stream()
                        .map(one -> new Object[] {
                            cited.number(one.exemption()),
                            one.state().name(),
                            officer(one.by()),
                            one.at().toEpochMilli(),
                            one.id().number()
                        })
                        .toList());
        record(redactions);
    }

    private void record(List<Redaction> redactions) {
        jdbc.batchUpdate(
                "insert into redaction_step (redaction, ordinal, state, exemption, officer, at) values (?,"
                        + " (select count(*) from redaction_step where redaction = ?), ?, ?, ?, ?)",
                redactions.stream()
                        .map(one -> new Object[] {
                            one.id().number(),
                            one.id().number(),
                            one.state().name(),
                            cited.number(one.exemption()),
                            officer(one.by()),
                            one.at().toEpochMilli()
                        })
                        .toList());
    }

    private static @Nullable String officer(@Nullable Officer officer) {
        return officer == null ? null : officer.name();
    }

    /** The same place of the same part of an item in a set is one redaction. */
    static String key(Suggestion what) {
        String written = String.join(
                "\n",
                what.set().name(),
                what.item().value(),
                what.part().written(),
                what.place().written());
        return Digest.of(written.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Every step of a redaction, oldest first. */
    List<Redaction> history(Redaction now) {
        return steps(List.of(now));
    }

    /** Every step of every redaction of items, oldest first: how each stood after it. */
    List<Redaction> steps(ReviewSet set, Collection<ItemId> items) {
        return steps(of(set, items));
    }

    private List<Redaction> steps(List<Redaction> redactions) {
        Map<Long, Redaction> now =
                redactions.stream().collect(Collectors.toMap(one -> one.id().number(), Function.identity()));
        List<Long> numbers = List.copyOf(now.keySet());
        List<Redaction> steps = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += PORTION) {
            List<Long> some = numbers.subList(from, Math.min(numbers.size(), from + PORTION));
            steps.addAll(jdbc.query(
                    "select redaction, exemption, state, officer, at from redaction_step where redaction in (?"
                            + ", ?".repeat(some.size() - 1) + ") order by redaction, ordinal",
                    (row, index) -> Objects.requireNonNull(now.get(row.getLong(1)))
                            .after(
                                    cited.get(row.getLong(2)),
                                    State.valueOf(row.getString(3)),
                                    named(row.getString(4)),
                                    Instant.ofEpochMilli(row.getLong(5))),
                    some.toArray()));
        }
        return steps;
    }

    List<Redaction> find(Collection<RedactionId> redactions) {
        return in(
                "where number in ", redactions.stream().map(RedactionId::number).toList());
    }

    List<Redaction> of(ReviewSet set, Collection<ItemId> items) {
        return in(
                "where review_set = ? and item in ",
                items.stream().map(ItemId::value).toList(),
                set.name());
    }

    List<Redaction> of(ReviewSet set, Collection<ItemId> items, State state) {
        return in(
                "where review_set = ? and state = ? and item in ",
                items.stream().map(ItemId::value).toList(),
                set.name(),
                state.name());
    }

    List<Redaction> page(ReviewSet set, State state, long after, int limit) {
        return jdbc.query(
                COLUMNS + "where review_set = ? and state = ? and number > ? order by number limit ?",
                mapper(),
                set.name(),
                state.name(),
                after,
                limit);
    }

    private List<Redaction> in(String where, List<?> values, Object... before) {
        List<Redaction> found = new ArrayList<>();
        for (int from = 0; from < values.size(); from += PORTION) {
            List<?> some = values.subList(from, Math.min(values.size(), from + PORTION));
            found.addAll(jdbc.query(
                    COLUMNS + where + "(?" + ", ?".repeat(some.size() - 1) + ") order by number",
                    mapper(),
                    Stream.concat(Stream.of(before), some.stream()).toArray()));
        }
        return found;
    }

    private RowMapper<Redaction> mapper() {
        return (row, index) -> redaction(row);
    }

    private Redaction redaction(ResultSet row) throws SQLException {
        return new Redaction(
                RedactionId.of(row.getLong(1)),
                new Suggestion(
                        new ReviewSet(row.getString(2)),
                        new ItemId(row.getString(3)),
                        Part.read(row.getString(4)),
                        Place.read(row.getString(5)),
                        cited.get(row.getLong(6)),
                        row.getString(7),
                        row.getString(8)),
                State.valueOf(row.getString(9)),
                named(row.getString(10)),
                Instant.ofEpochMilli(row.getLong(11)));
    }

    private static @Nullable Officer named(@Nullable String name) {
        return name == null ? null : new Officer(name);
    }
}
