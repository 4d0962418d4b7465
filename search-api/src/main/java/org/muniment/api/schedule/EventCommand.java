package org.muniment.api.schedule;

import org.muniment.api.ArchiveOptions;
import org.muniment.api.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment event}: what starts and ends retention clocks. */
@Command(
        name = "event",
        description = "Records what starts or ends retention clocks: a completed audit, a settled claim, a leaver.",
        synopsisSubcommandLabel = "(record KIND | list)",
        footer = {"", "Example:", "  muniment event list"})
public final class EventCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private EventCommand() {}

    /** The command with those within it. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new EventCommand())
                .addSubcommand(new EventRecordCommand(terminal))
                .addSubcommand(new EventListCommand(terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
