package org.muniment.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.RedactionId;
import org.muniment.archive.review.ReviewSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment redact apply}: a person decides about redactions. */
@Command(
        name = "apply",
        description = {
            "Applies redactions: what they cover is removed when the items are handed out.",
            "A decision can be changed; all stay on record."
        },
        footer = {
            "",
            "Example:",
            "  muniment redact apply R3 X1 X2 --by 'M. Ortiz'",
            "  muniment redact apply R3 --item 3f2a9c --by 'M. Ortiz'"
        })
final class RedactApplyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final NamedRedactions named = new NamedRedactions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    @Option(
            names = "--exemption",
            paramLabel = "NAME",
            description = "The ground to print instead of the proposed one.")
    private @Nullable String exemption;

    RedactApplyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Outcome(String set, int changed) {}

    @Override
    public Integer call() {
        Officer officer = by.officer();
        Exemption instead = exemption == null ? null : ShippedExemptions.named(exemption, terminal);
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            ReviewSet set = NamedSet.toDecide(archive, named.set());
            List<RedactionId> ids = named.find(archive, set);
            Instant now = archive.clock().instant();
            List<Redaction> changed = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.redactions().apply(ids, instead, officer, now)));
            archive.ledger().checkpoint();
            Outcome outcome = new Outcome(set.name(), changed.size());
            options.answer(terminal, outcome, () -> print(outcome));
        }
        return ExitCode.DONE;
    }

    private void print(Outcome outcome) {
        terminal.say("%d %s", outcome.changed(), outcome.changed() == 1 ? "redaction applied" : "redactions applied");
    }
}
