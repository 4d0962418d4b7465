package org.muniment.api.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.Choice;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.web.WebAccount;
import org.muniment.archive.web.WebAccount.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment accounts decide}: the answer to a request. */
@Command(
        name = "decide",
        description = {
            "Records the written answer to a request: approved, amended, rejected, more-asked (for more information),"
                    + " or that an authorised account has ended. Nothing that is recorded is ever taken back.",
            "Whoever asked does not decide. All but plain approval need an explanation; of an amended request it says"
                    + " what is authorised."
        },
        footer = {
            "",
            "Example:",
            "  muniment accounts decide lincoln-facebook approved \\",
            "    --by 'Dr. Elena Marsh, Superintendent'",
            "  muniment accounts decide lincoln-facebook rejected \\",
            "    --because 'The school web site serves this' \\",
            "    --by 'Dr. Elena Marsh, Superintendent'"
        })
final class AccountDecideCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "The account.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ANSWER", description = "approved, amended, rejected, more-asked or ended.")
    private String answer = "";

    @Option(names = "--because", paramLabel = "WORDS", description = "The explanation.")
    private String because = "";

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who decides: name, comma, title.")
    private String by = "";

    AccountDecideCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Kind kind = Choice.of("answer", Kind.values(), AccountDecideCommand::word, answer);
        Officer officer = NamedOfficer.of(by);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Instant now = archive.clock().instant();
            WebAccount decided = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.web().accounts().answer(name, kind, because, officer, now)));
            ShownAccount shown = ShownAccount.of(
                    decided, LocalDate.ofInstant(now, archive.settings().zone()));
            options.answer(
                    terminal,
                    shown,
                    () -> shown.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
