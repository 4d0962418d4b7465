package org.muniment.api;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment purge override}: lets a run go on that the breaker stopped. */
@Command(
        name = "override",
        description = "Lets a run go on, once, that was stopped because it would remove unusually much.",
        footer = {
            "",
            "Example:",
            "  muniment purge override P3 --by 'Ann Lee, Superintendent' \\",
            "    --reason 'The first purge after ten years'"
        })
final class PurgeOverrideCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "PLAN", description = "The plan that was stopped, such as P3.")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why it may go on.")
    private String reason = "";

    PurgeOverrideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Overridden(String run, String by, String reason) {}

    @Override
    public Integer call() {
        Officer officer = by.officer();
        String run = name.strip().toUpperCase(Locale.ROOT);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.disposal()
                            .trips()
                            .override(run, officer, reason, archive.clock().instant()));
            archive.ledger().checkpoint();
            options.answer(
                    terminal,
                    new Overridden(run, officer.name(), reason),
                    () -> terminal.say(
                            "%s may go on, once, within a day of its next start: muniment purge execute", run));
        }
        return ExitCode.DONE;
    }
}
