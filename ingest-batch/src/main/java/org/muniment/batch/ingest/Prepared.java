package org.muniment.batch.ingest;

import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Container;
import org.muniment.archive.item.Reading;

/** An entry of which everything is done but the catalogue: its object is stored and read. */
sealed interface Prepared {
    /** Where to read on when this entry is registered. */
    Position position();

    /**
     * A message, read.
     *
     * @param classed what it is; null without a retention schedule
     */
    record Ready(RawItem raw, Reading reading, @Nullable Classed classed) implements Prepared {
        @Override
        public Position position() {
            return raw.position();
        }
    }

    /** The file that items came out of, stored. */
    record Contained(RawContainer raw, Container.Original original) implements Prepared {
        @Override
        public Position position() {
            return raw.position();
        }
    }

    /** Something to be named. */
    record Refused(Rejected rejected) implements Prepared {
        @Override
        public Position position() {
            return rejected.position();
        }
    }
}
