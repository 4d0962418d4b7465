package org.muniment.api.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Destruction;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Ending;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.batch.Rooms;
import org.muniment.batch.expire.Expire;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** Carries out a plan of real items, and, in another archive, only reads, unlinks and deletes as many. */
final class DestructionBench {
    private static final int BATCH = 200;
    private static final int LINES = 40;

    private final PurgeBench bench;
    private final Path scratch;
    private final Clock clock;

    record Result(long destroyed, double rate, double wholeRate, double cpuMillis, double limitRate) {}

    DestructionBench(PurgeBench bench, Path scratch, Clock clock) {
        this.bench = bench;
        this.scratch = scratch;
        this.clock = clock;
    }

    Result run(int items) {
        Path mail = mail(items);
        Effort limit = bareArchive(mail);
        PlanId plan = approved(mail);
        Clock later = Clock.offset(clock, Duration.ofDays(Destruction.GRACE_DAYS + 1L));
        try (Archive archive = Archive.write(scratch.resolve("purge"), later)) {
            letGoOn(archive, plan);
            long start = System.nanoTime();
            long[] ended = {start};
            Effort whole = Effort.of(() -> new Expire(archive)
                    .run((done, total) -> ended[0] = System.nanoTime())
                    .destroyed());
            double seconds = whole.seconds() - (System.nanoTime() - ended[0]) / 1e9;
            return new Result(
                    whole.items(), whole.items() / seconds, whole.rate(), whole.cpuMillisPerItem(), limit.rate());
        }
    }

    private PlanId approved(Path mail) {
        try (Archive archive = bench.archive("purge", clock)) {
            takeIn(archive, mail);
            PlanId plan = PurgeBench.plan(archive).plan().id();
            PurgeBench.approve(archive, plan);
            new Expire(archive).run(Expire.Progress.NONE);
            return plan;
        }
    }

    /** The breaker stops whoever destroys a whole mailbox. */
    private static void letGoOn(Archive archive, PlanId plan) {
        Instant now = archive.clock().instant();
        archive.disposal().destruction().destroy(plan, 1, now);
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status ->
                        archive.disposal().trips().override(plan.value(), PurgeBench.SECOND, "measuring", now));
    }

    private Effort bareArchive(Path mail) {
        try (Archive archive = bench.archive("bare", clock)) {
            takeIn(archive, mail);
            return Effort.of(() -> bare(archive));
        }
    }

    private static long bare(Archive archive) {
        long done = 0;
        List<RegisteredItem> page = archive.items().changesAfter(0, BATCH);
        while (!page.isEmpty()) {
            List<Item> items = page.stream().map(RegisteredItem::item).toList();
            items.parallelStream().forEach(item -> read(archive, item));
            archive.catalogue().transactions().executeWithoutResult(status -> remove(archive, items));
            done += items.size();
            page = archive.items().changesAfter(page.getLast().revision(), BATCH);
        }
        return done;
    }

    private static void read(Archive archive, Item item) {
        try (InputStream bytes = archive.objects().open(item.digest())) {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Archive archive, List<Item> items) {
        Instant now = archive.clock().instant();
        archive.retention()
                .classifications()
                .forget(items.stream().map(Item::id).toList());
        archive.items()
                .destroy(items.stream()
                        .map(item -> new Ending(item.id(), item.digest(), item.size(), "bare", "bare", now))
                        .toList());
        items.forEach(item -> archive.objects().destroy(item.digest()));
        archive.objects().sync();
    }

    private static void takeIn(Archive archive, Path mail) {
        new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(
                                mail,
                                SourceType.AUTO,
                                new IngestRequest.Custody.One(new Custodian("bench@district.example"))),
                        Progress.NONE);
    }

    /** Messages of about 3 KB about lunch, years ago. */
    private Path mail(int items) {
        Path mbox = scratch.resolve("lunch.mbox");
        try (BufferedWriter out = Files.newBufferedWriter(mbox)) {
            for (int i = 0; i < items; i++) {
                out.write("From bench@district.example Mon Mar  4 09:30:00 2024\nMessage-ID: <" + i
                        + "@bench.example>\nDate: Mon, 4 Mar 2024 09:30:00 -0800\nFrom: bench@district.example\n"
                        + "To: all@district.example\nSubject: lunch number " + i + "\n\n");
                for (int line = 0; line < LINES; line++) {
                    out.write("Line " + line + " of message " + i + ": soup, salad and whatever is left over.\n");
                }
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write into " + scratch, e);
        }
        return mbox;
    }
}
