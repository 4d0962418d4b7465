package org.muniment.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment production list}: the latest productions. */
@Command(
        name = "list",
        description = "Lists the latest productions, the newest first.",
        footer = {"", "Example:", "  muniment production list --limit 50"})
final class ProductionListCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Productions shown, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    ProductionListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        print(server.all("/productions", Map.of("limit", limit), ShownProduction.class));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > 1000) {
            throw new WrongUsage("--limit is 1 to 1000, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            List<ShownProduction> found = archive.productions().latest(limit).stream()
                    .map(ShownProduction::of)
                    .toList();
            print(found);
        }
        return ExitCode.DONE;
    }

    private void print(List<ShownProduction> found) {
        options.answer(terminal, found, () -> {
            if (found.isEmpty()) {
                terminal.say("Nothing was produced yet.");
            }
            found.forEach(production -> production.line(terminal));
        });
    }
}
