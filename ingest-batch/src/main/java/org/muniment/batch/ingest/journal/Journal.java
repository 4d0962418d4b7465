package org.muniment.batch.ingest.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.Source;

/**
 * One journal: listens, and keeps what comes in runs of a period each, which begin with a message. A message is answered
 * {@code 250} when it is durable and never before; what can't be kept now is answered {@code 4yz}, and its sender tries
 * again.
 */
public final class Journal implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final long LOOK_MILLIS = 20;

    private final JournalSettings settings;
    private final Keeper keeper;
    private final Clock clock;
    private final Intake intake = new Intake(this::isRunOver);
    private final Reception reception;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable SmtpListener smtp;
    private @Nullable LmtpListener lmtp;
    private volatile boolean drained;
    private volatile Instant runEnds = Instant.MAX;

    /** Where messages are kept. */
    public interface Keeper {
        /**
         * Opens the archive, takes the source in to its end, and closes the archive.
         *
         * @throws RuntimeException when it can't be opened or the run breaks off; it is tried again
         */
        Reconciliation keep(Source source);

        /** Whether somebody else waits to write into the archive, so that the run should end. Cheap. */
        boolean isWanted();
    }

    /** Is told what happens. */
    public interface Watcher {
        /** A run ended, and its sum holds. */
        void ended(Reconciliation run);

        /** @param pause before it is tried again; senders are told to try later meanwhile */
        void failed(RuntimeException failure, Duration pause);
    }

    private Journal(JournalSettings settings, Keeper keeper, Path spool, Clock clock) {
        this.settings = settings;
        this.keeper = keeper;
        this.clock = clock;
        this.reception = new Reception(settings.admission(), settings.largest(), intake, spool, clock);
    }

    /**
     * Starts listening; what comes waits until {@link #run}.
     *
     * @param spool a folder of its own for large messages; what a killed process left in it is deleted
     * @throws RuntimeException when it can't listen there
     */
    public static Journal open(JournalSettings settings, Keeper keeper, Path spool, Clock clock) {
        Journal journal = new Journal(settings, keeper, spool, clock);
        try {
            journal.listen(settings.smtp(), settings.lmtp());
            // Only now: whoever listens here already uses the folder.
            empty(spool);
            journal.reception.open();
            return journal;
        } catch (RuntimeException e) {
            journal.closeListeners();
            throw e;
        }
    }

    private void listen(@Nullable InetSocketAddress forSmtp, @Nullable InetSocketAddress forLmtp) {
        if (forSmtp != null) {
            smtp = SmtpListener.open(forSmtp, settings, reception);
        }
        if (forLmtp != null) {
            lmtp = LmtpListener.open(forLmtp, settings, reception);
        }
    }

    private static void empty(Path spool) {
        try {
            Files.createDirectories(spool);
            try (DirectoryStream<Path> left = Files.newDirectoryStream(spool, "spool*.tmp")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for large messages can't be used", e);
        }
    }

    /** The port for SMTP; -1 when it is not spoken. */
    public int smtpPort() {
        return smtp == null ? -1 : smtp.port();
    }

    /** The port for LMTP; -1 when it is not spoken. */
    public int lmtpPort() {
        return lmtp == null ? -1 : lmtp.port();
    }

    /** Keeps what comes until {@link #stop}, and then what has come. */
    public void run(Watcher watcher) throws InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        while (!drained || intake.hasMessage()) {
            if (!intake.hasMessage()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
                continue;
            }
            runEnds = clock.instant().plus(settings.period());
            try {
                watcher.ended(keeper.keep(new JournalSource(settings.name(), intake)));
                pause = SHORTEST_PAUSE;
            } catch (RuntimeException failure) {
                watcher.failed(failure, pause);
                intake.fail();
                stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                intake.recover();
            }
        }
    }

    private boolean isRunOver(boolean isEmpty) {
        return drained && isEmpty || !clock.instant().isBefore(runEnds) || keeper.isWanted();
    }

    /** Takes no new messages, answers those under way, and lets {@link #run} return. */
    public void stop() {
        stopped.countDown();
        reception.close(DRAIN);
        drained = true;
    }

    /** Ends every session. */
    @Override
    public void close() {
        stop();
        closeListeners();
    }

    private void closeListeners() {
        if (smtp != null) {
            smtp.close();
        }
        if (lmtp != null) {
            lmtp.close();
        }
    }
}
