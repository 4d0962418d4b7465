package org.muniment.api.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.ProgressLine;
import org.muniment.api.Terminal;
import org.muniment.api.WrongUsage;
import org.muniment.archive.Archive;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.batch.Rooms;
import org.muniment.batch.classify.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment schedule diff}: what another schedule would change, before anybody adopts it. */
@Command(
        name = "diff",
        description = {
            "Says what would change over the whole archive if B were in force instead of A.",
            "Reads every item, holds it against both by rules alone (declarations stand above both), and writes nothing."
        },
        footer = {"", "Example:", "  muniment schedule diff now our-schedule.yaml", "  muniment schedule diff 1 2"})
final class DiffCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(
            index = "0",
            paramLabel = "A",
            description =
                    "A version's number, 'now' for the one in force, a file, or the name of a schedule that comes with the "
                            + "product.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", description = "The same.")
    private String after = "";

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock());
                ProgressLine progress = new ProgressLine(terminal, "items")) {
            RetentionSchedule one = schedule(archive, before);
            RetentionSchedule other = schedule(archive, after);
            Comparison.Result result = new Comparison(Rooms.of(archive), SHOWN).run(one, other, progress::show);
            progress.clear();
            options.answer(terminal, result, () -> print(result));
        }
        return ExitCode.DONE;
    }

    private static RetentionSchedule schedule(Archive archive, String name) {
        if (name.equals("now")) {
            LocalDate today = archive.retention().day(archive.clock().instant());
            return archive.retention().evaluations().current(today).adopted().schedule();
        }
        if (name.matches("\\d{1,9}")) {
            return archive.retention().schedules().history().stream()
                    .filter(one -> one.version() == Long.parseLong(name))
                    .map(Adopted::schedule)
                    .findFirst()
                    .orElseThrow(() -> new WrongUsage(
                            "This archive has no schedule version " + name + ". See: muniment schedule list"));
        }
        return RetentionSchedule.parse(ShippedSchedules.read(name));
    }

    private void print(Comparison.Result result) {
        terminal.say("%d of %d items would move", result.moved(), result.items());
        terminal.say("%d would be eligible earlier, %d later", result.earlier(), result.later());
        result.moves()
                .forEach(move -> terminal.say(
                        "%8d  %s (Class %d) -> %s (Class %d)",
                        move.items(),
                        move.from().series(),
                        move.from().recordClass(),
                        move.to().series(),
                        move.to().recordClass()));
        List<Comparison.Example> first = result.first();
        if (!first.isEmpty()) {
            terminal.say("The first %d:", first.size());
        }
        first.forEach(one -> {
            terminal.say(
                    "%s  %s -> %s  %s",
                    one.item(), one.from().series(), one.to().series(), Terminal.plain(one.subject()));
            terminal.sayWrapped("    ", one.reason());
        });
    }
}
