package org.muniment.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.BoardAction;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.StandingAuthority;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment purge approve}: a second person approves a list. */
@Command(
        name = "approve",
        description = {
            "Approves a frozen list: by another person than who proposed it, with the board's action (Ed. Code 35253).",
            "An unattended list can be approved by a standing authority instead."
        },
        footer = {
            "",
            "Example:",
            "  muniment purge approve P3 --by 'Ann Lee, Superintendent' \\",
            "    --meeting 2026-11-10 --reference 'item 7.3'",
            "  muniment purge approve P4 --under A1"
        })
final class PurgeApproveCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Parameters(paramLabel = "PLAN", description = "The plan, such as P3.")
    private String name = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who approves: name, comma, title. It is kept for ever.")
    private @Nullable String by;

    @Option(names = "--meeting", paramLabel = "DAY", description = "The day of the board's meeting.")
    private @Nullable LocalDate meeting;

    @Option(
            names = "--reference",
            paramLabel = "ITEM",
            description = "Where the minutes have it: agenda item or resolution.")
    private @Nullable String reference;

    @Option(names = "--under", paramLabel = "AUTHORITY", description = "A standing authority, such as A1.")
    private @Nullable String under;

    PurgeApproveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        if (by == null || meeting == null || reference == null || under != null || asOf.isGiven()) {
            throw new WrongUsage("With --server a person approves: --by, --meeting and --reference, nothing else");
        }
        server.requireSame(OfficerOption.officer(by).name());
        ShownPlan shown = server.change(
                RemoteServer.path("/plans/", name),
                "/approve",
                Map.of("meeting", meeting.toString(), "reference", reference),
                ShownPlan.class);
        options.answer(terminal, shown, () -> shown.print(terminal, server.zone()));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        boolean person = by != null && meeting != null && reference != null;
        boolean none = by == null && meeting == null && reference == null;
        if (under == null ? !person : !none) {
            throw new WrongUsage("Name who approves and the board's action (--by, --meeting, --reference),"
                    + " or a standing authority (--under)");
        }
        try (Archive archive = Archive.decide(options.folder(), asOf.clock(options.folder(), terminal.clock()))) {
            PlanId id = ShownPlan.find(archive, name).id();
            Plan approved =
                    Objects.requireNonNull(archive.catalogue().transactions().execute(status -> approve(archive, id)));
            archive.ledger().checkpoint();
            ShownPlan shown = ShownPlan.of(archive, approved);
            options.answer(terminal, shown, () -> {
                shown.print(terminal, archive.settings().zone());
                terminal.say(
                        "Next: %s",
                        ShownPlan.next(
                                approved,
                                archive.retention().day(archive.clock().instant())));
            });
        }
        return ExitCode.DONE;
    }

    private Plan approve(Archive archive, PlanId id) {
        Instant now = archive.clock().instant();
        if (under != null) {
            return archive.disposal().plans().approveUnder(id, authority(archive, under), now);
        }
        return archive.disposal().plans().approve(id, OfficerOption.officer(Objects.requireNonNull(by)), action(), now);
    }

    private static StandingAuthority authority(Archive archive, String name) {
        return archive.disposal()
                .authorities()
                .find(name)
                .orElseThrow(() -> new WrongUsage(
                        "There is no standing authority " + name + ". To see them: muniment purge status"));
    }

    private BoardAction action() {
        try {
            return new BoardAction(Objects.requireNonNull(meeting), Objects.requireNonNull(reference));
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage("--reference: " + Reason.of(wrong));
        }
    }
}
