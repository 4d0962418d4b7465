package org.muniment.api.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.web.WebAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment accounts request}: a written request for an account. */
@Command(
        name = "request",
        description = "Enters an employee's written request for a web site or a social media account that the district"
                + " speaks through.",
        footer = {
            "",
            "Example:",
            "  muniment accounts request lincoln-facebook --platform Facebook \\",
            "    --address https://facebook.example/lincoln \\",
            "    --requester 'Ruth Ashgrove' --purpose 'News for families' \\",
            "    --by 'Maria Ortiz, Records'"
        })
final class AccountRequestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "NAME", description = "By which sources.yaml will refer to it, such as lincoln-facebook.")
    private String name = "";

    @Option(
            names = "--platform",
            paramLabel = "WORDS",
            required = true,
            description = "Such as Facebook, or school web site.")
    private String platform = "";

    @Option(names = "--address", paramLabel = "URL", required = true, description = "Its address or handle.")
    private String address = "";

    @Option(names = "--purpose", paramLabel = "WORDS", required = true, description = "The job-related objectives.")
    private String purpose = "";

    @Option(names = "--requester", paramLabel = "NAME", required = true, description = "Who asks.")
    private String requester = "";

    @Option(names = "--requested", paramLabel = "DATE", description = "The day of the request (default: today).")
    private @Nullable LocalDate requested;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who enters it: name, comma, title.")
    private String by = "";

    AccountRequestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer officer = NamedOfficer.of(by);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Instant now = archive.clock().instant();
            LocalDate today = LocalDate.ofInstant(now, archive.settings().zone());
            WebAccount.Asked asked = new WebAccount.Asked(
                    name, platform, address, purpose, requester, requested == null ? today : requested);
            WebAccount entered = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.web().accounts().request(asked, officer, now)));
            ShownAccount shown = ShownAccount.of(entered, today);
            options.answer(
                    terminal,
                    shown,
                    () -> shown.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }
}
