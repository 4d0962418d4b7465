package org.muniment.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.ledger.Officer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment hold place}: a hold is in force when this returns. */
@Command(
        name = "place",
        description = {
            "Places a hold. It binds at once, also while mail is taken in or destroyed.",
            "It covers what meets every part that is given. What could not be read, or has no date, counts as covered. "
                    + "Listing what it caught follows and changes nothing of that."
        },
        footer = {
            "",
            "Example:",
            "  muniment hold place --matter 'Doe v. District' --kind litigation \\",
            "    --custodian clerk@district.example --custodian cbo@district.example \\",
            "    --from 2024-07-01 --to 2025-06-30 --query 'budget w/5 cuts' \\",
            "    --by 'Maria Ortiz, Director of Records'"
        })
final class HoldPlaceCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Option(
            names = "--matter",
            paramLabel = "MATTER",
            required = true,
            description = "The matter's id, such as M3, or its title; a new title opens a new matter.")
    private String matter = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "litigation, records-request, departed-employee or audit.")
    private String kind = "";

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    HoldPlaceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        server.requireSame(by.officer().name());
        ShownHold hold =
                server.post("/holds", Map.of("matter", matter, "kind", kind, "scope", scope.asked()), ShownHold.class);
        options.answer(terminal, hold, () -> hold.print(terminal, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        Officer officer = by.officer();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            HoldKind why = kind();
            HoldScope covered = scope.of(archive);
            Instant now = archive.clock().instant();
            LegalHold placed = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status ->
                            archive.holds().place(matterId(archive, officer, now), why, covered, officer, now)));
            HoldReceipt receipt = HoldReceipt.of(archive, placed, terminal);
            options.answer(
                    terminal,
                    receipt,
                    () -> receipt.print(terminal, archive.settings().zone()));
        }
        return ExitCode.DONE;
    }

    private String matterId(Archive archive, Officer officer, Instant now) {
        return archive.holds()
                .matter(matter)
                .orElseGet(() -> archive.holds().open(matter, officer, now))
                .id();
    }

    private HoldKind kind() {
        try {
            return HoldKind.valueOf(kind.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_"));
        } catch (IllegalArgumentException unknown) {
            throw new WrongUsage(
                    "--kind is litigation, records-request, departed-employee or audit, not " + Terminal.plain(kind));
        }
    }
}
