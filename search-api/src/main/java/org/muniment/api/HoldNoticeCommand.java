package org.muniment.api;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.Notice;
import org.muniment.archive.hold.Notices.Outstanding;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment hold notice}: records who was told of a hold; without a step, shows who has not acknowledged. */
@Command(
        name = "notice",
        description = {
            "Records that custodians were told of a hold, reminded, or acknowledged it. The letters are sent by people.",
            "Without a step, lists who has not acknowledged, and when the next reminder is due."
        },
        footer = {
            "",
            "Example:",
            "  muniment hold notice",
            "  muniment hold notice H3 --send clerk@district.example --by 'M. Ortiz'",
            "  muniment hold notice H3 --acknowledge clerk@district.example --by 'M. Ortiz'"
        })
final class HoldNoticeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(arity = "0..1", paramLabel = "HOLD", description = "The hold, such as H3 (default: all that bind).")
    private @Nullable String name;

    @Option(names = "--send", paramLabel = "CUSTODIAN", description = "The notice went out to this custodian.")
    private List<String> send = new ArrayList<>();

    @Option(names = "--remind", paramLabel = "CUSTODIAN", description = "A reminder went out.")
    private List<String> remind = new ArrayList<>();

    @Option(names = "--acknowledge", paramLabel = "CUSTODIAN", description = "The custodian acknowledged it.")
    private List<String> acknowledge = new ArrayList<>();

    @Option(
            names = "--tell-released",
            paramLabel = "CUSTODIAN",
            description = "The custodian was told that the hold is released.")
    private List<String> tellReleased = new ArrayList<>();

    @Option(names = "--by", paramLabel = "NAME", description = "Who records a step: name, comma, title.")
    private @Nullable String by;

    @Option(
            names = "--remind-after",
            paramLabel = "DAYS",
            description = "Days until a reminder is due (default: ${DEFAULT-VALUE}).")
    private int remindAfter = 14;

    HoldNoticeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Who has not acknowledged. {@code due} is the day of the next notice or reminder. */
    private record Row(
            String hold, String custodian, @Nullable String sent, int reminders, String due, boolean isDue) {}

    @Override
    public Integer call() {
        boolean recording = !(send.isEmpty() && remind.isEmpty() && acknowledge.isEmpty() && tellReleased.isEmpty());
        if (recording && (name == null || by == null)) {
            throw new WrongUsage("To record a step give the hold and --by, as in: muniment hold notice H3 --send"
                    + " clerk@district.example --by 'Maria Ortiz, Director of Records'");
        }
        try (Archive archive = recording
                ? Archive.decide(options.folder(), terminal.clock())
                : Archive.read(options.folder(), terminal.clock())) {
            if (recording && name != null && by != null) {
                record(archive, NamedHold.find(archive, name).id(), OfficerOption.officer(by));
            }
            List<Row> rows = outstanding(archive);
            options.answer(terminal, rows, () -> print(rows, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private void record(Archive archive, HoldId hold, Officer officer) {
        archive.catalogue().transactions().executeWithoutResult(status -> {
            record(archive, hold, officer, Notice.Step.SENT, send);
            record(archive, hold, officer, Notice.Step.REMINDED, remind);
            record(archive, hold, officer, Notice.Step.ACKNOWLEDGED, acknowledge);
            record(archive, hold, officer, Notice.Step.RELEASED, tellReleased);
        });
        archive.ledger().checkpoint();
    }

    private static void record(
            Archive archive, HoldId hold, Officer officer, Notice.Step step, List<String> custodians) {
        custodians.forEach(custodian -> archive.notices()
                .record(
                        hold,
                        new Custodian(custodian),
                        step,
                        officer,
                        archive.clock().instant()));
    }

    private List<Row> outstanding(Archive archive) {
        HoldId only = name == null ? null : NamedHold.find(archive, name).id();
        LocalDate today = archive.holds().day(archive.clock().instant());
        return archive.notices().outstanding(today, remindAfter).stream()
                .filter(one -> only == null || one.hold().equals(only))
                .map(one -> row(one, today))
                .toList();
    }

    private static Row row(Outstanding one, LocalDate today) {
        return new Row(
                one.hold().value(),
                one.custodian().address(),
                one.sent() == null ? null : one.sent().toString(),
                one.reminders(),
                one.due().toString(),
                !one.due().isAfter(today));
    }

    private void print(List<Row> rows, ZoneId zone) {
        if (rows.isEmpty()) {
            terminal.say("No acknowledgement is outstanding");
        }
        for (Row row : rows) {
            String told = row.sent() == null
                    ? "not told yet"
                    : "told " + Terminal.time(row.sent(), zone) + ", " + row.reminders() + " reminders; next "
                            + (row.isDue() ? "was due " : "due ") + row.due();
            terminal.say("%-6s %s: %s", row.hold(), Terminal.plain(row.custodian()), told);
        }
    }
}
