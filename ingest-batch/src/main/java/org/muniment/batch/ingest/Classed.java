package org.muniment.batch.ingest;

import java.util.List;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Footers;

/**
 * What a message is, found before it is registered.
 *
 * @param classification class, series, and why
 * @param evaluation the number it was found at
 * @param footers the footers that became known by it; mostly none
 */
record Classed(Classification classification, long evaluation, List<Footers.Footer> footers) {
    Classed {
        footers = List.copyOf(footers);
    }
}
