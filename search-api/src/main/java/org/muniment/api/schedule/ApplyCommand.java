package org.muniment.api.schedule;

import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.batch.classify.Classify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment schedule apply}: classifies what is behind. */
@Command(
        name = "apply",
        description = {
            "Classifies every item that is not up to date with the schedule in force.",
            "Goes on where an interrupted adoption stopped, and takes up a schedule whose day has come. Only what a change can "
                    + "touch is read again."
        },
        footer = {"", "Example:", "  muniment schedule apply"})
final class ApplyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    ApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            archive.retention()
                    .evaluations()
                    .current(archive.retention().day(archive.clock().instant()));
            Classify.Outcome outcome = Renewed.run(terminal, archive);
            options.answer(terminal, outcome, () -> Renewed.print(terminal, options, outcome));
        }
        return ExitCode.DONE;
    }
}
