package org.muniment.api;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.batch.ingest.sources.SourcesFile;
import org.muniment.batch.nightly.NightPages;
import org.muniment.batch.nightly.NightReportPage;
import org.muniment.batch.nightly.NightTimes;
import org.muniment.batch.nightly.NightWatch;
import org.muniment.batch.nightly.Nightly;

/**
 * Does the nights' work on an archive, which is open only while there is work: by day others write. Told to stop, it ends
 * after the portion at work. Safe for the thread that works and the one that stops it.
 */
public final class NightShift {
    private final Path folder;
    private final Clock clock;
    private final Function<Archive, SourcesFile> sources;
    private final Supplier<String> letters;
    private final Listener listener;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** Is told what came of the nights. */
    public interface Listener {
        /** A night's work ended, and its page is there. */
        void done(Nightly.Written written);

        /** Something that a person should see. */
        void complain(String words);
    }

    /**
     * @param sources where mail is collected from, for the archive while it is open
     * @param letters sends the letters of the night, and says what came of it
     */
    public NightShift(
            Path folder,
            Clock clock,
            Function<Archive, SourcesFile> sources,
            Supplier<String> letters,
            Listener listener) {
        this.folder = folder;
        this.clock = clock;
        this.sources = sources;
        this.letters = letters;
        this.listener = listener;
    }

    /** Works every night until it is told to stop. */
    public void stay(NightTimes times) throws InterruptedException {
        new NightWatch(
                        times,
                        clock,
                        time -> stop.await(time.toMillis(), TimeUnit.MILLISECONDS),
                        this::night,
                        missed -> listener.complain("the night of " + missed
                                + " was missed: the archive was in use, or could not be opened"))
                .stay(this::isStopped);
    }

    private boolean night(NightTimes.Window window) {
        try (Archive archive = Archive.write(folder, clock)) {
            Nightly nightly = nightly(archive);
            if (nightly.isDone(window.night())) {
                return true;
            }
            Optional<Nightly.Written> written = nightly.run(window.night(), window.ends(), this::isStopped);
            written.ifPresent(listener::done);
            seal(archive);
            return written.isPresent();
        } catch (ArchiveRefused inUse) {
            return false;
        } catch (RuntimeException failure) {
            // One night that breaks off must not be the last one; it goes on a minute later.
            listener.complain(Reason.of(failure));
            return false;
        }
    }

    /** Works once, now; empty when it was told to stop before the end. */
    Optional<Nightly.Written> once(LocalDate night) {
        try (Archive archive = Archive.write(folder, clock)) {
            Optional<Nightly.Written> written = nightly(archive).run(night, Instant.MAX, this::isStopped);
            written.ifPresent(listener::done);
            seal(archive);
            return written;
        }
    }

    /** What people looked at since the last night can't be changed any more without being found. */
    private void seal(Archive archive) {
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.access().looks().seal(clock.instant()));
    }

    private Nightly nightly(Archive archive) {
        return new Nightly(
                archive,
                sources.apply(archive),
                letters,
                new NightPages(folder.resolve("reports"), NightReportPage::html));
    }

    /** Ends the work after the portion at hand. */
    public void stop() {
        stop.countDown();
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }
}
