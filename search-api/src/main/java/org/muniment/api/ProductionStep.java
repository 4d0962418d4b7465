package org.muniment.api;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.production.Production;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A step that an officer takes with a production: checked, released, abandoned. */
final class ProductionStep {
    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final OfficerOption officer = new OfficerOption();

    @Parameters(paramLabel = "PRODUCTION", description = "The production, such as PR1.")
    private String name = "";

    /** What is decided, inside the transaction. */
    interface Deed {
        Production of(Archive archive, Production production, Officer by, Instant at);
    }

    /**
     * Takes the step and shows the production as it is then.
     *
     * @param before looked at first, outside the transaction
     * @param next what to do next, for people; empty for nothing
     */
    int take(Terminal terminal, Before before, Deed deed, String next) {
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            Production found = ShownProduction.find(archive, name);
            before.look(archive, found);
            Production now = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> deed.of(
                            archive, found, officer.officer(), archive.clock().instant())));
            archive.ledger().checkpoint();
            ShownProduction shown = ShownProduction.of(now);
            options.answer(terminal, shown, () -> {
                shown.print(terminal, archive.settings().zone());
                if (!next.isEmpty()) {
                    terminal.say("Next: " + next, shown.id(), options.again());
                }
            });
        }
        return ExitCode.DONE;
    }

    /** Takes the step on a server. */
    int ask(RemoteServer server, Terminal terminal, String deed, Map<String, String> body) {
        server.requireSame(officer.officer().name());
        ShownProduction shown =
                server.change(RemoteServer.path("/productions/", name), deed, body, ShownProduction.class);
        options.answer(terminal, shown, () -> shown.print(terminal, server.zone()));
        return ExitCode.DONE;
    }

    /** What must be so before anything is decided. */
    interface Before {
        /** Nothing is asked. */
        Before NOTHING = (archive, production) -> {};

        void look(Archive archive, Production production);
    }
}
