package org.muniment.api.users;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.api.WrongUsage;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Look;
import org.muniment.archive.access.Looks;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.item.ItemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment users looks}: who looked at what of others, and why. */
@Command(
        name = "looks",
        description = {
            "Lists who looked at what of others' mail, and for which purpose (AR 7203 D.3), the latest first.",
            "Also says whether the record is as the ledger knows it."
        },
        footer = {
            "",
            "Example:",
            "  muniment users looks --user mortiz --from 2026-10-01",
            "  muniment users looks --purpose request:R1",
            "",
            "Exit code 4 when the record was changed."
        })
final class LooksCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--user", paramLabel = "NAME", description = "Only those of one account.")
    private @Nullable String user;

    @Option(names = "--item", paramLabel = "ID", description = "Only those at one item.")
    private @Nullable String item;

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            description = "Only those for one purpose, such as request:R1.")
    private @Nullable String purpose;

    @Option(names = "--from", paramLabel = "DAY", description = "The first day.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day, inclusive.")
    private @Nullable LocalDate to;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default: ${DEFAULT-VALUE}).")
    private int limit = 100;

    LooksCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Shown(long number, String at, String user, String purpose, String item, String query, long found) {
        static Shown of(Look look) {
            return new Shown(
                    look.number(),
                    look.at().toString(),
                    look.account(),
                    look.purpose().toString(),
                    look.item(),
                    look.query(),
                    look.found());
        }
    }

    private record Listed(List<Shown> looks, List<String> faults) {}

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new WrongUsage("--limit is at least 1, not " + limit);
        }
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            ZoneId zone = archive.settings().zone();
            List<Look> found = archive.access().looks().list(asked(zone), 0, limit);
            Listed listed = new Listed(
                    found.stream().map(Shown::of).toList(),
                    archive.access().looks().faults());
            options.answer(terminal, listed, () -> {
                found.forEach(look -> print(look, zone));
                terminal.say("%d %s", found.size(), found.size() == 1 ? "look" : "looks");
                listed.faults().forEach(fault -> terminal.say("FAULT  %s", fault));
            });
            return listed.faults().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private Looks.Asked asked(ZoneId zone) {
        try {
            return new Looks.Asked(
                    user,
                    item == null ? null : new ItemId(item),
                    purpose == null ? null : Purpose.parse(purpose),
                    start(from, zone),
                    start(to == null ? null : to.plusDays(1), zone));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(String.valueOf(wrong.getMessage()));
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private void print(Look look, ZoneId zone) {
        terminal.say(
                "%s  %-12s %s",
                Terminal.time(look.at(), zone),
                look.account(),
                Terminal.plain(look.purpose().toString()));
        terminal.sayWrapped(
                "    ",
                look.isSearch()
                        ? "searched " + look.query() + ": " + look.found() + " found"
                        : "item " + look.item()
                                + (look.takenOutWith().isEmpty() ? "" : ", taken out with " + look.takenOutWith()));
    }
}
