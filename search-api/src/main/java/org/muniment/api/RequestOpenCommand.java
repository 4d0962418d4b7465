package org.muniment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.Requests.Asked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment request open}: a request and its hold, in one step. */
@Command(
        name = "open",
        description = {
            "Enters a request, and places a hold on what it asks for.",
            "It asks for what meets every part that is given. What could not be read, or has no date, is included: a person "
                    + "must look."
        },
        footer = {
            "",
            "Example:",
            "  muniment request open --requester 'Dana Reyes' --received 2026-10-05 \\",
            "    --summary 'Mail on the field lights, fall 2025' \\",
            "    --custodian cbo@district.example --from 2025-08-01 --to 2025-12-31 \\",
            "    --query 'field w/3 lights' --by 'Maria Ortiz, Records'"
        })
final class RequestOpenCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Option(names = "--requester", paramLabel = "NAME", description = "Who asks (default: not named).")
    private String requester = "";

    @Option(
            names = "--received",
            paramLabel = "DATE",
            description = "The day it came, whatever the hour or weekday (default: today).")
    private @Nullable LocalDate received;

    @Option(names = "--summary", paramLabel = "WORDS", required = true, description = "What is asked for.")
    private String summary = "";

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    RequestOpenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Opened(ShownRequest request, HoldReceipt hold) {}

    @Override
    public Integer call() {
        Officer officer = by.officer();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            HoldScope asked = scope.of(archive);
            Instant now = archive.clock().instant();
            LocalDate day = received == null ? archive.requests().day(now) : received;
            RecordsRequest opened =
                    FrozenRequest.open(archive, new Asked(requester, day, summary, asked), officer, now);
            HoldReceipt receipt = HoldReceipt.of(archive, NamedHold.find(archive, opened.hold()), terminal);
            Opened answer = new Opened(ShownRequest.of(archive, opened), receipt);
            options.answer(terminal, answer, () -> print(archive, answer));
        }
        return ExitCode.DONE;
    }

    private void print(Archive archive, Opened answer) {
        answer.request().print(terminal, archive.settings().zone());
        terminal.say("");
        answer.hold().print(terminal, archive.settings().zone());
    }
}
