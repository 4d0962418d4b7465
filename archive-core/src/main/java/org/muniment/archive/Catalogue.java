package org.muniment.archive;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The SQL register: the only mutable truth. SQLite in one file by default, PostgreSQL for teams; every statement runs on
 * both. SQLite has one writer connection and a pool of readers, PostgreSQL one pool for both. Safe for many threads.
 * Why these settings: decisions/0004.
 */
public final class Catalogue implements AutoCloseable {
    /** The newest migration in {@code db/migration}; opening a catalogue that has it skips the migration tool. */
    static final int SCHEMA = 27;
    /** Milliseconds that a statement waits for whoever has SQLite's file. */
    static final int PATIENCE = 60_000;

    /** How long those who write are kept waiting for those who read, in milliseconds. */
    private static final int READERS_PATIENCE = 5_000;

    private final boolean postgresql;
    private final HikariDataSource writerPool;
    private final HikariDataSource reader;
    private final DataSource writer;
    private final @Nullable Turnstile turns;
    private final PlatformTransactionManager transactionManager;
    private final JointChanges joint;
    private final @Nullable WriteAheadLog log;

    private Catalogue(
            HikariDataSource writerPool,
            @Nullable Turnstile turns,
            HikariDataSource reader,
            @Nullable WriteAheadLog log) {
        this.postgresql = writerPool == reader;
        this.turns = turns;
        this.writerPool = writerPool;
        this.reader = reader;
        // A transaction takes its connection with its first statement: a job that waits for its source inside a
        // transaction must not keep the only writer from others.
        this.writer = new LazyConnectionDataSourceProxy(turns == null ? writerPool : turns);
        this.transactionManager = new JdbcTransactionManager(writer);
        this.joint = new JointChanges(transactions());
        this.log = log;
    }

    /** Opens the one that an archive's settings name. */
    static Catalogue of(ArchiveSettings settings) {
        return settings.catalogue().equals(ArchiveSettings.SQLITE)
                ? sqlite(settings.folder().resolve(ArchiveFiles.CATALOGUE))
                : postgresql(settings.catalogue(), System.getenv("MUNIMENT_DB_PASSWORD"));
    }

