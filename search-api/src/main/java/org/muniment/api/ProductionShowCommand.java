package org.muniment.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.production.Production;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment production show}: a production, and what it says of its items. */
@Command(
        name = "show",
        description = "Shows a production, and what it says of each item: whole, redacted or withheld.",
        footer = {"", "Example:", "  muniment production show PR1 --limit 100 --after 20"})
final class ProductionShowCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "PRODUCTION", description = "The production, such as PR1.")
    private String name = "";

    @Option(names = "--limit", paramLabel = "N", description = "Items shown, 0 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--after", paramLabel = "N", description = "Begins after so many items.")
    private long after;

    ProductionShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Shown(ShownProduction production, List<DisclosedItem> items) {}

    @Override
    public int ask(RemoteServer server) {
        String path = RemoteServer.path("/productions/", name);
        Shown shown = new Shown(
                server.get(path, Map.of(), ShownProduction.class),
                limit == 0
                        ? List.of()
                        : server.some(path + "/items", Map.of("after", after, "limit", limit), DisclosedItem.class));
        options.answer(terminal, shown, () -> print(shown, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        if (limit < 0 || limit > 10_000) {
            throw new WrongUsage("--limit is 0 to 10000, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Production found = ShownProduction.find(archive, name);
            Shown shown = new Shown(ShownProduction.of(found), DisclosedItem.of(archive, found, after, limit));
            options.answer(
                    terminal, shown, () -> print(shown, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private void print(Shown shown, ZoneId zone) {
        shown.production().print(terminal, zone);
        shown.items().forEach(item -> terminal.say("  %s  %-8s  %s", item.item(), item.disclosure(), item.numbers()));
    }
}
