package org.muniment.api.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.pdf.Block;
import org.muniment.archive.pdf.BundleInfo;
import org.muniment.archive.pdf.BundleWriter;
import org.muniment.archive.pdf.Paper;
import org.muniment.archive.pdf.Run;
import org.muniment.archive.pdf.Stamp;
import org.muniment.archive.pdf.Unpaintable;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.ReviewSet;
import org.muniment.archive.review.Suggestion;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;
import org.muniment.batch.produce.Produce;
import org.muniment.batch.produce.ProduceRequest;
import org.muniment.batch.produce.Produced;
import org.muniment.batch.produce.Scope;

/** Produces made-up mail of which some is redacted, and, beside it, only sets as many pages of the same words. */
public final class ProduceBench {
    private static final Officer CLERK = new Officer("Bench, Records");
    private static final ReviewSet SET = new ReviewSet("measuring");
    private static final int LINES = 40;
    private static final int PORTION = 1_000;
    private static final int EACH = 10;

    private final Path scratch;
    private final Clock clock;

    /**
     * What was measured.
     *
     * @param pages set
     * @param redactions looked for in the finished package
     * @param seconds of the whole job
     * @param cpuSeconds of the whole job, all threads
     * @param leakTestSeconds of these
     * @param limitRate pages a second when only pages are set, on one thread
     * @param peakHeap bytes
     */
    public record Result(
            long pages,
            long redactions,
            double seconds,
            double cpuSeconds,
            double leakTestSeconds,
            double limitRate,
            long peakHeap) {
        /** Pages a second. */
        public double rate() {
            return pages / seconds;
        }

        /** Pages a second of one processor. */
        public double ratePerCore() {
            return pages / cpuSeconds;
        }

        /** What the leak test adds to the rest, as a share. */
        public double leakTestAdds() {
            return leakTestSeconds / (seconds - leakTestSeconds);
        }
    }

    public ProduceBench(Path scratch, Clock clock) {
        this.scratch = scratch;
        this.clock = clock;
    }

    /** @param items messages of about a page each */
    public Result run(int items) {
        try (Archive archive = Archive.create(ArchiveSettings.embedded(scratch.resolve("archive")), clock)) {
            takeIn(archive, items);
            int redacted = review(archive);
            produce(archive, "warm-up", new ItemQuery.All());
            bare(items / EACH);
            Effort limit = Effort.of(() -> bare(items));
            List<Produced> made = new ArrayList<>();
            Effort effort = Effort.of(() -> {
                made.add(produce(archive, "measured", new ItemQuery.All()));
                return made.getFirst().production().built().orElseThrow().pages();
            });
            return new Result(
                    effort.items(),
                    redacted,
                    effort.seconds(),
                    effort.cpuSeconds(),
                    made.getFirst().leakTestSeconds(),
                    limit.rate(),
                    effort.peakHeap());
        }
    }

    private Produced produce(Archive archive, String name, ItemQuery query) {
        return new Produce(archive, "bench")
                .run(
                        new ProduceRequest(
                                new Scope.OfQuery(query, name),
                                SET,
                                ProductionFormat.PDF,
                                "BENCH",
                                scratch.resolve(name),
                                4_000_000_000L,
                                "Bench Unified",
                                "",
                                CLERK,
                                null,
                                ProduceRequest.Consents.NONE),
                        Produce.Progress.NONE);
    }

    private void takeIn(Archive archive, int items) {
        new Ingest(Rooms.of(archive))
                .run(
                        new IngestRequest(
                                mail(items),
                                SourceType.AUTO,
                                new IngestRequest.Custody.One(new Custodian("bench@district.example"))),
                        Progress.NONE);
    }

    /** Everything is responsive; of every tenth message a name is hidden. */
    private static int review(Archive archive) {
        Instant now = archive.clock().instant();
        Exemption ground = new Exemption("pupil", "Ed. Code 49076", "Pupil", Exemption.Verified.TEXT, "");
        int redacted = 0;
        List<RegisteredItem> page = archive.items().changesAfter(0, PORTION);
        while (!page.isEmpty()) {
            List<ItemId> ids = page.stream().map(row -> row.item().id()).toList();
            List<Suggestion> hidden = page.stream()
                    .filter(row -> number(row) % EACH == 0)
                    .map(row -> new Suggestion(
                            SET, row.item().id(), new Part.Subject(), new Place.Whole(), ground, "measuring", ""))
                    .toList();
            archive.catalogue().transactions().executeWithoutResult(status -> {
                archive.codings().code(SET, ids, Coding.Ruling.of(Decision.RESPONSIVE), false, CLERK, now);
                archive.redactions().add(hidden, CLERK, now);
            });
            redacted += hidden.size();
            page = archive.items().changesAfter(page.getLast().revision(), PORTION);
        }
        return redacted;
    }

    private static long number(RegisteredItem row) {
        String subject = row.item().subject();
        return Long.parseLong(subject.substring(subject.lastIndexOf(' ') + 1));
    }

    private static String line(int line, int message) {
        return "Line " + line + " of message " + message + ": soup, salad and whatever is left over.";
    }

    private Path mail(int items) {
        Path mbox = scratch.resolve("mail.mbox");
        try (BufferedWriter out = Files.newBufferedWriter(mbox)) {
            for (int i = 0; i < items; i++) {
                out.write("From bench@district.example Mon Mar  4 09:30:00 2024\nMessage-ID: <" + i
                        + "@bench.example>\nDate: Mon, 4 Mar 2024 09:30:00 -0800\nFrom: bench@district.example\n"
                        + "To: all@district.example\nSubject: about pupil number " + i + "\n\n");
                for (int line = 0; line < LINES; line++) {
                    out.write(line(line, i) + "\n");
                }
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write into " + scratch, e);
        }
        return mbox;
    }

    /** Pages of the same words, into nowhere. */
    private static long bare(int items) {
        BundleInfo info = new BundleInfo("bare", "en-US", Instant.EPOCH);
        long[] pages = {0};
        try (BundleWriter writer = new BundleWriter(info, OutputStream.nullOutputStream())) {
            for (int i = 0; i < items; i++) {
                pages[0] += writer.add(paper(i), () -> new Stamp("BENCH-" + pages[0], ""))
                        .pages();
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Unpaintable e) {
            throw new IllegalStateException(e);
        }
        return pages[0];
    }

    private static Paper paper(int message) {
        StringBuilder words = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            words.append(line(line, message)).append('\n');
        }
        return new Paper.Flow(
                "about pupil number " + message,
                1,
                List.of(
                        new Block.Heading(2, "about pupil number " + message),
                        new Block.Facts(List.of(
                                new Block.Fact("From", "bench@district.example"),
                                new Block.Fact("To", "all@district.example"),
                                new Block.Fact("Sent", "Monday, March 4, 2024, 9:30 AM PST"))),
                        new Block.Prose(Run.words(words.toString()), true)));
    }
}
