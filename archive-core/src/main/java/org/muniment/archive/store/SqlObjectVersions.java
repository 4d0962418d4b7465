package org.muniment.archive.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@link ObjectVersions} in the catalogue's table {@code object_version}. Each call is one transaction of its own, or joins
 * that of the calling thread. On SQLite there is one writer: do not wait for puts on other threads inside a transaction.
 */
public final class SqlObjectVersions implements ObjectVersions {
    private final JdbcClient writer;
    private final JdbcClient reader;
    private final TransactionOperations transactions;

    /**
     * @param writer the catalogue's writer
     * @param reader the catalogue's reader
     * @param transactions transactions on the writer
     */
    public SqlObjectVersions(JdbcClient writer, JdbcClient reader, TransactionOperations transactions) {
        this.writer = writer;
        this.reader = reader;
        this.transactions = transactions;
    }

    @Override
    public Claim claim(Digest digest, long size) {
        return transactions.execute(status ->
                insert(digest, size) ? new Claim.Fresh() : find(writer, digest).orElseGet(Claim.Unsettled::new));
    }

    private boolean insert(Digest digest, long size) {
        return writer.sql("insert into object_version(digest, size) values (?, ?) on conflict do nothing")
                        .params(digest.hex(), size)
                        .update()
                == 1;
    }

    @Override
    public String settle(Digest digest, long size, String version) {
        return transactions.execute(status -> writer.sql("""
                        insert into object_version(digest, size, version) values (?, ?, ?)
                        on conflict (digest) do update set version = coalesce(object_version.version, excluded.version)
                        returning version""")
                .params(digest.hex(), size, version)
                .query(String.class)
                .single());
    }

    @Override
    public Optional<Claim> find(Digest digest) {
        return find(reader, digest);
    }

    private static Optional<Claim> find(JdbcClient from, Digest digest) {
        return from.sql("select version, size from object_version where digest = ?")
                .param(digest.hex())
                .query((row, number) -> claim(row.getString("version"), row.getLong("size")))
                .optional();
    }

    private static Claim claim(@Nullable String version, long size) {
        return version == null ? new Claim.Unsettled() : new Claim.Settled(version, size);
    }

    @Override
    public void reopen(Digest digest, String version) {
        transactions.executeWithoutResult(
                status -> writer.sql("update object_version set version = null where digest = ? and version = ?")
                        .params(digest.hex(), version)
                        .update());
    }

    @Override
    public void forget(Digest digest) {
        transactions.executeWithoutResult(status -> writer.sql("delete from object_version where digest = ?")
                .param(digest.hex())
                .update());
    }

    @Override
    public List<Digest> unsettled() {
        return reader.sql("select digest from object_version where version is null order by digest")
                .query((row, number) -> new Digest(row.getString("digest")))
                .list();
    }
}
