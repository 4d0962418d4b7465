package org.muniment.api.sources;

import org.muniment.api.ArchiveOptions;
import org.muniment.api.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muniment sources}: where the district's mail, voicemail and postings are taken from. */
@Command(
        name = "sources",
        description = {
            "Takes in everything that sources.yaml names, and tells what is wrong with it.",
            "The file lies in the archive's folder. It never holds a secret: a password is named by where it stands. "
                    + "Every kind of source and its keys: ingest-batch/SOURCES.md"
        },
        synopsisSubcommandLabel = "(check | list | collect) [NAME...]",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  muniment sources check",
            "  muniment sources collect front-office",
            "",
            "with this sources.yaml:",
            "  sources:",
            "    - name: front-office",
            "      type: files",
            "      path: /srv/exports/front-office.mbox",
            "      custodian: front.office@district.example"
        })
public final class SourcesCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    private SourcesCommand() {}

    /** The command with those within it. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new SourcesCommand())
                .addSubcommand(new CheckCommand(terminal))
                .addSubcommand(new ListCommand(terminal))
                .addSubcommand(new CollectCommand(terminal));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
