package org.muniment.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.ledger.Officer;
import org.muniment.batch.holding.HeldDue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment hold approve}: the second of two people approves a hold's release. */
@Command(
        name = "approve",
        description = {
            "Approves the release of a hold that another person asked for. It binds until its cool-off is over, and frees "
                    + "nothing that another hold covers.",
            "Says what would be due then. To see that first and decide nothing: --preview"
        },
        footer = {"", "Example:", "  muniment hold approve H3 --by 'Ann Lee, Superintendent' --cool-off 60"})
final class HoldApproveCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Parameters(paramLabel = "HOLD", description = "The hold, such as H3.")
    private String name = "";

    @Option(
            names = "--cool-off",
            paramLabel = "DAYS",
            description = "Days it still binds, at least 1 (default: ${DEFAULT-VALUE}).")
    private int coolOff = 30;

    @Option(names = "--preview", description = "Only shows what would be due.")
    private boolean preview;

    @Option(names = "--limit", paramLabel = "N", description = "Items shown, 0 to 10000 (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    HoldApproveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * The hold, and what nothing else would keep on the day it ends.
     *
     * @param ends the first day on which it no longer binds
     * @param thenDue items that would be eligible then
     */
    private record Approved(ShownHold hold, String ends, HeldDue thenDue) {}

    @Override
    public int ask(RemoteServer server) {
        if (preview) {
            throw new WrongUsage("With --server there is no --preview: what would be due is worked out in the archive's"
                    + " folder");
        }
        server.requireSame(by.officer().name());
        ShownHold shown = server.change(
                RemoteServer.path("/holds/", name), "/approve", Map.of("coolOff", coolOff), ShownHold.class);
        options.answer(terminal, shown, () -> shown.print(terminal, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        if (limit < 0 || limit > 10_000) {
            throw new WrongUsage("--limit is 0 to 10000, not " + limit);
        }
        Officer officer = by.officer();
        try (Archive archive = preview
                ? Archive.read(options.folder(), terminal.clock())
                : Archive.decide(options.folder(), terminal.clock())) {
            LegalHold hold = NamedHold.find(archive, name);
            LocalDate ends = preview ? today(archive).plusDays(coolOff) : approve(archive, hold, officer);
            Approved answer = new Approved(
                    ShownHold.of(archive, NamedHold.find(archive, name)),
                    ends.toString(),
                    HeldDue.keptOnlyBy(archive, hold.id(), ends, limit));
            options.answer(terminal, answer, () -> print(archive, answer));
        }
        return ExitCode.DONE;
    }

    private LocalDate approve(Archive archive, LegalHold hold, Officer officer) {
        LegalHold approved = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.holds()
                        .approveRelease(hold.id(), officer, archive.clock().instant(), coolOff)));
        archive.ledger().checkpoint();
        return approved.state() instanceof LegalHold.State.CoolingOff cooling ? cooling.ends() : today(archive);
    }

    private static LocalDate today(Archive archive) {
        return archive.holds().day(archive.clock().instant());
    }

    private void print(Archive archive, Approved answer) {
        answer.hold().print(terminal, archive.settings().zone());
        terminal.say("");
        terminal.say(
                "%s due on %s that no other hold keeps",
                answer.thenDue().total() == 1 ? "1 item is" : answer.thenDue().total() + " items are", answer.ends());
        ShownHeldDue.print(answer.thenDue(), terminal);
    }
}
