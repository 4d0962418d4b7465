package org.muniment.api.users;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Secret;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment users link}: a new link to choose a password. */
@Command(
        name = "link",
        description =
                "Makes a new link by which a person chooses a password, when it was lost or the first link has lapsed. Links made before are good no more. It is noted in the ledger, since whoever has the link can be that person.",
        footer = {"", "Example:", "  muniment users link mortiz --by 'Ines Roth, Systems'"})
final class UserLinkCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The account.")
    private String name = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who does it: name, comma, title.")
    private String by = "";

    UserLinkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer officer = Named.officer("--by", by);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Secret link = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.access()
                            .setupLinks()
                            .make(name, officer, archive.clock().instant())));
            ShownUser shown = ShownUser.of(archive.access().users().find(name).orElseThrow(), archive, link);
            options.answer(terminal, shown, () -> shown.print(terminal));
        }
        return ExitCode.DONE;
    }
}
