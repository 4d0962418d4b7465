package org.muniment.batch.ingest;

/** One thing a source holds: a message as it is, the file that messages come out of, or
 * something that cannot be read. */
public sealed interface Entry permits RawItem, RawContainer, Rejected {
    /** Where in the source, for people: a path, with {@code #} and an offset inside a file of many messages. */
    String place();

    /** Where to read on when this entry is dealt with. */
    Position position();
}
