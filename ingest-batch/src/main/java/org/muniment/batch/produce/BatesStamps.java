package org.muniment.batch.produce;

import java.util.function.Consumer;
import org.muniment.archive.pdf.Stamp;
import org.muniment.archive.pdf.Stamps;
import org.muniment.archive.production.BatesNumber;

/** Numbers page after page, and has the register told ahead how far. For one thread. */
final class BatesStamps implements Stamps {
    private static final int AHEAD = 5_000;

    private final String legend;
    private final Consumer<BatesNumber> ahead;
    private BatesNumber next;
    private BatesNumber told;

    /**
     * @param first the number of the first page
     * @param legend stands on each page, such as CONFIDENTIAL; may be empty
     * @param ahead is told up to which number pages are stamped, before any is
     */
    BatesStamps(BatesNumber first, String legend, Consumer<BatesNumber> ahead) {
        this.next = first;
        this.legend = legend;
        this.ahead = ahead;
        this.told = first.plus(AHEAD);
        ahead.accept(told);
    }

    /** The number that the next page gets. */
    BatesNumber peek() {
        return next;
    }

    @Override
    public Stamp next() {
        if (next.compareTo(told) > 0) {
            told = next.plus(AHEAD);
            ahead.accept(told);
        }
        Stamp stamp = new Stamp(next.toString(), legend);
        next = next.plus(1);
        return stamp;
    }
}
