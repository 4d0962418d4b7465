package org.muniment.api.schedule;

import org.muniment.api.ArchiveOptions;
import org.muniment.api.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment schedule}: what the retention schedule says, and how another one is adopted. */
@Command(
        name = "schedule",
        description = "Shows, explains, compares and adopts retention schedules.",
        synopsisSubcommandLabel = "(list | explain ITEM | check FILE | diff A B | adopt FILE | apply)",
        footer = {"", "Example:", "  muniment schedule list", "  muniment schedule explain 3f2a9c"})
public final class ScheduleCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private ScheduleCommand() {}

    /** The command with those within it. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new ScheduleCommand())
                .addSubcommand(new ListCommand(terminal))
                .addSubcommand(new ExplainCommand(terminal))
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(new DiffCommand(terminal))
                .addSubcommand(new AdoptCommand(terminal))
                .addSubcommand(new ApplyCommand(terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
