package org.muniment.api;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.api.bench.ClassifyBench;
import org.muniment.api.bench.IngestBench;
import org.muniment.api.bench.PurgeBench;
import org.muniment.api.bench.Scratch;
import org.muniment.api.bench.SearchBench;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.archive.Archive;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muniment bench}: speed as a ratio to a limit taken in the same run. */
@Command(
        name = "bench",
        description = "Measures speed, as a ratio to a limit taken in the same run.",
        synopsisSubcommandLabel = "(ingest PATH | classify PATH | search | purge | produce | journal | serve)",
        footer = {"", "Example:", "  muniment bench ingest mailboxes/ --copies 100000", "  muniment bench search"})
final class BenchCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new BenchCommand(terminal));
        line.addSubcommand(new BenchProduceCommand(terminal));
        line.addSubcommand(new BenchJournalCommand(terminal));
        line.addSubcommand(new BenchServeCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "ingest",
            description =
                    "Takes PATH into a scratch archive, everything durable, and compares with the bare loop of parse, "
                            + "hash and index with the same fields and threads.",
            footer = {"", "Example:", "  muniment bench ingest mailboxes/ --copies 10000 --rounds 3"})
    int ingest(@Mixin ArchiveOptions options, @Mixin BenchMail mail) {
        return mail.measure(folder -> {
            IngestBench.Result result =
                    new IngestBench(folder, terminal.clock()).run(mail.path(), mail.copies(), mail.rounds());
            options.answer(terminal, result, () -> terminal.say("%s", text(result)));
        });
    }

    @Command(
            name = "classify",
            description =
                    "Takes PATH into scratch archives with and without a retention schedule, and says what classifying adds.",
            footer = {"", "Example:", "  muniment bench classify mailboxes/ --copies 10000"})
    int classify(@Mixin ArchiveOptions options, @Mixin BenchMail mail) {
        return mail.measure(folder -> {
            String schedule = ShippedSchedules.read(ShippedSchedules.CALIFORNIA);
            ClassifyBench.Result result = new ClassifyBench(folder, terminal.clock(), schedule)
                    .run(mail.path(), mail.copies(), mail.rounds());
            options.answer(terminal, result, () -> terminal.say("%s", text(result)));
        });
    }

    @Command(
            name = "search",
            description =
                    "Asks queries made of what the archive holds and compares with the bare count of the same queries.",
            footer = {"", "Example:", "  muniment bench search --queries 2000"})
    int search(
            @Mixin ArchiveOptions options,
            @Option(
                            names = "--queries",
                            paramLabel = "N",
                            defaultValue = "2000",
                            description = "How many (default: 2000).")
                    int queries,
            @Option(
                            names = "--seed",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "Of the random choice (default: 1).")
                    long seed) {
        if (queries < 1) {
            throw new WrongUsage("--queries is at least 1, not " + queries);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            if (archive.items().latestRevision() == 0) {
                throw new WrongUsage("The archive is empty: there is nothing to make queries of");
            }
            SearchBench.Result result = new SearchBench(archive).run(queries, seed);
            options.answer(terminal, result, () -> terminal.say("%s", text(result)));
            return ExitCode.DONE;
        }
    }

    @Command(
            name = "purge",
            description =
                    "Plans over a large made-up catalogue, places holds on all of it, and destroys real items, in scratch "
                            + "archives with everything durable. Compares each with the bare deeds on disk.",
            footer = {"", "Example:", "  muniment bench purge", "  muniment bench purge --rows 100000 --destroy 2000"})
    int purge(
            @Mixin ArchiveOptions options,
            @Option(
                            names = "--rows",
                            paramLabel = "N",
                            defaultValue = "1000000",
                            description = "Items in the catalogue (default: 1000000).")
                    int rows,
            @Option(
                            names = "--holds",
                            paramLabel = "N",
                            defaultValue = "200",
                            description = "Holds to place (default: 200).")
                    int holds,
            @Option(
                            names = "--destroy",
                            paramLabel = "N",
                            defaultValue = "10000",
                            description = "Items to destroy (default: 10000).")
                    int destroy,
            @Option(
                            names = "--scratch",
                            paramLabel = "DIR",
                            description =
                                    "Where to write and leave what was written (default: a temporary folder, removed).")
                    @Nullable
                    Path scratch) {
        if (rows < 10 || holds < 1 || destroy < 1) {
            throw new WrongUsage("--rows is at least 10, --holds and --destroy at least 1");
        }
        try (Scratch room = Scratch.in(scratch)) {
            PurgeBench.Result result = new PurgeBench(room.folder(), terminal.clock()).run(rows, holds, destroy);
            options.answer(terminal, result, () -> terminal.say("%s", text(result)));
        }
        return ExitCode.DONE;
    }

    private static String text(IngestBench.Result result) {
        return String.format(
                Locale.US,
                "%d messages, %d threads%nbare loop   %8.0f a second, %.2f CPU ms each%ningest      %8.0f a second, %.2f CPU ms "
                        + "each%nratio       %8.2f of the limit (turns: %s)%npeak heap   %8s%non disk     %8.0f bytes an item",
                result.items(),
                result.threads(),
                result.limitRate(),
                result.limitCpuMillisPerItem(),
                result.rate(),
                result.cpuMillisPerItem(),
                result.ratio(),
                result.turns().stream()
                        .map(turn -> String.format(Locale.US, "%.2f", turn))
                        .toList(),
                Terminal.bytes(result.peakHeapBytes()),
                result.diskBytesPerItem());
    }

    private static String text(ClassifyBench.Result result) {
        return String.format(
                Locale.US,
                "%d messages%nwithout   %8.0f a second, %.2f CPU ms each%nwith      %8.0f a second, %.2f CPU ms each%n"
                        + "added     %8.1f %% of the time (turns: %s)",
                result.items(),
                result.rateWithout(),
                result.cpuMillisWithout(),
                result.rateWith(),
                result.cpuMillisWith(),
                100 * result.added(),
                result.turns().stream()
                        .map(turn -> String.format(Locale.US, "%.1f %%", 100 * turn))
                        .toList());
    }

    private static String text(PurgeBench.Result result) {
        return String.format(
                Locale.US,
                "planning    %.1f s (%.1f CPU s) over %d rows, %d due, %d listed; bare %.1f s, %.1f times%n"
                        + "holds       %d placed, p50 %.1f ms, p99 %.1f ms; bare commit %.1f ms, %.1f times%n"
                        + "destroying  %.0f items a second, %.0f with index and traces (%d items, %.2f CPU ms each); bare %.0f, ratio %.2f",
                result.planSeconds(),
                result.planCpuSeconds(),
                result.rows(),
                result.due(),
                result.listed(),
                result.planLimitSeconds(),
                result.planRatio(),
                result.holds(),
                result.holdP50Millis(),
                result.holdP99Millis(),
                result.holdLimitP50Millis(),
                result.holdRatio(),
                result.destroyRate(),
                result.wholeRate(),
                result.destroyed(),
                result.destroyCpuMillis(),
                result.destroyLimitRate(),
                result.destroyRatio());
    }

    private static String text(SearchBench.Result result) {
        return String.format(
                Locale.US,
                "%d items, %d queries (seed %d)%nsearch      p50 %.2f ms, p95 %.2f ms, max %.1f ms%nbare count  p50 %.2f ms%n"
                        + "ratio       %.2f of the limit",
                result.items(),
                result.queries(),
                result.seed(),
                result.p50Millis(),
                result.p95Millis(),
                result.maxMillis(),
                result.countP50Millis(),
                result.ratio());
    }
}
