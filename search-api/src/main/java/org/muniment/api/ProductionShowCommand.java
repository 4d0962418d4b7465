package org.muniment.api;

import java.util.List;
import java.util.Locale;
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
final class ProductionShowCommand implements Callable<Integer> {
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

    private record Told(String item, String disclosure, String numbers) {}

    private record Shown(ShownProduction production, List<Told> items) {}

    @Override
    public Integer call() {
        if (limit < 0 || limit > 10_000) {
            throw new WrongUsage("--limit is 0 to 10000, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Production found = ShownProduction.find(archive, name);
            Shown shown = new Shown(ShownProduction.of(found), items(archive, found));
            options.answer(terminal, shown, () -> {
                shown.production().print(terminal, archive.settings().zone());
                shown.items()
                        .forEach(
                                item -> terminal.say("  %s  %-8s  %s", item.item(), item.disclosure(), item.numbers()));
            });
        }
        return ExitCode.DONE;
    }

    private List<Told> items(Archive archive, Production production) {
        return archive.productions().items(production.id(), after, limit).stream()
                .map(item -> new Told(
                        item.item().value(),
                        item.disclosure().name().toLowerCase(Locale.ROOT),
                        item.pages().toString()))
                .toList();
    }
}
