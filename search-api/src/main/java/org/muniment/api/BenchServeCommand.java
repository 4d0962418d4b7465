package org.muniment.api;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.api.bench.Scratch;
import org.muniment.api.bench.ServeBench;
import org.muniment.api.bench.Think;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment bench serve}. */
@Command(
        name = "serve",
        description = {
            "Lets many people of all roles look at the web pages at once, while mail is taken in, and says how long they waited.",
            "The archive is a made-up district's: the sample one with copies of the mail in PATH. It is made where there is none, "
                    + "and an archive that `muniment demo` or an earlier measurement made is used again. It gets accounts for these "
                    + "people and keeps what is taken in; an archive of a district's own is refused."
        },
        footer = {
            "",
            "Example:",
            "  muniment bench serve mailboxes/ --archive /srv/load",
            "  muniment bench serve --archive small --items 2000 --users 8 --minutes 0.2"
        })
final class BenchServeCommand implements Callable<Integer> {
    private static final int MOST_USERS = 1_000;

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(
            paramLabel = "PATH",
            arity = "0..1",
            description = "Mail of any source type to make copies of (default: the sample district's).")
    private @Nullable Path path;

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "The archive is made with so many (default: ${DEFAULT-VALUE}).")
    private int items = 100_000;

    @Option(names = "--users", paramLabel = "N", description = "At once (default: ${DEFAULT-VALUE}).")
    private int users = 50;

    @Option(names = "--minutes", paramLabel = "N", description = "Such as 0.5 (default: ${DEFAULT-VALUE}).")
    private double minutes = 10;

    @Option(
            names = "--think",
            paramLabel = "TIME",
            description = "How long they look at each page (default: ${DEFAULT-VALUE}).")
    private String think = "1s-3s";

    @Option(
            names = "--portion",
            paramLabel = "N",
            description =
                    "Messages that each ingest takes in, one after another; 0 for no ingest (default: ${DEFAULT-VALUE}).")
    private int portion = 20_000;

    @Option(
            names = "--cores",
            paramLabel = "N",
            description = "That the server and the ingest may each use (default: ${DEFAULT-VALUE}).")
    private int cores = 2;

    @Option(names = "--seed", paramLabel = "N", description = "Of the random choice (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description = "Where to write and leave what was written (default: a temporary folder, removed).")
    private @Nullable Path scratch;

    BenchServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        try (Scratch room = Scratch.in(scratch)) {
            ServeBench.Plan plan = new ServeBench.Plan(
                    mail(room.folder()),
                    items,
                    users,
                    Duration.ofMillis(Math.round(60_000 * minutes)),
                    thinking(),
                    portion,
                    cores,
                    seed);
            ServeBench.Result result = new ServeBench(options.folder(), room.folder(), terminal.clock()).run(plan);
            options.answer(terminal, result, () -> terminal.say("%s", text(result)));
        }
        return ExitCode.DONE;
    }

    private void check() {
        if (users < 1 || users > MOST_USERS || items < 1 || portion < 0 || cores < 1) {
            throw new WrongUsage("--users is 1 to 1000, --items and --cores at least 1, --portion not negative");
        }
        if (!(minutes > 0 && minutes <= 24 * 60)) {
            throw new WrongUsage("--minutes is above 0, and at most a day");
        }
        if (path != null && !Files.exists(path)) {
            throw new WrongUsage("There is nothing at " + path);
        }
        if (!ServeBench.mayUse(options.folder())) {
            throw new WrongUsage(
                    "The archive in " + options.folder()
                            + " is not made up, and this would add accounts and mail to it. Name another folder: --archive DIR");
        }
    }

    private Think thinking() {
        try {
            return Think.of(think);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--think: " + wrong.getMessage());
        }
    }

    private Path mail(Path folder) {
        if (path != null) {
            return path.toAbsolutePath();
        }
        Path sample = folder.resolve("sample");
        SampleDistrict.unpack(sample);
        return SampleDistrict.mailboxes(sample);
    }

    private static String text(ServeBench.Result result) {
        return Stream.of(
                        head(result),
                        Stream.concat(result.kinds().stream(), Stream.of(result.all()))
                                .map(BenchServeCommand::line),
                        Stream.of(
                                String.format(
                                        Locale.US, "ratio      p95 is %.1f times that of the limit", result.ratio()),
                                "heap       "
                                        + result.heap().stream()
                                                .map(look -> String.format(Locale.US, "%.0f", look.heapMegabytes()))
                                                .collect(Collectors.joining(" "))
                                        + String.format(
                                                Locale.US,
                                                " MiB after collection; %+.2f a minute in the later half: %s",
                                                result.growth(),
                                                result.isFlat() ? "flat" : "not flat"),
                                "threads    "
                                        + result.heap().stream()
                                                .map(look -> Integer.toString(look.threads()))
                                                .collect(Collectors.joining(" "))),
                        result.failures().stream().map(failure -> "failed     " + failure),
                        result.slowest().stream().map(BenchServeCommand::line))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static Stream<String> head(ServeBench.Result result) {
        return Stream.of(
                String.format(
                        Locale.US,
                        "%d items, %d people at once, %d messages taken in meanwhile",
                        result.items(),
                        result.users(),
                        result.taken()),
                String.format(
                        Locale.US,
                        "%.1f s from the start of the server's program to its first page",
                        result.firstPageSeconds()),
                String.format(
                        Locale.US,
                        "%.1f pages a second, %.1f CPU ms of the server each",
                        result.pagesASecond(),
                        result.cpuMillisPerPage()),
                String.format(
                        "%-26s %8s %8s %8s %8s %8s %7s",
                        "milliseconds", "pages", "p50", "p95", "p99", "longest", "errors"));
    }

    private static String line(ServeBench.Slow slow) {
        return String.format(
                Locale.US,
                "slow       %5d ms %s: %d at work, %d while memory was collected, else waiting",
                slow.millis(),
                slow.route(),
                slow.workMillis(),
                slow.collectingMillis());
    }

    private static String line(ServeBench.Line line) {
        return String.format(
                Locale.US,
                "%-26s %8d %8.0f %8.0f %8.0f %8.0f %7d",
                line.kind(),
                line.pages(),
                line.p50Millis(),
                line.p95Millis(),
                line.p99Millis(),
                line.maxMillis(),
                line.errors());
    }
}
