package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of tiles. */
final class Tiles {
    private final JdbcTemplate jdbc;

    Tiles(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    Optional<Tile> find(int level, long position) {
        return jdbc
                .query(
                        "select hashes from ledger_tile where level = ? and position = ?",
                        (row, number) -> Tile.of(level, position, row.getBytes(1)),
                        level,
                        position)
                .stream()
                .findFirst();
    }

    private Tile existing(int level, long position) {
        return find(level, position)
                .orElseThrow(() -> new LedgerCorrupt("The ledger's tile " + level + "/" + position + " is missing"));
    }

    private static Tile wide(Tile tile, int width) {
        if (tile.hashes().size() < width) {
            throw new LedgerCorrupt("The ledger's " + tile.name() + " is cut short");
        }
        return tile;
    }

    /** The right edge of the log of exactly this size, to append to. */
    RightEdge edge(long size) {
        List<List<Hash>> unfinished = new ArrayList<>();
        for (int level = 0; Tile.count(size, level) > 0; level++) {
            int width = (int) (Tile.count(size, level) % Tile.WIDTH);
            long position = Tile.count(size, level + 1);
            unfinished.add(
                    width == 0
                            ? List.of()
                            : wide(existing(level, position), width).hashes().subList(0, width));
        }
        return new RightEdge(size, unfinished);
    }

    void write(List<Tile> tiles) {
        List<Object[]> rows = tiles.stream()
                .map(tile -> new Object[] {tile.level(), tile.position(), tile.bytes()})
                .toList();
        jdbc.batchUpdate(
                "insert into ledger_tile (level, position, hashes) values (?, ?, ?)"
                        + " on conflict (level, position) do update set hashes = excluded.hashes",
                rows);
    }

    /** Reads tiles as they are asked for and remembers them: for one proof or a few, not for the whole log. */
    MerkleTree.Nodes nodes() {
        Map<String, Tile> read = new HashMap<>();
        return (height, position) -> {
            int level = height / Tile.HEIGHT;
            int within = height % Tile.HEIGHT;
            long first = position << within;
            long tile = first / Tile.WIDTH;
            int width = (int) (first % Tile.WIDTH) + (1 << within);
            return wide(read.computeIfAbsent(level + "/" + tile, name -> existing(level, tile)), width)
                    .subtree(height, position);
        };
    }
}
