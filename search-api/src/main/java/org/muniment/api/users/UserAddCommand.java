package org.muniment.api.users;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Secret;
import org.muniment.archive.access.User;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment users add}: an account for a person, and the link by which the person chooses a password. */
@Command(
        name = "add",
        description = {
            "Adds an account and prints the path of the page where its person chooses a password. There is never a"
                    + " password that somebody else chose.",
            "Everybody is staff and finds the own mail, that of --address. A person has one account."
        },
        footer = {
            "",
            "Example:",
            "  muniment users add mortiz --person 'Maria Ortiz, Records Clerk' \\",
            "    --address mortiz@district.example --role clerk \\",
            "    --by 'Ines Roth, Systems'",
            "",
            "Roles: staff, clerk, legal, records-officer, administrator, auditor"
        })
final class UserAddCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "NAME", description = "What the person signs in with: 2 to 32 letters, digits, dots.")
    private String name = "";

    @Option(names = "--person", required = true, paramLabel = "NAME", description = "Whose it is: name, comma, title.")
    private String person = "";

    @Option(
            names = "--address",
            required = true,
            paramLabel = "ADDRESS",
            description = "The person's mail address in the directory.")
    private String address = "";

    @Option(
            names = "--role",
            split = ",",
            paramLabel = "ROLE",
            description = "What the person may do. May be repeated.")
    private List<String> roles = List.of();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who adds it: name, comma, title.")
    private String by = "";

    UserAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer whose = Named.officer("--person", person);
        Officer officer = Named.officer("--by", by);
        var given = Named.roles(roles);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Secret link =
                    Objects.requireNonNull(archive.catalogue().transactions().execute(status -> {
                        User user = archive.access()
                                .users()
                                .add(
                                        name,
                                        whose,
                                        address,
                                        given,
                                        officer,
                                        archive.clock().instant());
                        return archive.access()
                                .setupLinks()
                                .make(user.name(), officer, archive.clock().instant());
                    }));
            ShownUser shown = ShownUser.of(archive.access().users().find(name).orElseThrow(), archive, link);
            options.answer(terminal, shown, () -> shown.print(terminal));
        }
        return ExitCode.DONE;
    }
}
