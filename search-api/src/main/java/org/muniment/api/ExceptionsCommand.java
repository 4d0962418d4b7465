package org.muniment.api;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
final class ExceptionsCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final PurposeOption purpose = new PurposeOption();

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
    public int ask(RemoteServer server) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("for", purpose.text());
        asked.put("limit", limit);
        asked.put("after", after);
        ShownExceptions page = server.get("/exceptions", asked, ShownExceptions.class);
        options.answer(terminal, page, () -> page.print(terminal));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        purpose.refuse();
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
