package org.muniment.api.accounts;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.web.AccountRefused;
import org.muniment.archive.web.WebAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment accounts show}: one account with its history. */
@Command(
        name = "show",
        description = "Shows an account: the request and every answer to it.",
        footer = {"", "Example:", "  muniment accounts show lincoln-facebook"})
final class AccountShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "NAME", description = "The account.")
    private String name = "";

    AccountShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            WebAccount account = archive.web()
                    .accounts()
                    .named(name)
                    .orElseThrow(() -> new AccountRefused(
                            "There is no account '" + Terminal.plain(name) + "'; see: muniment accounts list"));
            ShownAccount shown = ShownAccount.of(
                    account,
                    LocalDate.ofInstant(
                            archive.clock().instant(), archive.settings().zone()));
            options.answer(
                    terminal,
                    shown,
                    () -> shown.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }
}
