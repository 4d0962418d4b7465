package org.muniment.archive;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Copies SQLite's log into its file, beside those who write: whoever commits would otherwise do it at times, and keep all
 * who wait for their turn waiting for the disk. Pages that many small transactions change are copied once in 64 MiB of log.
 */
final class WriteAheadLog implements AutoCloseable {
    private static final long LONG = 64 << 20;
    private static final int LITTLE = 1_000;
    private static final int TURNS = 5;
    private static final int BRIEFLY = 200;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Path file;
    private final JdbcTemplate sql;
    private final Thread thread;

    /**
     * Begins at once.
     *
     * @param database the file that the log belongs to
     * @param source connections to it, none of which anybody writes with
     */
    WriteAheadLog(Path database, DataSource source) {
        this.file = database.resolveSibling(database.getFileName() + "-wal");
        this.sql = new JdbcTemplate(source);
        this.thread = Thread.ofPlatform().name("write-ahead-log").daemon().start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                if (file.toFile().length() > LONG) {
                    copy();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy() {
        try {
            sql.execute((ConnectionCallback<Boolean>) WriteAheadLog::copied);
        } catch (DataAccessException later) {
            // What is not copied now is in two seconds, or by whoever commits: a disk that fails says so there.
        }
    }

    /** Whether the log is empty now. It is cut only when there is little left to copy: those who write wait for that. */
    private static boolean copied(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            int left = left(sql);
            for (int again = 0; again < TURNS && left >= LITTLE; again++) {
                left = left(sql);
            }
            return left < LITTLE && cut(sql, BRIEFLY);
        }
    }

    /**
     * Copies all of the log into the file and empties it. Those who write wait meanwhile.
     *
     * @param millis how long to wait for those who read
     * @return whether it is empty; it is not while somebody reads what is older
     */
    static boolean cut(Connection connection, int millis) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            return cut(sql, millis);
        }
    }

    private static boolean cut(Statement sql, int millis) throws SQLException {
        sql.execute("pragma busy_timeout = " + millis);
        try (ResultSet cut = sql.executeQuery("pragma wal_checkpoint(truncate)")) {
            return cut.next() && cut.getInt("busy") == 0;
        } finally {
            sql.execute("pragma busy_timeout = " + Catalogue.PATIENCE);
        }
    }

    /** Pages of the log that are not in the file, after copying what was there; nobody waits for it. */
    private static int left(Statement sql) throws SQLException {
        try (ResultSet copied = sql.executeQuery("pragma wal_checkpoint(passive)")) {
            return copied.next() ? copied.getInt("log") - copied.getInt("checkpointed") : 0;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
