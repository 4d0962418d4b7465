package org.muniment.archive;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The objects that a catalogue names, by the names under which they lie in the store: those of items and those of the files
 * that items came out of. For copies of an archive. Safe for many threads.
 */
public final class StoredObjects {
    private static final String NAMED =
            "(select digest as object from item union select object from container_part) named";
    private static final String STORED = "select coalesce(k.stored, named.object) as stored from " + NAMED
            + " left join object_key k on k.object = named.object";

    private final JdbcTemplate jdbc;

    /** @param catalogue an archive's, or a snapshot of one */
    public StoredObjects(DataSource catalogue) {
        this.jdbc = new JdbcTemplate(catalogue);
    }

    /** All of them, each once, ascending, read as the stream advances. Close the stream. */
    public Stream<Digest> all() {
        return jdbc.queryForStream(STORED + " order by 1", (row, number) -> new Digest(row.getString(1)));
    }

    /** Whether the catalogue names it. */
    public boolean has(Digest stored) {
        String object =
                jdbc.queryForList("select object from object_key where stored = ?", String.class, stored.hex()).stream()
                        .findFirst()
                        .orElse(stored.hex());
        return exists(
                        "select 1 from item where id = ? and digest = ?",
                        ItemId.of(new Digest(object)).value(),
                        object)
                || exists("select 1 from container_part where object = ?", object);
    }

    private boolean exists(String query, Object... values) {
        return !jdbc.queryForList(query, values).isEmpty();
    }
}
