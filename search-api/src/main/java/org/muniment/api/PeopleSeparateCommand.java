package org.muniment.api;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment people separate}: somebody leaves. */
@Command(
        name = "separate",
        description = {
            "Records that somebody leaves. The person's mail is held when this returns, under every known address.",
            "What is to be done before the hold may be released: muniment departed show"
        },
        footer = {
            "",
            "Example:",
            "  muniment people separate teacher@district.example --on 2026-06-30 \\",
            "    --by 'Maria Ortiz, Records'"
        })
final class PeopleSeparateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "PERSON", description = "The id, such as PE7, or any address.")
    private String person = "";

    @Option(names = "--on", paramLabel = "DATE", description = "The last day (default: today).")
    private @Nullable LocalDate on;

    PeopleSeparateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Separated(ShownDeparture departure, HoldReceipt hold) {}

    @Override
    public Integer call() {
        Officer officer = by.officer();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Person leaving = NamedPerson.find(archive, person);
            LocalDate day = on == null ? archive.holds().day(archive.clock().instant()) : on;
            Departure departure = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.people()
                            .separate(
                                    leaving.id(), day, officer, archive.clock().instant())));
            HoldReceipt receipt = HoldReceipt.of(
                    archive, NamedHold.find(archive, departure.holds().getLast().value()), terminal);
            Separated answer = new Separated(ShownDeparture.of(archive, departure), receipt);
            options.answer(terminal, answer, () -> {
                answer.departure().print(terminal, archive.settings().zone());
                terminal.say("");
                answer.hold().print(terminal, archive.settings().zone());
            });
        }
        return ExitCode.DONE;
    }
}
