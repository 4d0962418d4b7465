package org.muniment.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Disposal;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.StandingAuthority;
import org.muniment.archive.disposition.Trips;
import org.muniment.archive.schedule.Classifications.Due;
import org.muniment.archive.schedule.SeriesId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment purge status}: where plans stand, what is due, who may let destroy, what was stopped. */
@Command(
        name = "status",
        description = {
            "Shows where open plans stand and what they wait for, what is due by its period, standing authorities, and "
                    + "runs that the breaker stopped.",
            "What is due may still be held, or kept for another reason: muniment purge plan asks every one of them."
        },
        footer = {"", "Example:", "  muniment purge status", "  muniment purge status --as-of 2028-07-01"})
final class PurgeStatusCommand implements Callable<Integer> {
    private static final int STOPS = 5;

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "As it will be on that day, if nobody changes anything (default: today).")
    private @Nullable LocalDate asOf;

    PurgeStatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Open(ShownPlan plan, String next) {}

    private record Authority(
            String id, List<String> series, String signed, String lapses, String officers, boolean holds) {}

    private record Stop(
            String run, String at, String words, @Nullable String overriddenBy) {}

    private record Status(
            String asOf,
            boolean rehearsal,
            List<Open> plans,
            Map<String, Long> due,
            List<Authority> authorities,
            List<Stop> stops) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            LocalDate day =
                    asOf == null ? archive.retention().day(archive.clock().instant()) : asOf;
            Status status = status(archive, day);
            options.answer(terminal, status, () -> print(archive, status));
        }
        return ExitCode.DONE;
    }

    private static Status status(Archive archive, LocalDate day) {
        Disposal disposal = archive.disposal();
        return new Status(
                day.toString(),
                archive.settings().isRehearsal(),
                disposal.plans().open().stream()
                        .map(plan -> open(archive, plan, day))
                        .toList(),
                due(archive, day),
                disposal.authorities().all().stream()
                        .map(one -> authority(one, day))
                        .toList(),
                disposal.trips().latest(STOPS).stream()
                        .map(PurgeStatusCommand::stop)
                        .toList());
    }

    private static Open open(Archive archive, Plan plan, LocalDate day) {
        return new Open(ShownPlan.of(archive, plan), ShownPlan.next(plan, day));
    }

    private static Map<String, Long> due(Archive archive, LocalDate day) {
        try (var due = archive.retention().classifications().due(day)) {
            return due.map(Due::series)
                    .collect(Collectors.groupingBy(SeriesId::value, TreeMap::new, Collectors.counting()));
        }
    }

    private static Authority authority(StandingAuthority one, LocalDate day) {
        return new Authority(
                one.id(),
                one.series().stream().sorted().map(SeriesId::value).toList(),
                one.signed().toString(),
                one.lapses().toString(),
                one.by() + " and " + one.second(),
                one.holdsOn(day));
    }

    private static Stop stop(Trips.Stop stop) {
        return new Stop(
                stop.run(),
                stop.at().toString(),
                stop.words(),
                stop.overriddenBy() == null ? null : stop.overriddenBy().name());
    }

    private void print(Archive archive, Status status) {
        if (status.rehearsal()) {
            terminal.say("A rehearsal: made-up mail, and days may be named with --as-of");
        }
        status.plans().forEach(open -> {
            open.plan().line(terminal);
            terminal.say("       next: %s", open.next());
        });
        if (status.plans().isEmpty()) {
            terminal.say("No plan is open");
        }
        terminal.say("Due by %s, by period alone:", status.asOf());
        status.due().forEach((series, items) -> terminal.say("  %8d of series %s", items, series));
        status.authorities()
                .forEach(one -> terminal.say(
                        "Standing authority %s for %s, %s, signed by %s",
                        one.id(),
                        String.join(", ", one.series()),
                        one.holds() ? "until " + one.lapses() : "no longer in force",
                        Terminal.plain(one.officers())));
        status.stops()
                .forEach(stop -> terminal.sayWrapped(
                        "",
                        Terminal.time(stop.at(), archive.settings().zone()) + " " + stop.run() + " was stopped: "
                                + stop.words()
                                + (stop.overriddenBy() == null ? "" : "; let go on by " + stop.overriddenBy())));
    }
}
