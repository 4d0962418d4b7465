package org.muniment.batch.ingest;

import org.muniment.archive.item.Reading;

/** An entry of which everything is done but the catalogue: its object is stored and read. */
sealed interface Prepared {
    /** A message, read. */
    record Ready(RawItem raw, Reading reading) implements Prepared {}

    /** Something to be named. */
    record Refused(Rejected rejected) implements Prepared {}
}
