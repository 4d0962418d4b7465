package org.muniment.batch.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import org.muniment.batch.JobStore;
import org.muniment.batch.RightOfWay;
import org.muniment.batch.Rooms;
import org.muniment.batch.classify.Classify;
import org.muniment.batch.reindex.IndexFeed;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Takes mail into the archive. A run that was interrupted, even by a killed process, goes on where it stopped when the
 * same source is taken in again for the same custodian; otherwise taking a source in again is a new run that stores
 * nothing twice. One run at a time in a process; the index sees to it that one process writes.
 */
public final class Ingest {
    private static final int NAMED = 1000;

    private final Rooms rooms;
    private final ReentrantLock one = new ReentrantLock();

    public Ingest(Rooms rooms) {
        this.rooms = rooms;
    }

    /**
     * Takes a source in, to its end.
     *
     * @throws IngestFailed when it cannot go on (then it can be resumed) or its sum does not hold
     * @throws UncheckedIOException when there is no such source
     */
    public Reconciliation run(IngestRequest request, Progress progress) {
        ItemSource source = request.source().open(rooms);
        one.lock();
        RightOfWay way = new RightOfWay();
        Classing classing = new Classing(rooms, request);
        try (IndexFeed feed = new IndexFeed(rooms, way);
                Preparation preparation = new Preparation(rooms, classing, way)) {
            emptySpool();
            Classify classify = new Classify(rooms);
            classify.settle();
            feed.catchUp();
            Run run = openOrBegin(request);
            take(request, source, run, progress, classing, feed, preparation, way);
            feed.finish();
            classify.run(Classify.Progress.NONE);
            rooms.ledger().checkpoint();
            return reconciled(run);
        } finally {
            one.unlock();
        }
    }

    private void take(
            IngestRequest request,
            ItemSource source,
            Run run,
            Progress progress,
            Classing classing,
            IndexFeed feed,
            Preparation preparation,
            RightOfWay way) {
        Budget budget = new Budget();
        Conveyor conveyor = new Conveyor(source, preparation, budget);
        Recorder recorder = new Recorder(
                rooms,
                run,
                request,
                source,
                classing,
                feed,
                budget,
                conveyor,
                way,
                progress,
                new Expected(request.source()));
        try {
            JobRepository repository = JobStore.open(rooms.catalogue());
            new IngestJob(repository).run(run, rooms, conveyor, recorder);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IngestFailed("The run " + run.id() + " could not be started", e);
        }
    }

    private Run openOrBegin(IngestRequest request) {
        String source = request.source().name();
        String custodian = request.custodian().toString();
        String type = request.source().type();
        return rooms.runs().open(source, custodian, type).orElseGet(() -> {
            Instant now = rooms.clock().instant().truncatedTo(ChronoUnit.MILLIS);
            String id = Run.idPrefix(now) + UUID.randomUUID().toString().substring(0, 8);
            Run run = new Run(id, source, custodian, type, Run.State.OPEN, now, null, Duration.ZERO, Tally.NONE);
            rooms.catalogue().transactions().executeWithoutResult(status -> {
                rooms.runs().begin(run);
                rooms.retention().classifications().begin(id, rooms.items().latestRevision());
            });
            return run;
        });
    }

    private Reconciliation reconciled(Run begun) {
        Run run = rooms.runs().find(begun.id()).orElseThrow();
        Tally tally = run.tally();
        if (run.state() != Run.State.RECONCILED) {
            throw new IngestFailed("The run " + run.id() + " does not add up: " + tally
                    + ". What was taken in is safe; compare the source with the archive before relying on it.");
        }
        return new Reconciliation(
                run.id(),
                tally.read(),
                tally.stored(),
                tally.duplicates(),
                tally.unreadable(),
                tally.rejected(),
                tally.bytes(),
                run.worked().toMillis() / 1000.0,
                Reconciliation.Classified.of(rooms.retention().classifications().counts(run.id())),
                rooms.runs().rejections(run.id(), 0, NAMED));
    }

    /** A killed process leaves what it was copying. */
    private void emptySpool() {
        try {
            Files.createDirectories(rooms.spool());
            try (DirectoryStream<Path> left = Files.newDirectoryStream(rooms.spool(), "spool*.tmp")) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
