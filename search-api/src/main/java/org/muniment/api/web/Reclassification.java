package org.muniment.api.web;

import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.classify.Classify;
import org.springframework.stereotype.Component;

/** Classifies again what is behind, as a job does: it takes the writer's lock for its time. Safe for many threads. */
@Component
public final class Reclassification {
    private final Archive archive;

    Reclassification(Archive archive) {
        this.archive = archive;
    }

    /** What came of it, in words; a night goes on where it stopped. */
    public String run(Jobs.Progress progress) {
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            Classify.Outcome outcome = new Classify(Rooms.of(writing)).run(progress::advanced);
            writing.ledger().checkpoint();
            return outcome.looked() + " items looked at, " + outcome.moved() + " moved to another class or series.";
        }
    }
}
