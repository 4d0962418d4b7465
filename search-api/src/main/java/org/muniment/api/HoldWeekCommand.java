package org.muniment.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.LegalHold;
import org.muniment.batch.holding.HoldWeek;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment hold week}: what changed for holds within seven days. */
@Command(
        name = "week",
        description = {
            "Says what changed within seven days: items that came onto the hold's list, custodians who leave, sources that were "
                    + "not taken in whole."
        },
        footer = {"", "Example:", "  muniment hold week", "  muniment hold week H3 --to 2026-11-20"})
final class HoldWeekCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(arity = "0..1", paramLabel = "HOLD", description = "The hold, such as H3 (default: all that bind).")
    private @Nullable String name;

    @Option(names = "--to", paramLabel = "DATE", description = "The last day, included (default: today).")
    private @Nullable LocalDate to;

    HoldWeekCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** A week as commands show it. Times are ISO-8601 in UTC, days in the agency's zone. */
    private record Week(
            String hold, String from, String to, long added, List<HoldWeek.Leaving> leaving, List<Failing> failing) {}

    private record Failing(String source, String custodian, String since, String why) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            LocalDate today = archive.holds().day(archive.clock().instant());
            List<LegalHold> holds =
                    name == null ? archive.holds().standing(today).holds() : List.of(NamedHold.find(archive, name));
            List<Week> weeks = holds.stream()
                    .map(hold -> shown(HoldWeek.of(archive, hold, to == null ? today : to)))
                    .toList();
            options.answer(
                    terminal, weeks, () -> print(weeks, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private static Week shown(HoldWeek week) {
        return new Week(
                week.hold().value(),
                week.from().toString(),
                week.to().toString(),
                week.added(),
                week.leaving(),
                week.failing().stream()
                        .map(one -> new Failing(
                                one.source(), one.custodian(), one.since().toString(), one.why()))
                        .toList());
    }

    private void print(List<Week> weeks, ZoneId zone) {
        if (weeks.isEmpty()) {
            terminal.say("No hold binds");
        }
        for (Week week : weeks) {
            terminal.say(
                    "%-6s %s to %s: %d items came onto its list", week.hold(), week.from(), week.to(), week.added());
            week.leaving()
                    .forEach(one -> terminal.say(
                            "       %s (%s): last day %s",
                            Terminal.plain(one.name()), one.custodian(), one.separated()));
            week.failing()
                    .forEach(one -> terminal.sayWrapped(
                            "       ",
                            one.source() + " was not taken in whole since " + Terminal.time(one.since(), zone) + ": "
                                    + one.why()));
        }
    }
}
