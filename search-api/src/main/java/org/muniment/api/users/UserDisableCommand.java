package org.muniment.api.users;

import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment users disable}: closes an account. */
@Command(
        name = "disable",
        description =
                "Closes an account: nobody signs in with it, and whoever is signed in is out at the next page. What the person did stays named. With --undo it is opened again.",
        footer = {"", "Example:", "  muniment users disable mortiz --by 'Ines Roth, Systems'"})
final class UserDisableCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The account.")
    private String name = "";

    @Option(names = "--undo", description = "Opens a closed account again.")
    private boolean undo;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who does it: name, comma, title.")
    private String by = "";

    UserDisableCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer officer = Named.officer("--by", by);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.access()
                            .users()
                            .switchTo(undo, name, officer, archive.clock().instant()));
            ShownUser shown = ShownUser.of(archive.access().users().find(name).orElseThrow(), archive, null);
            options.answer(terminal, shown, () -> shown.print(terminal));
        }
        return ExitCode.DONE;
    }
}
