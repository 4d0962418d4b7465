package org.muniment.batch.ingest;

/** One thing a source holds: a message as it is, or something that cannot be read. */
public sealed interface Entry permits RawItem, Rejected {
    /** Where in the source, for people: a path, with {@code #} and an offset inside a file of many messages. */
    String place();

    /** Where to read on when this entry is dealt with. */
    Position position();
}
