package org.muniment.batch.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import org.muniment.batch.JobStore;
import org.muniment.batch.RightOfWay;
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.IndexFeed;

/** A source that waits until it is told to go on. */
final class SlowSource implements ItemSource {
    private final ItemSource source;
    private final Path mail;
    private final CountDownLatch reading = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    SlowSource(Path mail, Path folder) {
        this.mail = mail;
        this.source = new SourceTree(mail, SourceType.AUTO, folder);
    }

    @Override
    public void read(Optional<Position> after, Sink sink) throws InterruptedException {
        reading.countDown();
        goOn.await();
        source.read(after, sink);
    }

    void waitUntilReading() throws InterruptedException {
        reading.await();
        // The job asks for its first load right after it has opened the source.
        Thread.sleep(300);
    }

    void goOn() {
        goOn.countDown();
    }

    Runnable runWith(Rooms rooms) {
        Run run = new Run(
                "slow", "/slow", "clerk", "AUTO", Run.State.OPEN, Instant.EPOCH, null, Duration.ZERO, Tally.NONE);
        IngestRequest request = new IngestRequest(
                mail, SourceType.AUTO, new IngestRequest.Custody.One(new Custodian("clerk@district.example")));
        return () -> {
            rooms.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> rooms.runs().begin(run));
            RightOfWay way = new RightOfWay();
            Classing classing = new Classing(rooms, request);
            try (IndexFeed feed = new IndexFeed(rooms, way);
                    Preparation preparation = new Preparation(rooms, classing, way)) {
                Budget budget = new Budget();
                Conveyor conveyor = new Conveyor(this, preparation, budget);
                Recorder recorder = new Recorder(
                        rooms,
                        run,
                        request,
                        this,
                        classing,
                        feed,
                        budget,
                        conveyor,
                        way,
                        Progress.NONE,
                        new Expected(request.source()));
                new IngestJob(JobStore.open(rooms.catalogue())).run(run, rooms, conveyor, recorder);
                feed.finish();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
