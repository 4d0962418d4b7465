package org.muniment.archive.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of containers. */
final class ContainerRows {
    private static final String COLUMNS = "number, digest, size, format, source, place, run, kept, ended, plan";

    private final JdbcTemplate jdbc;

    ContainerRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the container of that digest that is there, if one is. */
    List<Long> alive(Digest digest) {
        return jdbc.queryForList(
                "select number from container where ended is null and digest = ?", Long.class, digest.hex());
    }

    void insert(Container one) {
        Container.Original original = one.original();
        jdbc.update(
                "insert into container (number, digest, size, format, source, place, run, kept)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                one.number(),
                original.digest().hex(),
                original.size(),
                original.format(),
                one.source(),
                one.place(),
                one.run(),
                one.kept().toEpochMilli());
        for (int at = 0; at < original.parts().size(); at++) {
            Container.Part part = original.parts().get(at);
            jdbc.update(
                    "insert into container_part (container, ordinal, object, size) values (?, ?, ?, ?)",
                    one.number(),
                    at,
                    part.object().hex(),
                    part.size());
        }
    }

    List<Container> page(String where, Object... values) {
        return jdbc.query("select " + COLUMNS + " from container " + where + " order by number", this::row, values);
    }

    private Container row(ResultSet row, int at) throws SQLException {
        long number = row.getLong(1);
        Container.Original original =
                new Container.Original(new Digest(row.getString(2)), row.getLong(3), row.getString(4), parts(number));
        long end = row.getLong(9);
        Optional<Container.Ended> ended = row.wasNull()
                ? Optional.empty()
                : Optional.of(new Container.Ended(Instant.ofEpochMilli(end), row.getString(10)));
        return new Container(
                number,
                original,
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Instant.ofEpochMilli(row.getLong(8)),
                ended);
    }

    private List<Container.Part> parts(long container) {
        return jdbc.query(
                "select object, size from container_part where container = ? order by ordinal",
                (row, at) -> new Container.Part(new Digest(row.getString(1)), row.getLong(2)),
                container);
    }

    Map<ItemId, Set<Long>> of(Collection<ItemId> items) {
        Map<ItemId, Set<Long>> found = new HashMap<>();
        List<String> ids = items.stream().map(ItemId::value).toList();
        Statements statements = new Statements(jdbc);
        statements.in(
                "select i.item, i.container from container_item i join container c on c.number = i.container"
                        + " where c.ended is null and i.item in ",
                ids,
                row -> found.computeIfAbsent(new ItemId(row.getString(1)), any -> new TreeSet<>())
                        .add(row.getLong(2)));
        statements.in(
                "select i.id, c.number from item i join container_part p on p.object = i.digest"
                        + " join container c on c.number = p.container where c.ended is null and i.id in ",
                ids,
                row -> found.computeIfAbsent(new ItemId(row.getString(1)), any -> new TreeSet<>())
                        .add(row.getLong(2)));
        return found;
    }

    Set<Digest> objects(Collection<Digest> objects, String state) {
        Set<Digest> found = new HashSet<>();
        new Statements(jdbc)
                .in(
                        "select distinct p.object from container c join container_part p on p.container = c.number where "
                                + state + " and p.object in ",
                        new ArrayList<>(objects.stream().map(Digest::hex).toList()),
                        row -> found.add(new Digest(row.getString(1))));
        return found;
    }
}
