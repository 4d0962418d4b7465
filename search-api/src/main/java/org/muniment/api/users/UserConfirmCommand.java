package org.muniment.api.users;

import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment users confirm}: a second person's word on a role. */
@Command(
        name = "confirm",
        description = "Confirms, as the second person, a role that reads others' mail. It counts from now on.",
        footer = {"", "Example:", "  muniment users confirm mortiz clerk --by 'Tom Hall, Auditor'"})
final class UserConfirmCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The account.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "clerk, legal or records-officer.")
    private String role = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who does it: name, comma, title.")
    private String by = "";

    UserConfirmCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer officer = Named.officer("--by", by);
        Role confirmed = Named.role(role);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.access()
                            .users()
                            .confirmRole(
                                    name, confirmed, officer, archive.clock().instant()));
            ShownUser shown = ShownUser.of(archive.access().users().find(name).orElseThrow(), archive, null);
            options.answer(terminal, shown, () -> shown.print(terminal));
        }
        return ExitCode.DONE;
    }
}
