package org.muniment.api;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment keys}: the master keys that objects are encrypted with. */
@Command(
        name = "keys",
        description = {
            "The master keys of an archive whose objects are encrypted.",
            "Each object has a key of its own; a master key wraps them. An archive is encrypted from its first object on: "
                    + "muniment init --encrypt FILE, or muniment restore-backup --encrypt FILE."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  muniment keys list", "  muniment keys rotate"})
final class KeysCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    static CommandLine withAll(Terminal terminal) {
        CommandLine line = new CommandLine(new KeysCommand());
        line.addSubcommand(new KeysListCommand(terminal));
        line.addSubcommand(new KeysRotateCommand(terminal));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
