package org.muniment.api.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.Retention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment schedule list}: the archive's versions, and the series of the one in force. */
@Command(
        name = "list",
        description = {
            "Lists the archive's schedule versions, and the series of the one in force.",
            "With class, period and citation. What is marked 'not verified' rests on law whose text was not read: check it with "
                    + "counsel before relying on it."
        },
        footer = {"", "Example:", "  muniment schedule list"})
final class ListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    record Version(
            long version,
            String schedule,
            String digest,
            String effective,
            boolean inForce,
            @Nullable String officer,
            @Nullable String second,
            String recorded) {
        static Version of(Adopted one, boolean inForce) {
            var by = one.by();
            var second = one.second();
            return new Version(
                    one.version(),
                    one.schedule().name(),
                    one.schedule().digest().hex(),
                    one.effective().toString(),
                    inForce,
                    by == null ? null : by.name(),
                    second == null ? null : second.name(),
                    one.at().toString());
        }

        String who() {
            return officer == null
                    ? "came with the product; nobody adopted it yet, so nothing can be destroyed by it"
                    : "effective " + effective + ", adopted by " + officer + " and " + second;
        }
    }

    record Series(
            String id,
            String title,
            int recordClass,
            String standing,
            String keep,
            String authority,
            boolean verified,
            String basis,
            boolean transitory,
            String note) {
        static Series of(RecordSeries one) {
            return new Series(
                    one.id().value(),
                    one.title(),
                    one.recordClass().number(),
                    one.standing().key(),
                    one.keep().toString(),
                    one.authority(),
                    one.verified(),
                    one.basis(),
                    one.transitory(),
                    one.note());
        }
    }

    private record Listed(List<Version> versions, List<Series> series, List<String> shipped) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Retention retention = archive.retention();
            LocalDate today = retention.day(archive.clock().instant());
            Adopted inForce = retention.schedules().inForce(today).orElse(null);
            Listed listed = new Listed(
                    retention.schedules().history().stream()
                            .map(one -> Version.of(one, inForce != null && inForce.version() == one.version()))
                            .toList(),
                    inForce == null
                            ? List.of()
                            : inForce.schedule().series().stream()
                                    .map(Series::of)
                                    .toList(),
                    ShippedSchedules.NAMES);
            options.answer(terminal, listed, () -> print(listed));
        }
        return ExitCode.DONE;
    }

    private void print(Listed listed) {
        if (listed.versions().isEmpty()) {
            terminal.say("This archive has no retention schedule: nothing is classified. Adopt one:");
            terminal.say(
                    "  muniment schedule adopt %s --effective DATE --by NAME --second NAME",
                    ShippedSchedules.CALIFORNIA);
        }
        listed.versions().forEach(one -> {
            terminal.say("Version %d  %s%s", one.version(), one.schedule(), one.inForce() ? "  (in force)" : "");
            terminal.sayWrapped("    ", one.who());
        });
        listed.series().forEach(this::print);
    }

    private void print(Series one) {
        terminal.say("");
        terminal.say(
                "%-6s Class %d  %s%s",
                one.id(),
                one.recordClass(),
                Terminal.plain(one.title()),
                one.standing().equals("record") ? "" : " (" + one.standing() + ")");
        terminal.sayWrapped("       ", one.keep() + "; " + one.authority() + (one.verified() ? "" : " – not verified"));
    }
}
