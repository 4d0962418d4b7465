package org.muniment.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.batch.Rooms;
import org.muniment.batch.lookback.LookBack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment people import}: takes over the directory. */
@Command(
        name = "import",
        description = {
            "Takes over the directory from a table (CSV) or from LDIF, and says what changed.",
            "Nobody is deleted: whom the file does not name stays. Columns go by their names, such as Name, Email, Aliases, "
                    + "Title, School, Hire date, Separation date, Employee ID. With anything wrong in the file nothing is "
                    + "taken over. Whoever has a day of separation is held at once."
        },
        footer = {
            "",
            "Example:",
            "  muniment people import staff.csv --by 'Maria Ortiz, Records'",
            "  muniment people import staff.ldif --by 'Maria Ortiz, Records' --preview"
        })
final class PeopleImportCommand implements Callable<Integer> {
    private static final int SHOWN = 50;

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "FILE", description = "A table with a line of headers, or LDIF.")
    private Path path = Path.of("");

    @Option(names = "--preview", description = "Only shows what would change.")
    private boolean preview;

    PeopleImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Officer officer = by.officer();
        byte[] bytes = bytes();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            TakenDirectory report = TakenDirectory.of(archive, bytes, officer, preview);
            if (!preview) {
                report.departures().forEach(one -> one.holds().forEach(hold -> list(archive, hold)));
            }
            options.answer(terminal, report, () -> print(report));
        }
        return ExitCode.DONE;
    }

    private byte[] bytes() {
        if (!Files.isRegularFile(path)) {
            throw new WrongUsage("There is no file " + path);
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The file can't be read", e);
        }
    }

    /** Lists what a hold caught, for reading; it binds whether that succeeds or not. */
    private void list(Archive archive, ShownHold hold) {
        try {
            new LookBack(Rooms.of(archive)).run(NamedHold.id(hold.id()));
        } catch (RuntimeException failed) {
            terminal.complain("muniment: " + hold.id() + " is in force. What it caught could not be listed: "
                    + Reason.of(failed) + " To try again: muniment hold items " + hold.id() + " --look-again");
        }
    }

    private void print(TakenDirectory report) {
        terminal.say(
                "%s%d added, %d changed, %d as they were, %d known that the file does not name",
                report.done() ? "" : "This would be done: ",
                report.added().size(),
                report.changed().size(),
                report.unchanged(),
                report.missing().size());
        report.added().stream().limit(SHOWN).forEach(one -> terminal.say("  added    %s  %s", one.id(), who(one)));
        report.changed().stream()
                .limit(SHOWN)
                .forEach(one -> terminal.sayWrapped(
                        "  ",
                        "changed  " + one.person().id() + "  " + who(one.person()) + ": "
                                + String.join("; ", one.what())));
        report.missing().stream().limit(SHOWN).forEach(one -> terminal.say("  missing  %s  %s", one.id(), who(one)));
        report.departures()
                .forEach(one -> terminal.say(
                        "  HELD     %s  %s, separated %s", one.id(), Terminal.plain(one.name()), one.separated()));
        if (!report.withoutAddress().isEmpty()) {
            terminal.sayWrapped("", "Without an address, so left out: lines " + report.withoutAddress());
        }
        if (!report.ignoredColumns().isEmpty()) {
            terminal.sayWrapped("", "Columns that say nothing here: " + String.join(", ", report.ignoredColumns()));
        }
        if (!report.departures().isEmpty()) {
            terminal.say("What is to be done about who left: muniment departed list");
        }
    }

    private static String who(ShownPerson person) {
        return Terminal.plain(person.name() + " <" + person.custodian() + ">");
    }
}
