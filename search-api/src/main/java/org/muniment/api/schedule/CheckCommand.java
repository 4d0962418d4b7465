package org.muniment.api.schedule;

import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.ScheduleInvalid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment schedule check}: everything that is wrong with a schedule's file. */
@Command(
        name = "check",
        description = {
            "Reads a retention schedule and says everything that is wrong with it.",
            "A rule without a citation, or without example mails, is refused, and so is one that its examples speak against.",
            "Needs no archive and changes nothing."
        },
        footer = {
            "",
            "Example:",
            "  muniment schedule check our-schedule.yaml",
            "",
            "Exit code 0 when it could be adopted, 4 when something is wrong."
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", description = "A file, or the name of a schedule that comes with the product.")
    private String file = "";

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Checked(
            String schedule,
            String digest,
            int series,
            int unverified,
            int examples,
            List<ScheduleInvalid.Problem> problems) {}

    @Override
    public Integer call() {
        Checked checked = check(ShippedSchedules.read(file));
        options.answer(terminal, checked, () -> print(checked));
        return checked.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Checked check(String yaml) {
        try {
            RetentionSchedule schedule = RetentionSchedule.parse(yaml);
            ProvedSchedule.prove(schedule);
            int unverified = (int)
                    schedule.series().stream().filter(one -> !one.verified()).count();
            return new Checked(
                    schedule.name(),
                    schedule.digest().hex(),
                    schedule.series().size(),
                    unverified,
                    schedule.series().stream()
                            .mapToInt(one -> one.yes().size() + one.no().size())
                            .sum(),
                    List.of());
        } catch (ScheduleInvalid invalid) {
            return new Checked("", "", 0, 0, 0, invalid.problems());
        }
    }

    private void print(Checked checked) {
        if (checked.problems().isEmpty()) {
            terminal.say(
                    "%s: %d series, of which %d rest on law whose text was not read",
                    checked.schedule(), checked.series(), checked.unverified());
            terminal.say("SHA-256 %s", checked.digest());
            terminal.say("All %d example mails fall where they say. Nothing is wrong with it.", checked.examples());
            return;
        }
        checked.problems().forEach(problem -> terminal.sayWrapped("", problem.toString()));
        terminal.say(
                "%d problems: it can't be adopted as it is.", checked.problems().size());
    }
}
