package org.muniment.api;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Disposition;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanLine;
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
final class PurgeShowCommand implements Callable<Integer> {
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

    private record Line(long number, String item, String series, String eligible, String authority, String state) {}

    private record Kept(String item, String veto, String words) {}

    private record Shown(ShownPlan plan, List<Line> lines, List<Kept> kept) {}

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
            options.answer(terminal, shown, () -> print(archive, shown));
        }
        return ExitCode.DONE;
    }

    private List<Line> lines(Archive archive, Plan plan) {
        return archive.disposal().plans().lines(plan.id(), lineAfter(), limit).stream()
                .map(line -> new Line(
                        line.number(),
                        line.item().value(),
                        line.series().value(),
                        line.eligible().toString(),
                        line.authority(),
                        state(line)))
                .toList();
    }

    private long lineAfter() {
        try {
            return after.isEmpty() ? 0 : Long.parseLong(after);
        } catch (NumberFormatException wrong) {
            throw new WrongUsage("--after is the number of a line, not " + after);
        }
    }

    private static String state(PlanLine line) {
        return switch (line.disposition()) {
            case Disposition.Proposed proposed -> "proposed";
            case Disposition.Approved approved -> "approved";
            case Disposition.Condemned condemned -> condemned.begun() ? "being destroyed" : "condemned";
            case Disposition.Destroyed destroyed -> "destroyed " + destroyed.at();
            case Disposition.Withdrawn withdrawn ->
                "kept: " + withdrawn.refusal().words();
        };
    }

    private List<Kept> refused(Archive archive, Plan plan) {
        @Nullable ItemId item = after.isEmpty() ? null : itemAfter();
        List<Refused> refused = archive.disposal().plans().refusals(plan.id(), item, limit);
        return refused.stream()
                .map(one -> new Kept(
                        one.item().value(), one.refusal().veto(), one.refusal().words()))
                .toList();
    }

    private ItemId itemAfter() {
        try {
            return new ItemId(after);
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--after: " + Reason.of(wrong));
        }
    }

    private void print(Archive archive, Shown shown) {
        shown.plan().print(terminal, archive.settings().zone());
        terminal.say("");
        shown.lines()
                .forEach(line -> terminal.say(
                        "%8d  %s  %-6s since %s  %s, %s",
                        line.number(),
                        line.item(),
                        line.series(),
                        line.eligible(),
                        Terminal.plain(line.authority()),
                        Terminal.plain(line.state())));
        shown.kept().forEach(one -> terminal.say("%s  %s", one.item(), Terminal.plain(one.words())));
    }
}
