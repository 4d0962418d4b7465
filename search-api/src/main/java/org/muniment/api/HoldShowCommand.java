package org.muniment.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.LegalHold.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment hold show}: one hold with its scope, items, history and notices. */
@Command(
        name = "show",
        description = "Shows a hold: what it covers, its history, its notices.",
        footer = {"", "Example:", "  muniment hold show H3"})
final class HoldShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "HOLD", description = "The hold, such as H3.")
    private String name = "";

    HoldShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * A hold with all that is recorded of it.
     *
     * @param reason why its release was asked for; empty while it was not
     */
    private record Whole(ShownHold hold, String reason, List<Change> history, List<Told> notices) {}

    /** An entry of the ledger about it. */
    private record Change(long entry, String at, String what) {}

    private record Told(String custodian, String step, String at, String by) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            LegalHold hold = NamedHold.find(archive, name);
            Whole whole = new Whole(
                    ShownHold.of(archive, hold), reason(hold), history(archive, hold.id()), told(archive, hold.id()));
            options.answer(
                    terminal, whole, () -> print(whole, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private static String reason(LegalHold hold) {
        return switch (hold.state()) {
            case State.InForce inForce -> "";
            case State.ReleaseRequested requested -> requested.reason();
            case State.CoolingOff cooling -> cooling.reason();
        };
    }

    private static List<Change> history(Archive archive, HoldId hold) {
        return archive.ledger().entriesFor(hold.value()).stream()
                .map(entry -> new Change(entry.index(), entry.event().at().toString(), EventWords.of(entry.event())))
                .toList();
    }

    private static List<Told> told(Archive archive, HoldId hold) {
        return archive.notices().of(hold).stream()
                .map(notice -> new Told(
                        notice.custodian().address(),
                        notice.step().words(),
                        notice.at().toString(),
                        notice.by().name()))
                .toList();
    }

    private void print(Whole whole, ZoneId zone) {
        whole.hold().print(terminal, zone);
        ShownHold.line(
                terminal,
                "Items",
                whole.hold().items() + " listed; see: muniment hold items "
                        + whole.hold().id());
        if (!whole.reason().isEmpty()) {
            ShownHold.line(terminal, "Released", "because: " + whole.reason());
        }
        for (Change change : whole.history()) {
            ShownHold.line(
                    terminal,
                    "Ledger",
                    "entry " + change.entry() + ", " + Terminal.time(Instant.parse(change.at()), zone) + ": "
                            + change.what());
        }
        for (Told told : whole.notices()) {
            ShownHold.line(
                    terminal,
                    "Notice",
                    told.custodian() + ": " + told.step() + " " + Terminal.time(told.at(), zone) + ", recorded by "
                            + told.by());
        }
    }
}
