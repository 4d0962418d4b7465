package org.muniment.api;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment purge list}: the latest plans. */
@Command(
        name = "list",
        description = "Lists the latest plans, the newest first.",
        footer = {"", "Example:", "  muniment purge list --limit 50"})
final class PurgeListCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--limit", paramLabel = "N", description = "Plans shown, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    PurgeListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        print(server.all("/plans", Map.of("limit", limit), ShownPlan.class));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > 1000) {
            throw new WrongUsage("--limit is 1 to 1000, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            List<ShownPlan> plans = archive.disposal().plans().latest(limit).stream()
                    .map(plan -> ShownPlan.of(archive, plan))
                    .toList();
            print(plans);
        }
        return ExitCode.DONE;
    }

    private void print(List<ShownPlan> plans) {
        options.answer(terminal, plans, () -> {
            if (plans.isEmpty()) {
                terminal.say("No plan was made yet. To make one: muniment purge plan --by NAME");
            }
            plans.forEach(plan -> plan.line(terminal));
        });
    }
}
