package org.muniment.api.schedule;

import org.muniment.api.ArchiveOptions;
import org.muniment.api.ProgressLine;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.classify.Classify;

/** Brings items up to date after a change, and says what that did. */
final class Renewed {
    private static final String INTERRUPTED =
            "muniment: interrupted. What was classified so far stays. To go on: muniment schedule apply";

    private Renewed() {}

    static Classify.Outcome run(Terminal terminal, Archive archive) {
        try (ProgressLine progress = new ProgressLine(terminal, "items", INTERRUPTED)) {
            Classify.Outcome outcome = new Classify(Rooms.of(archive)).run(progress::show);
            progress.clear();
            archive.ledger().checkpoint();
            return outcome;
        }
    }

    static void print(Terminal terminal, ArchiveOptions options, Classify.Outcome outcome) {
        terminal.say(
                "%d items looked at, %d of them read again, %d moved to another class or series, in %.1f s",
                outcome.looked(), outcome.read(), outcome.moved(), outcome.seconds());
        if (outcome.unread() > 0) {
            terminal.say(
                    "%d could not be read and stay what they were; see: muniment verify%s",
                    outcome.unread(), options.again());
        }
    }
}
