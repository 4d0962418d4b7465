package org.muniment.archive;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConnection;

/**
 * Lets transactions into one SQLite file in turns, those of all processes: who waits for the file keeps others from
 * starting. SQLite by itself admits whoever asks at the right moment, so a job that writes one transaction after another
 * keeps a person who places a hold waiting for as long as it runs. Transactions must begin with the write lock.
 */
final class Turnstile extends DelegatingDataSource {
    private final HikariDataSource pool;
    private final Path file;

    /**
     * @param target of one connection, so that the threads of this process wait there
     * @param file stays empty; its lock is the turn
     */
    Turnstile(HikariDataSource target, Path file) {
        super(target);
        this.pool = target;
        this.file = file;
    }

    /** Whether a thread waits for its turn, or another process. For the thread whose turn it is. */
    boolean isAwaited() {
        if (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() > 0) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException thisProcess) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be locked", e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Turnstile.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0])) {
                        begin(real);
                        return null;
                    }
                    return method.getName().equals("equals") ? proxy == arguments[0] : call(real, method, arguments);
                });
    }

    private static @Nullable Object call(Connection real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    /** The driver begins a transaction with its first statement, and with the write lock: that is what takes a turn. */
    private void begin(Connection real) throws SQLException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                Statement first = real.createStatement()) {
            takeTurn(channel);
            BusyHandler.setHandler(real.unwrap(SQLiteConnection.class), new Patience());
            real.setAutoCommit(false);
            first.execute("select 1");
        } catch (IOException e) {
            throw new SQLException("The file " + file + " can't be locked: " + e.getMessage(), e);
        }
    }

    /** Waits for the file a millisecond at a time: SQLite's own patience sleeps up to a tenth of a second while it is free. */
    private static final class Patience extends BusyHandler {
        private final long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Catalogue.PATIENCE);

        @Override
        protected int callback(int tries) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            return System.nanoTime() - until < 0 ? 1 : 0;
        }
    }

    /** Closing the channel ends the turn. */
    private static void takeTurn(FileChannel channel) throws IOException {
        while (true) {
            try {
                channel.lock();
                return;
            } catch (OverlappingFileLockException anotherThreadOfThisProcess) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }
}
