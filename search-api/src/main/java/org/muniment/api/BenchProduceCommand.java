package org.muniment.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.bench.IngestBench;
import org.muniment.api.bench.ProduceBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment bench produce}. */
@Command(
        name = "produce",
        description =
                "Produces made-up mail, with redactions to look for, and compares with only setting as many pages.",
        footer = {"", "Example:", "  muniment bench produce", "  muniment bench produce --items 2000"})
final class BenchProduceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--items",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Messages of about a page each (default: 10000).")
    private int items;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description = "Where to write and leave what was written (default: a temporary folder, removed).")
    private @Nullable Path scratch;

    BenchProduceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (items < 10) {
            throw new WrongUsage("--items is at least 10");
        }
        Path folder = folder();
        try {
            ProduceBench.Result result = new ProduceBench(folder, terminal.clock()).run(items);
            options.answer(terminal, result, () -> terminal.say("%s", text(result)));
            return ExitCode.DONE;
        } finally {
            if (scratch == null) {
                IngestBench.delete(folder);
            }
        }
    }

    private Path folder() {
        try {
            Path parent =
                    scratch == null ? Path.of(System.getProperty("java.io.tmpdir")) : Files.createDirectories(scratch);
            return Files.createTempDirectory(parent, "muniment-bench");
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write scratch files", e);
        }
    }

    private static String text(ProduceBench.Result result) {
        return String.format(
                Locale.US,
                "%d pages in %.1f s, %.1f CPU s%nproduce     %8.0f pages a second, %.0f a core%npages alone %8.0f a second on one thread%n"
                        + "leak test   %8.1f s for %d redactions, %.0f %% on top%npeak heap   %8s",
                result.pages(),
                result.seconds(),
                result.cpuSeconds(),
                result.rate(),
                result.ratePerCore(),
                result.limitRate(),
                result.leakTestSeconds(),
                result.redactions(),
                100 * result.leakTestAdds(),
                Terminal.bytes(result.peakHeap()));
    }
}
