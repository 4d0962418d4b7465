package org.muniment.api;

import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;

/** The parts of an open archive, as the jobs take them. */
public final class Parts {
    private Parts() {}

    public static Rooms of(Archive archive) {
        return new Rooms(
                archive.catalogue(),
                archive.objects(),
                archive.reader(),
                archive.items(),
                archive.runs(),
                archive.ledger(),
                archive.index(),
                archive.spool(),
                archive.clock());
    }
}
