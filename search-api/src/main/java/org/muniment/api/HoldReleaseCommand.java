package org.muniment.api;

import java.util.Map;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment hold release}: the first of two people asks for a hold's release. */
@Command(
        name = "release",
        description = {
            "Asks for the release of a hold. It binds as before until another person approves and the cool-off is over."
        },
        footer = {
            "",
            "Example:",
            "  muniment hold release H3 --by 'Maria Ortiz, Records' \\",
            "    --reason 'Settled; counsel wrote on June 3 that nothing is pending'"
        })
final class HoldReleaseCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "HOLD", description = "The hold, such as H3.")
    private String name = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why nobody needs to keep this any more.")
    private String reason = "";

    HoldReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        server.requireSame(by.officer().name());
        ShownHold shown = server.change(
                RemoteServer.path("/holds/", name), "/release", Map.of("reason", reason), ShownHold.class);
        options.answer(terminal, shown, () -> shown.print(terminal, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        Officer officer = by.officer();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            LegalHold hold = NamedHold.find(archive, name);
            archive.people().departures().refuseEarlyRelease(hold.id());
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.holds()
                            .requestRelease(
                                    hold.id(), officer, reason, archive.clock().instant()));
            archive.ledger().checkpoint();
            ShownHold shown = ShownHold.of(archive, NamedHold.find(archive, name));
            options.answer(terminal, shown, () -> {
                shown.print(terminal, archive.settings().zone());
                terminal.say("");
                terminal.say("It binds until another person approves: muniment hold approve %s --by NAME", shown.id());
            });
        }
        return ExitCode.DONE;
    }
}
