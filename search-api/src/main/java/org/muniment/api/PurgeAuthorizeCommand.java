package org.muniment.api;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.StandingAuthority;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment purge authorize}: two officers sign that transitory series may be destroyed nightly, for a year. */
@Command(
        name = "authorize",
        description = {
            "Keeps a standing authority that two officers signed: unattended plans of these transitory series need no list "
                    + "for each night. It lapses after a year."
        },
        footer = {
            "",
            "Example:",
            "  muniment purge authorize --series R58 --by 'Maria Ortiz, Records' \\",
            "    --second 'Ann Lee, Superintendent'"
        })
final class PurgeAuthorizeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Option(
            names = "--second",
            paramLabel = "NAME",
            required = true,
            description = "The other one: name, comma, title.")
    private String second = "";

    @Option(names = "--series", paramLabel = "ID,…", split = ",", required = true, description = "Transitory series.")
    private String[] series = {};

    PurgeAuthorizeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Signed(String id, String signed, String lapses, String by, String second) {}

    @Override
    public Integer call() {
        Officer first = by.officer();
        Officer other = OfficerOption.officer(second);
        Set<SeriesId> some = PurgePlanCommand.series(series);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            StandingAuthority authority = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.disposal()
                            .authorities()
                            .sign(some, first, other, archive.clock().instant())));
            archive.ledger().checkpoint();
            Signed signed = new Signed(
                    authority.id(),
                    authority.signed().toString(),
                    authority.lapses().toString(),
                    first.name(),
                    other.name());
            options.answer(
                    terminal,
                    signed,
                    () -> terminal.say(
                            "Standing authority %s holds until %s (that day not included)",
                            signed.id(), signed.lapses()));
        }
        return ExitCode.DONE;
    }
}
