package org.muniment.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * {@link ObjectKeys} in the catalogue's table {@code object_key}. Each change is one transaction of its own, or joins that
 * of the calling thread.
 */
final class SqlObjectKeys implements ObjectKeys {
    private static final String SELECT = "select object, stored, size, master, wrapped from object_key ";
    private static final int PAGE = 1000;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final TransactionOperations transactions;

    SqlObjectKeys(DataSource writer, DataSource reader, TransactionOperations transactions) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.transactions = transactions;
    }

    @Override
    public Optional<SealedKey> find(Digest object) {
        return reader.query(SELECT + "where object = ?", SqlObjectKeys::from, object.hex()).stream()
                .findFirst();
    }

    @Override
    public void keep(List<SealedKey> keys, Runnable whenKept) {
        transactions.executeWithoutResult(status -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    whenKept.run();
                }
            });
            writer.batchUpdate(
                    "insert into object_key (object, stored, size, master, wrapped) values (?, ?, ?, ?, ?)"
                            + " on conflict do nothing",
                    keys.stream().map(SqlObjectKeys::values).toList());
        });
    }

    private static Object[] values(SealedKey key) {
        return new Object[] {key.object().hex(), key.stored().hex(), key.size(), key.master(), key.wrapped()};
    }

    @Override
    public void forget(Digest object) {
        transactions.executeWithoutResult(
                status -> writer.update("delete from object_key where object = ?", object.hex()));
    }

    @Override
    public Stream<SealedKey> all() {
        return Stream.iterate(
                        after(""),
                        page -> !page.isEmpty(),
                        page -> after(page.getLast().object().hex()))
                .flatMap(List::stream);
    }

    private List<SealedKey> after(String object) {
        return reader.query(SELECT + "where object > ? order by object limit ?", SqlObjectKeys::from, object, PAGE);
    }

    @Override
    public List<SealedKey> notUnder(String master, int limit) {
        return reader.query(SELECT + "where master <> ? order by object limit ?", SqlObjectKeys::from, master, limit);
    }

    @Override
    public void replace(List<SealedKey> keys) {
        transactions.executeWithoutResult(status -> writer.batchUpdate(
                "update object_key set master = ?, wrapped = ? where object = ?",
                keys.stream()
                        .map(key -> new Object[] {
                            key.master(), key.wrapped(), key.object().hex()
                        })
                        .toList()));
    }

    @Override
    public SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        reader.query("select master, count(*) from object_key group by master", row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private static SealedKey from(ResultSet row, int number) throws SQLException {
        return new SealedKey(
                new Digest(row.getString(1)),
                new Digest(row.getString(2)),
                row.getLong(3),
                row.getString(4),
                row.getBytes(5));
    }
}
