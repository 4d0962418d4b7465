package org.muniment.api.users;

import java.util.List;
import java.util.Set;
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

/** {@code muniment users roles}: what an account may do. */
@Command(
        name = "roles",
        description =
                "Sets what an account may do, in place of what it may. A role that reads others' mail waits for a second person when an administrator gives it. Nobody changes his own.",
        footer = {"", "Example:", "  muniment users roles mortiz --role clerk,legal --by 'Ines Roth, Systems'"})
final class UserRolesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The account.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "All roles the account is to have. May be repeated; staff for none else.")
    private List<String> roles = List.of();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who does it: name, comma, title.")
    private String by = "";

    UserRolesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer officer = Named.officer("--by", by);
        Set<Role> given = Named.roles(roles);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.access()
                            .users()
                            .changeRoles(name, given, officer, archive.clock().instant()));
            ShownUser shown = ShownUser.of(archive.access().users().find(name).orElseThrow(), archive, null);
            options.answer(terminal, shown, () -> shown.print(terminal));
        }
        return ExitCode.DONE;
    }
}
