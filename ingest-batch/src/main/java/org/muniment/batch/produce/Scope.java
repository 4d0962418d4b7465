package org.muniment.batch.produce;

import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.request.RequestId;

/** Which items a production is about. */
public sealed interface Scope {
    /** What a records request asks for. */
    record OfRequest(RequestId request) implements Scope {}

    /**
     * What a query finds.
     *
     * @param about what it is for, in words: a matter
     */
    record OfQuery(ItemQuery query, String about) implements Scope {}

    /** Everything from a person's mailbox, for the supervisor of someone who left. */
    record OfPerson(Custodian custodian) implements Scope {}

    /** What it is about, on one line. */
    default String about() {
        return switch (this) {
            case OfRequest of -> "Records request " + of.request();
            case OfQuery of -> of.about();
            case OfPerson of -> "Departed employee: " + of.custodian();
        };
    }
}
