package org.muniment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.RecordsRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment request close}: a request ends, and its hold's release is asked for. */
@Command(
        name = "close",
        description = {
            "Closes a request, and asks for the release of its hold.",
            "The hold binds until another person approves its release and the cool-off is over."
        },
        footer = {
            "",
            "Example:",
            "  muniment request close R3 --outcome 'Released in part on Oct 14' \\",
            "    --by 'Maria Ortiz, Records'"
        })
final class RequestCloseCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "REQUEST", description = "The request, such as R3.")
    private String name = "";

    @Option(names = "--outcome", paramLabel = "WORDS", required = true, description = "How it ended.")
    private String outcome = "";

    @Option(
            names = "--review-days",
            paramLabel = "N",
            defaultValue = "90",
            description = "Days for which everything is kept for a court's review after the request was closed"
                    + " (default: ${DEFAULT-VALUE}).")
    private int reviewDays;

    RequestCloseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        server.requireSame(by.officer().name());
        ShownRequest shown = server.change(
                RemoteServer.path("/requests/", name),
                "/close",
                Map.of("outcome", outcome, "reviewDays", reviewDays),
                ShownRequest.class);
        options.answer(terminal, shown, () -> shown.print(terminal, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        Officer officer = by.officer();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            RecordsRequest request = NamedSet.request(archive, name);
            Instant now = archive.clock().instant();
            RecordsRequest closed = Objects.requireNonNull(
                    archive.catalogue().transactions().execute(status -> close(archive, request, officer, now)));
            archive.ledger().checkpoint();
            ShownRequest shown = ShownRequest.of(archive, closed);
            options.answer(terminal, shown, () -> print(archive, shown));
        }
        return ExitCode.DONE;
    }

    private RecordsRequest close(Archive archive, RecordsRequest request, Officer officer, Instant now) {
        LocalDate reviewEnds = archive.requests().day(now).plusDays(reviewDays);
        RecordsRequest closed = archive.requests().close(request.id(), outcome, reviewEnds, officer, now);
        LegalHold hold = NamedHold.find(archive, request.hold());
        if (hold.state() instanceof LegalHold.State.InForce) {
            archive.holds()
                    .requestRelease(
                            hold.id(),
                            officer,
                            "Request " + request.id() + " was closed; its review period ends on " + reviewEnds,
                            now);
        }
        return closed;
    }

    private void print(Archive archive, ShownRequest shown) {
        shown.print(terminal, archive.settings().zone());
        terminal.say("");
        terminal.say(
                "Its hold still binds. To let it go, another person: muniment hold approve %s --cool-off %d --by NAME%s",
                shown.hold(), reviewDays, options.again());
    }
}
