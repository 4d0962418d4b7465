package org.muniment.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code muniment hold show}: one hold with its scope, items, history and notices. */
@Command(
        name = "show",
        description = "Shows a hold: what it covers, its history, its notices.",
        footer = {"", "Example:", "  muniment hold show H3"})
final class HoldShowCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "HOLD", description = "The hold, such as H3.")
    private String name = "";

    HoldShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        WholeHold whole = server.get(RemoteServer.path("/holds/", name) + "/whole", Map.of(), WholeHold.class);
        options.answer(terminal, whole, () -> print(whole, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            WholeHold whole = WholeHold.of(archive, NamedHold.find(archive, name));
            options.answer(
                    terminal, whole, () -> print(whole, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private void print(WholeHold whole, ZoneId zone) {
        whole.hold().print(terminal, zone);
        ShownHold.line(
                terminal,
                "Items",
                whole.hold().items() + " listed; see: muniment hold items "
                        + whole.hold().id());
        if (!whole.reason().isEmpty()) {
            ShownHold.line(terminal, "Released", "because: " + whole.reason());
        }
        for (WholeHold.Change change : whole.history()) {
            ShownHold.line(
                    terminal,
                    "Ledger",
                    "entry " + change.entry() + ", " + Terminal.time(Instant.parse(change.at()), zone) + ": "
                            + change.what());
        }
        for (WholeHold.Told told : whole.notices()) {
            ShownHold.line(
                    terminal,
                    "Notice",
                    told.custodian() + ": " + told.step() + " " + Terminal.time(told.at(), zone) + ", recorded by "
                            + told.by());
        }
    }
}
