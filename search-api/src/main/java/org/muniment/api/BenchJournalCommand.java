package org.muniment.api;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.bench.JournalBench;
import org.muniment.api.bench.Scratch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment bench journal}. */
@Command(
        name = "journal",
        description =
                "Sends made-up mail to a journal of its own by SMTP, each message acknowledged when it is durable, "
                        + "and compares with taking the same mail in from files.",
        footer = {"", "Example:", "  muniment bench journal", "  muniment bench journal --items 2000 --connections 4"})
final class BenchJournalCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--items", paramLabel = "N", defaultValue = "10000", description = "Messages (default: 10000).")
    private int items;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "16",
            description = "That send at a time, 1 to 500 (default: 16).")
    private int connections;

    @Option(
            names = "--scratch",
            paramLabel = "DIR",
            description = "Where to write and leave what was written (default: a temporary folder, removed).")
    private @Nullable Path scratch;

    BenchJournalCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (connections < 1 || connections > 500 || items < 10) {
            throw new WrongUsage("--items is at least 10, and --connections 1 to 500");
        }
        try (Scratch room = Scratch.in(scratch)) {
            JournalBench.Result result = new JournalBench(room.folder(), terminal.clock()).run(items, connections);
            options.answer(terminal, result, () -> terminal.say("%s", text(result)));
        }
        return ExitCode.DONE;
    }

    private static String text(JournalBench.Result result) {
        return String.format(
                Locale.US,
                "%d messages over %d connections%nfrom files %8.0f a second%njournal    %8.0f a second, %.2f CPU ms each%n"
                        + "ratio      %8.2f of the limit%nanswered after %.0f ms (half of them), %.0f ms (99 of 100)",
                result.messages(),
                result.connections(),
                result.limitRate(),
                result.rate(),
                result.cpuMillisPerItem(),
                result.ratio(),
                result.p50Millis(),
                result.p99Millis());
    }
}
