package org.muniment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.disposition.Planned;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment purge plan}: freezes the list of what is due. */
@Command(
        name = "plan",
        description = {
            "Lists what is due for destruction, and freezes the list: what is not on it is not touched.",
            "With a later day, lists what will be due then. It can be approved now; nothing on it is hidden or destroyed "
                    + "before that day."
        },
        footer = {
            "",
            "Example:",
            "  muniment purge plan --by 'Maria Ortiz, Records'",
            "  muniment purge plan --by 'Maria Ortiz, Records' --series R40,R41 \\",
            "    --as-of 2028-07-01"
        })
final class PurgePlanCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Option(names = "--as-of", paramLabel = "DAY", description = "What is due by that day (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--series",
            paramLabel = "ID,…",
            split = ",",
            description = "Only these series of the schedule (default: all).")
    private String[] series = {};

    @Option(
            names = "--unattended",
            description = "Transitory series of Class 3 only, for approval by a standing authority.")
    private boolean unattended;

    PurgePlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Proposed(ShownPlan plan, Map<String, Long> series, Map<String, Long> kept, long onOtherPlans) {}

    /** What came of the job. */
    private record Told(String words) {}

    @Override
    public int ask(RemoteServer server) {
        server.requireSame(by.officer().name());
        Map<String, Object> asked = new HashMap<>(Map.of("unattended", unattended));
        if (asOf != null) {
            asked.put("asOf", asOf.toString());
        }
        if (series.length > 0) {
            asked.put("series", series(series).stream().map(SeriesId::value).toList());
        }
        Told told = new Told(server.finished("/plans", asked));
        options.answer(terminal, told, () -> terminal.say("%s", told.words()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        Officer officer = by.officer();
        Set<SeriesId> some = series(series);
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            Instant now = archive.clock().instant();
            LocalDate day = asOf == null ? archive.retention().day(now) : asOf;
            Planned planned =
                    archive.disposal().planner().propose(new PlanRequest(day, some, unattended, officer, now));
            archive.ledger().checkpoint();
            Map<String, Long> bySeries = new TreeMap<>();
            planned.series().forEach((id, items) -> bySeries.put(id.value(), items));
            Proposed proposed = new Proposed(
                    ShownPlan.of(archive, planned.plan()), bySeries, planned.refusalsInOrder(), planned.listed());
            options.answer(terminal, proposed, () -> print(archive, planned, proposed));
        }
        return ExitCode.DONE;
    }

    /** Reads series' names. */
    static Set<SeriesId> series(String[] names) {
        try {
            return Arrays.stream(names)
                    .map(name -> new SeriesId(name.strip()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--series: " + Reason.of(wrong));
        }
    }

    private void print(Archive archive, Planned planned, Proposed proposed) {
        proposed.plan().print(terminal, archive.settings().zone());
        terminal.say("");
        if (proposed.series().isEmpty()) {
            terminal.say("Nothing is on the list.");
        }
        proposed.series().forEach((series, items) -> terminal.say("  %8d of series %s", items, series));
        if (proposed.onOtherPlans() > 0) {
            terminal.say("  %8d due and on another plan already", proposed.onOtherPlans());
        }
        LocalDate today = archive.retention().day(archive.clock().instant());
        terminal.say("Next: %s", ShownPlan.next(planned.plan(), today));
    }
}
