package org.muniment.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** Measures an ingest with everything durable against the bare loop, turn by turn in one process. */
public final class IngestBench {
    private final Path scratch;
    private final Clock clock;

    /**
     * @param items messages in the source
     * @param threads used by both
     * @param limitRate messages a second of the bare loop: the best of its turns
     * @param rate messages a second of the ingest: the median of its turns
     * @param ratio rate to limit: the median over the turns, each against the bare loop right before it
     * @param cpuMillisPerItem processor milliseconds a message of the ingest
     * @param limitCpuMillisPerItem the same of the bare loop
     * @param peakHeapBytes most heap in use during an ingest
     * @param diskBytesPerItem all of the archive's folder
     * @param turns ratio of each turn
     */
    public record Result(
            long items,
            int threads,
            double limitRate,
            double rate,
            double ratio,
            double cpuMillisPerItem,
            double limitCpuMillisPerItem,
            long peakHeapBytes,
            double diskBytesPerItem,
            List<Double> turns) {}

    public IngestBench(Path scratch, Clock clock) {
        this.scratch = scratch;
        this.clock = clock;
    }

    /**
     * Runs the benchmark: a warm-up and the rounds, each in a folder of its own. Nothing is deleted in between, since file
     * systems are slow to use again what was just freed, and that would be measured.
     *
     * @param copies when above 0: as many messages, made by copying those of the source
     */
    public Result run(Path source, long copies, int rounds) {
        Path measured = copies > 0 ? new Copies(source, scratch).write(copies) : source;
        int threads = Runtime.getRuntime().availableProcessors();
        List<Effort> limits = new ArrayList<>();
        List<Effort> ingests = new ArrayList<>();
        long disk = 0;
        for (int round = 0; round <= rounds; round++) {
            Path turn = scratch.resolve("turn-" + round);
            Effort limit = Effort.of(() -> bare(measured, turn, threads));
            Effort ingest = ingest(measured, turn.resolve("archive"), clock, "");
            if (round > 0) {
                limits.add(limit);
                ingests.add(ingest);
            }
            disk = size(turn.resolve("archive"));
        }
        return result(limits, ingests, disk, threads);
    }

    /** Starts its own reader, as the ingest does: the processes that read attachments are cold in both. */
    private long bare(Path source, Path turn, int threads) {
        try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, turn.resolve("reading"))) {
            return new BareLoop(reader, scratch, threads).run(source, turn.resolve("bare-index"));
        }
    }

    /**
     * What it costs to take mail in until all of it is on disk and the archive is closed. Creating the archive is not part of
     * it, nor is adopting its schedule: both happen once.
     *
     * @param schedule its text; empty for none
     */
    static Effort ingest(Path source, Path folder, Clock clock, String schedule) {
        Archive created = Archive.create(ArchiveSettings.embedded(folder), clock, schedule);
        return Effort.of(() -> {
            try (Archive archive = created) {
                return new Ingest(Rooms.of(archive))
                        .run(
                                new IngestRequest(
                                        source,
                                        SourceType.AUTO,
                                        new IngestRequest.Custody.One(new Custodian("bench@district.example"))),
                                Progress.NONE)
                        .read();
            }
        });
    }

    private static Result result(List<Effort> limits, List<Effort> ingests, long disk, int threads) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < limits.size(); i++) {
            ratios.add(ingests.get(i).rate() / limits.get(i).rate());
        }
        Effort last = ingests.getLast();
        return new Result(
                last.items(),
                threads,
                limits.stream().mapToDouble(Effort::rate).max().orElse(0),
                median(ingests.stream().map(Effort::rate).toList()),
                median(ratios),
                median(ingests.stream().map(Effort::cpuMillisPerItem).toList()),
                median(limits.stream().map(Effort::cpuMillisPerItem).toList()),
                ingests.stream().mapToLong(Effort::peakHeap).max().orElse(0),
                (double) disk / Math.max(1, last.items()),
                ratios);
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
