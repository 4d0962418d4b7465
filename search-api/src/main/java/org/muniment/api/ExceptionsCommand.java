package org.muniment.api;

import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment exceptions}: what could not be fully read, with the reasons. */
@Command(
        name = "exceptions",
        description = {
            "Lists what could not be fully read, and why.",
            "These items are stored like all others and found by what is known of them; only words that could not be "
                    + "read can't be searched."
        },
        footer = {"", "Example:", "  muniment exceptions --limit 50"})
final class ExceptionsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Items on a page, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit = 100;

    @Option(
            names = "--after",
            paramLabel = "KEY",
            description = "The next page: the key printed under the page before.")
    private long after;

    ExceptionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > 10_000) {
            throw new WrongUsage("--limit is 1 to 10000, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ShownExceptions page = ShownExceptions.of(archive, after, limit);
            options.answer(terminal, page, () -> page.print(terminal));
        }
        return ExitCode.DONE;
    }
}