    /**
     * Opens, and creates or migrates where needed, a catalogue in one file.
     *
     * @throws IllegalStateException when it can't be opened: another process keeps it locked, or it is damaged
     */
    public static Catalogue sqlite(Path file) {
        String url = "jdbc:sqlite:" + file
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=" + PATIENCE
                + "&foreign_keys=on&transaction_mode=IMMEDIATE";
        try {
            // What is deleted is overwritten with zeros: a purge must leave nothing to be recovered.
            HikariConfig writing = config(url + "&cache_size=-262144&secure_delete=on", null, 1);
            // Who commits is not to copy the log into the file as well, unless WriteAheadLog gets behind.
            writing.setConnectionInitSql("pragma wal_autocheckpoint = 262144");
            return sqlite(new HikariDataSource(writing), url, file);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "The catalogue " + file + " can't be opened: " + e.getMessage()
                            + ". If it is damaged, restore it from a backup",
                    e);
        }
    }

    private static Catalogue sqlite(HikariDataSource writer, String url, Path file) {
        try {
            migrate(writer, Map.of("strict", "strict", "long", "integer", "bytes", "blob"));
            HikariDataSource reader = pool(url + "&cache_size=-16384", null, 8);
            Turnstile turns = new Turnstile(writer, file.resolveSibling(file.getFileName() + ".turn"));
            return new Catalogue(writer, turns, reader, new WriteAheadLog(file, reader));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /**
     * Opens, and migrates where needed, a catalogue on PostgreSQL.
     *
     * @param url a JDBC address, {@code jdbc:postgresql://host/database?user=…}
     * @param password the user's; null when the address has it or the server asks for none
     */
    public static Catalogue postgresql(String url, @Nullable String password) {
        HikariDataSource pool =
                pool(url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true", password, 16);
        migrate(pool, Map.of("strict", "", "long", "bigint", "bytes", "bytea"));
        return new Catalogue(pool, null, pool, null);
    }

    private static HikariDataSource pool(String url, @Nullable String password, int size) {
        return new HikariDataSource(config(url, password, size));
    }

    private static HikariConfig config(String url, @Nullable String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setPoolName("catalogue");
        return config;
    }

    private static void migrate(DataSource source, Map<String, String> dialect) {
        if (schema(source) == SCHEMA) {
            return;
        }
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(dialect)
                .load()
                .migrate();
    }

    private static int schema(DataSource source) {
        try {
            Integer found = new JdbcTemplate(source)
                    .queryForObject(
                            "select max(cast(version as integer)) from flyway_schema_history where success",
                            Integer.class);
            return found == null ? 0 : found;
        } catch (DataAccessException notYetCreated) {
            return 0;
        }
    }

    /** Where changes are made, and where a transaction reads its own changes. On SQLite a single connection. */
    public DataSource writer() {
        return writer;
    }

    /** Where committed state is read. */
    public DataSource reader() {
        return reader;
    }

    public PlatformTransactionManager transactionManager() {
        return transactionManager;
    }

    /** Runs changes in one transaction on {@link #writer()}. */
    public TransactionTemplate transactions() {
        return new TransactionTemplate(transactionManager);
    }

    /**
     * Makes a small change, in one transaction with those that other threads make so at the same time; returns when it is
     * committed. It may be run twice, the first time rolled back, and by another thread. Within a transaction of the caller's
     * it is a part of that one.
     */
    public void together(Runnable change) {
        joint.make(change);
    }

    /**
     * Whether somebody waits for the transaction under way on {@link #writer()} to end: a long one that may as well be two
     * ends then. Costs about as much as a statement. PostgreSQL tells of anybody who waits for anybody.
     */
    public boolean isAwaited() {
        return turns == null
                ? Boolean.TRUE.equals(new JdbcTemplate(writer)
                        .queryForObject("select exists (select 1 from pg_locks where not granted)", Boolean.class))
                : turns.isAwaited();
    }

    /**
     * Makes what was deleted unreadable in the database's own files, as far as the engine can. SQLite overwrites what is
     * deleted, and here its write-ahead log, which still has the pages as they were, is cut to nothing. PostgreSQL frees
     * the space of deleted rows; its log keeps them until it is recycled (decisions/0012). Call it outside transactions.
     *
     * @return whether all of it was done; when not, somebody was reading: call it again later
     */
    public boolean expunge() {
        JdbcTemplate sql = new JdbcTemplate(writer);
        if (!postgresql) {
            return Boolean.TRUE.equals(sql.execute(
                    (ConnectionCallback<Boolean>) connection -> WriteAheadLog.cut(connection, READERS_PATIENCE)));
        }
        sql.queryForList(
                        "select quote_ident(tablename) from pg_tables where schemaname = current_schema()"
                                + " and tableowner = current_user",
                        String.class)
                .forEach(table -> sql.execute("vacuum " + table));
        return true;
    }

    /** The newest form of the catalogue that this program knows. */
    public static int schema() {
        return SCHEMA;
    }

    /**
     * Writes all of it, as it is at one moment, into a new SQLite file; also from PostgreSQL, without the state of jobs under
     * way. Others write meanwhile. What was deleted is not in it.
     *
     * @param file must not be there
     */
    public void snapshot(Path file) {
        if (postgresql) {
            try (Catalogue copy = sqlite(file)) {
                new CatalogueCopy(reader, copy.writer).run();
                new JdbcTemplate(copy.writer).execute("pragma journal_mode = delete");
            }
        } else {
            new JdbcTemplate(reader).update("vacuum into ?", file.toString());
        }
    }

    /**
     * Fills this catalogue, which must be empty, with what a snapshot has.
     *
     * @throws ArchiveRefused when this catalogue is not empty
     */
    public void load(Catalogue snapshot) {
        new CatalogueCopy(snapshot.reader, writer).run();
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
        reader.close();
        writerPool.close();
    }
}
