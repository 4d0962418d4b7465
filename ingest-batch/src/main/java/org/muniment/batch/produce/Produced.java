package org.muniment.batch.produce;

import java.nio.file.Path;
import java.util.List;
import org.muniment.archive.production.Production;

/**
 * What came of producing.
 *
 * @param production as it stands now: built
 * @param folder the package
 * @param items items in it, withheld ones too
 * @param withheld items that are withheld as a whole
 * @param redacted items of which parts are hidden
 * @param leftOut items that are not responsive
 * @param exceptions documents that are not in it as they were, and notes on others; listed in LOGS/exceptions.csv
 * @param cautions what to mind before it is given out
 * @param seconds it took, the leak test among them
 * @param leakTestSeconds the leak test alone
 */
public record Produced(
        Production production,
        Path folder,
        long items,
        long withheld,
        long redacted,
        long leftOut,
        long exceptions,
        List<String> cautions,
        double seconds,
        double leakTestSeconds) {
    public Produced {
        cautions = List.copyOf(cautions);
    }
}
