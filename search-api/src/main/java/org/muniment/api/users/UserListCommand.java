package org.muniment.api.users;

import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment users list}: everybody who has an account. */
@Command(
        name = "list",
        description = "Lists the accounts with their state and roles, by name.",
        footer = {"", "Example:", "  muniment users list"})
final class UserListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    UserListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Listed(List<ShownUser> users) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Listed listed = new Listed(archive.access().users().list().stream()
                    .map(user -> ShownUser.of(user, archive, null))
                    .toList());
            options.answer(terminal, listed, () -> {
                listed.users().forEach(user -> user.print(terminal));
                if (listed.users().isEmpty()) {
                    terminal.say("Nobody has an account yet. See: muniment users add --help");
                }
            });
        }
        return ExitCode.DONE;
    }
}
