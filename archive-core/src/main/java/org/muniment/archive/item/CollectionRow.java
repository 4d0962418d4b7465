package org.muniment.archive.item;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.muniment.archive.store.Digest;

/** A row of the table {@code collection}, as stored. All of it is facts and is hashed. */
record CollectionRow(
        String key,
        String item,
        String custodian,
        String source,
        String place,
        String folder,
        String flags,
        long collectedAt,
        String run) {
    static final String COLUMNS = "key, item, custodian, source, place, folder, flags, collected_at, run";
    static final String INSERT = "insert into collection (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static CollectionRow of(Collection collection) {
        String source = Storable.text(collection.source());
        String place = Storable.text(collection.place());
        String custodian = collection.custodian().address();
        return new CollectionRow(
                key(collection.item().value(), custodian, source, place),
                collection.item().value(),
                custodian,
                source,
                place,
                Storable.text(collection.folder()),
                Storable.text(String.join(" ", collection.flags())),
                collection.collectedAt().toEpochMilli(),
                collection.run());
    }

    private static String key(String... parts) {
        MessageDigest hash = Digest.sha256();
        for (String part : parts) {
            hash.update(part.getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    static CollectionRow from(ResultSet row, int number) throws SQLException {
        return new CollectionRow(
                HexFormat.of().formatHex(row.getBytes(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getLong(8),
                row.getString(9));
    }

    void into(PreparedStatement insert) throws SQLException {
        insert.setBytes(1, keyBytes());
        insert.setString(2, item);
        insert.setString(3, custodian);
        insert.setString(4, source);
        insert.setString(5, place);
        insert.setString(6, folder);
        insert.setString(7, flags);
        insert.setLong(8, collectedAt);
        insert.setString(9, run);
    }

    byte[] keyBytes() {
        return HexFormat.of().parseHex(key);
    }

    Digest register() {
        return new CanonicalRow("collection")
                .column("key", key)
                .column("item", item)
                .column("custodian", custodian)
                .column("source", source)
                .column("place", place)
                .column("folder", folder)
                .column("flags", flags)
                .column("collected_at", collectedAt)
                .column("run", run)
                .digest();
    }

    Collection collection() {
        return new Collection(
                new ItemId(item),
                new Custodian(custodian),
                source,
                place,
                folder,
                flags.isEmpty() ? List.of() : List.of(flags.split(" ")),
                Instant.ofEpochMilli(collectedAt),
                run);
    }
}
