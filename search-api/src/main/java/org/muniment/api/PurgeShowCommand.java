package org.muniment.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.Refused;
import org.muniment.archive.item.ItemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment purge show}: a plan, its items and what became of them. */
@Command(
        name = "show",
        description = {
            "Shows a plan, its items and what became of each.",
            "With --kept, the items that were due and are kept, and why."
        },
        footer = {"", "Example:", "  muniment purge show P3 --limit 100", "  muniment purge show P3 --kept"})
final class PurgeShowCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "PLAN", description = "The plan, such as P3.")
    private String name = "";

    @Option(names = "--kept", description = "Shows what is kept instead of what is on the list.")
    private boolean kept;

    @Option(names = "--limit", paramLabel = "N", description = "Items shown, 0 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(
            names = "--after",
            paramLabel = "LINE",
            description = "Begins after that line; with --kept, after that item.")
    private String after = "";

    PurgeShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Shown(ShownPlan plan, List<PlannedItem> lines, List<PlannedItem.Kept> kept) {}

    @Override
    public int ask(RemoteServer server) {
        String plan = RemoteServer.path("/plans/", name);
        Map<String, Object> asked = Map.of("after", after, "limit", limit);
        Shown shown = new Shown(
                server.get(plan, Map.of(), ShownPlan.class),
                kept || limit == 0 ? List.of() : server.some(plan + "/lines", asked, PlannedItem.class),
                kept && limit > 0 ? server.some(plan + "/kept", asked, PlannedItem.Kept.class) : List.of());
        options.answer(terminal, shown, () -> print(shown, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        if (limit < 0 || limit > 10_000) {
            throw new WrongUsage("--limit is 0 to 10000, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Plan plan = ShownPlan.find(archive, name);
            Shown shown = new Shown(
                    ShownPlan.of(archive, plan),
                    kept ? List.of() : lines(archive, plan),
                    kept ? refused(archive, plan) : List.of());
            options.answer(
                    terminal, shown, () -> print(shown, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private List<PlannedItem> lines(Archive archive, Plan plan) {
        return archive.disposal().plans().lines(plan.id(), lineAfter(), limit).stream()
                .map(PlannedItem::of)
                .toList();
    }

    private long lineAfter() {
        try {
            return after.isEmpty() ? 0 : Long.parseLong(after);
        } catch (NumberFormatException wrong) {
            throw new WrongUsage("--after is the number of a line, not " + after);
        }
    }

    private List<PlannedItem.Kept> refused(Archive archive, Plan plan) {
        @Nullable ItemId item = after.isEmpty() ? null : itemAfter();
        List<Refused> refused = archive.disposal().plans().refusals(plan.id(), item, limit);
        return refused.stream().map(PlannedItem.Kept::of).toList();
    }

    private ItemId itemAfter() {
        try {
            return new ItemId(after);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--after: " + Reason.of(wrong));
        }
    }

    private void print(Shown shown, ZoneId zone) {
        shown.plan().print(terminal, zone);
        terminal.say("");
        shown.lines()
                .forEach(line -> terminal.say(
                        "%8d  %s  %-6s since %s  %s, %s",
                        line.number(),
                        line.item(),
                        line.series(),
                        line.eligible(),
                        Terminal.plain(line.authority()),
                        Terminal.plain(line.words())));
        shown.kept().forEach(one -> terminal.say("%s  %s", one.item(), Terminal.plain(one.words())));
    }
}
