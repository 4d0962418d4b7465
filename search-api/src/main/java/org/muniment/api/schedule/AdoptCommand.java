package org.muniment.api.schedule;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.batch.classify.Classify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment schedule adopt}: a new version, by two officers, for all items. */
@Command(
        name = "adopt",
        description = {
            "Adopts a version of the retention schedule, and classifies old items by it.",
            "Two officers adopt it. Until they have adopted one, nothing can be destroyed. When its day is still to come, the "
                    + "archive takes it up then. See first what it would change: muniment schedule diff"
        },
        footer = {
            "",
            "Example:",
            "  muniment schedule adopt california-k12-title-5 --effective 2026-07-01 \\",
            "    --by 'Maria Ortiz, Director of Records' \\",
            "    --second 'John Chen, Superintendent'"
        })
final class AdoptCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", description = "A file, or the name of a schedule that comes with the product.")
    private String file = "";

    @Option(names = "--effective", paramLabel = "DATE", required = true, description = "First day in force.")
    private LocalDate effective = LocalDate.EPOCH;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            required = true,
            description = "Who adopts it: name, comma, title. Kept for ever.")
    private String by = "";

    @Option(names = "--second", paramLabel = "NAME", required = true, description = "The other officer.")
    private String second = "";

    AdoptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Result(
            long version, String schedule, String effective, boolean inForce, Classify.Outcome classified) {}

    @Override
    public Integer call() {
        String yaml = ShippedSchedules.read(file);
        ProvedSchedule.prove(RetentionSchedule.parse(yaml));
        Officer first = Sentences.officer("--by", by);
        Officer other = Sentences.officer("--second", second);
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            Adopted adopted = Adoption.of(archive, yaml, effective, first, other);
            LocalDate today = archive.retention().day(archive.clock().instant());
            Result result = new Result(
                    adopted.version(),
                    adopted.schedule().name(),
                    effective.toString(),
                    !effective.isAfter(today),
                    Renewed.run(terminal, archive));
            options.answer(terminal, result, () -> print(result));
        }
        return ExitCode.DONE;
    }

    private void print(Result result) {
        terminal.say("Adopted %s as version %d, effective %s", result.schedule(), result.version(), result.effective());
        if (result.inForce()) {
            Renewed.print(terminal, options, result.classified());
        } else {
            terminal.say("Until then the version before it stays in force.");
        }
    }
}
