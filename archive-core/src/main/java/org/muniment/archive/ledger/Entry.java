package org.muniment.archive.ledger;

import java.nio.charset.StandardCharsets;

/**
 * One line of the ledger.
 *
 * @param index its place, from 0
 * @param event what happened
 * @param json the event as the ledger keeps it: ASCII, one object, no newline
 */
public record Entry(long index, CustodyEvent event, String json) {
    /**
     * Reads an entry that was kept elsewhere, as {@link #json} gave it.
     *
     * @throws Malformed when it is no event that this version knows
     */
    public static Entry parse(long index, String json) {
        return new Entry(index, EventText.read(json), json);
    }

    /** The bytes that are the leaf of the tree. */
    public byte[] bytes() {
        return json.getBytes(StandardCharsets.US_ASCII);
    }
}
