package org.muniment.api.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment accounts list}: all accounts, and which of them wait. */
@Command(
        name = "list",
        description = "Lists the accounts and where each stands, oldest first.",
        footer = {"", "Example:", "  muniment accounts list --open"})
final class AccountListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--open", description = "Only those that wait for an answer.")
    private boolean open;

    AccountListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Listed(List<ShownAccount> accounts) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            LocalDate today = LocalDate.ofInstant(
                    archive.clock().instant(), archive.settings().zone());
            Listed listed = new Listed(archive.web().accounts().all().stream()
                    .filter(one -> !open || one.isOpen())
                    .map(one -> ShownAccount.of(one, today))
                    .toList());
            options.answer(terminal, listed, () -> {
                terminal.say(
                        "%d %s", listed.accounts().size(), listed.accounts().size() == 1 ? "account" : "accounts");
                listed.accounts().forEach(one -> terminal.sayWrapped("  ", Terminal.plain(one.line())));
            });
        }
        return ExitCode.DONE;
    }
}
