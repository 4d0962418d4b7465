package org.muniment.api.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Measures what classifying adds to an ingest: the same mail with and without a retention schedule, turn by turn. */
public final class ClassifyBench {
    private final Path scratch;
    private final Clock clock;
    private final String schedule;

    /**
     * @param items messages in the source
     * @param rateWithout messages a second without a schedule: the median of the turns
     * @param rateWith messages a second with it
     * @param cpuMillisWithout processor milliseconds a message without a schedule
     * @param cpuMillisWith processor milliseconds a message with it
     * @param added time that classifying adds, as a share of the ingest without: the median of the turns
     * @param turns the share of each turn
     */
    public record Result(
            long items,
            double rateWithout,
            double rateWith,
            double cpuMillisWithout,
            double cpuMillisWith,
            double added,
            List<Double> turns) {}

    /** @param schedule the text of the schedule to classify by */
    public ClassifyBench(Path scratch, Clock clock, String schedule) {
        this.scratch = scratch;
        this.clock = clock;
        this.schedule = schedule;
    }

    /**
     * Runs the benchmark: a warm-up and the rounds, each in a folder of its own. Who goes first changes with each round, as
     * the disk gets slower the more it has to write.
     *
     * @param copies when above 0: as many messages, made by copying those of the source
     */
    public Result run(Path source, long copies, int rounds) {
        Path measured = copies > 0 ? new Copies(source, scratch).write(copies) : source;
        List<Effort> without = new ArrayList<>();
        List<Effort> with = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            Path turn = scratch.resolve("turn-" + round);
            boolean plainFirst = round % 2 == 0;
            Effort first = IngestBench.ingest(measured, turn.resolve("first"), clock, plainFirst ? "" : schedule);
            Effort second = IngestBench.ingest(measured, turn.resolve("second"), clock, plainFirst ? schedule : "");
            if (round > 0) {
                without.add(plainFirst ? first : second);
                with.add(plainFirst ? second : first);
            }
        }
        return result(without, with);
    }

    private static Result result(List<Effort> without, List<Effort> with) {
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            shares.add(with.get(i).seconds() / without.get(i).seconds() - 1);
        }
        return new Result(
                with.getLast().items(),
                IngestBench.median(without.stream().map(Effort::rate).toList()),
                IngestBench.median(with.stream().map(Effort::rate).toList()),
                IngestBench.median(
                        without.stream().map(Effort::cpuMillisPerItem).toList()),
                IngestBench.median(with.stream().map(Effort::cpuMillisPerItem).toList()),
                IngestBench.median(shares),
                shares);
    }
}
