package org.muniment.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.RedactionId;
import org.muniment.archive.review.ReviewSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment redact refuse}: a person decides about redactions. */
@Command(
        name = "refuse",
        description = {
            "Refuses redactions: what they cover is handed out. One that was applied is lifted.",
            "A decision can be changed; all stay on record."
        },
        footer = {"", "Example:", "  muniment redact refuse R3 X3 --by 'M. Ortiz'"})
final class RedactRefuseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final NamedRedactions named = new NamedRedactions();

    @Mixin
    private final OfficerOption by = new OfficerOption();

    RedactRefuseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Outcome(String set, int changed) {}

    @Override
    public Integer call() {
        Officer officer = by.officer();
        try (Archive archive = Archive.decide(options.folder(), terminal.clock())) {
            ReviewSet set = NamedSet.toDecide(archive, named.set());
            List<RedactionId> ids = named.find(archive, set);
            Instant now = archive.clock().instant();
            List<Redaction> changed = Objects.requireNonNull(archive.catalogue()
                    .transactions()
                    .execute(status -> archive.redactions().refuse(ids, officer, now)));
            archive.ledger().checkpoint();
            Outcome outcome = new Outcome(set.name(), changed.size());
            options.answer(terminal, outcome, () -> print(outcome));
        }
        return ExitCode.DONE;
    }

    private void print(Outcome outcome) {
        terminal.say("%d %s", outcome.changed(), outcome.changed() == 1 ? "redaction refused" : "redactions refused");
    }
}
