package org.muniment.batch.ingest.journal;

/**
 * What a sender is told (RFC 5321 4.2).
 *
 * @param code three digits; 2yz done, 4yz try again later, 5yz never
 * @param text one line of plain words after an enhanced code (RFC 3463)
 */
record Reply(int code, String text) {
    static final Reply CLOSED = new Reply(421, "4.3.2 The archive is closed just now; try again later");
    static final Reply NOT_NOW = new Reply(451, "4.3.0 The archive can't keep it just now; try again later");
    static final Reply NO_DISK = new Reply(452, "4.3.1 The archive has no room just now; try again later");

    boolean isAccepted() {
        return code < 400;
    }

    @Override
    public String toString() {
        return code + " " + text;
    }
}
