package org.muniment.api;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Destruction;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.Plans;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment purge restore}: takes items off a plan and gives them back. */
@Command(
        name = "restore",
        description = {
            "Takes items off a plan, at any time before they are destroyed, and shows them to staff again.",
            "All of them, or those named. One person suffices: keeping needs no second one."
        },
        footer = {
            "",
            "Example:",
            "  muniment purge restore P3 3f2a9c --by 'Maria Ortiz, Records' \\",
            "    --reason 'still in use'",
            "  muniment purge restore P3 --by 'Maria Ortiz, Records' --reason 'tabled'"
        })
final class PurgeRestoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan, such as P3.")
    private String name = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "ITEM", description = "Items, by id (default: all).")
    private List<String> items = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why they are kept.")
    private String reason = "";

    PurgeRestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Restored(ShownPlan plan, List<String> lost) {}

    @Override
    public Integer call() {
        Officer officer = by.officer();
        try (Archive archive = Archive.decide(options.folder(), asOf.clock(options.folder(), terminal.clock()))) {
            Plan plan = ShownPlan.find(archive, name);
            List<ItemId> some = items.stream()
                    .map(id -> Found.item(archive, id).item().id())
                    .toList();
            List<ItemId> lost = plan.stage() instanceof Plan.Stage.Condemned
                    ? restore(archive, plan, some, officer)
                    : withdraw(archive, plan, some, officer);
            archive.ledger().checkpoint();
            Restored restored = new Restored(
                    ShownPlan.of(archive, ShownPlan.find(archive, name)),
                    lost.stream().map(ItemId::value).toList());
            options.answer(terminal, restored, () -> print(archive, restored));
            return lost.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }

    private List<ItemId> restore(Archive archive, Plan plan, List<ItemId> some, Officer officer) {
        Destruction destruction = archive.disposal().destruction();
        Instant now = archive.clock().instant();
        return some.isEmpty()
                ? destruction.restore(plan.id(), officer, reason, now)
                : destruction.restore(plan.id(), some, officer, reason, now);
    }

    private List<ItemId> withdraw(Archive archive, Plan plan, List<ItemId> some, Officer officer) {
        Plans plans = archive.disposal().plans();
        Instant now = archive.clock().instant();
        archive.catalogue().transactions().executeWithoutResult(status -> {
            if (some.isEmpty()) {
                plans.withdraw(plan.id(), officer, reason, now);
            }
            some.forEach(item -> plans.withdraw(plan.id(), item, officer, reason, now));
        });
        return List.of();
    }

    private void print(Archive archive, Restored restored) {
        restored.plan().print(terminal, archive.settings().zone());
        restored.lost().forEach(item -> terminal.say("Item %s can't be given back: its destruction had begun", item));
    }
}
