package org.muniment.archive.ledger;

import java.util.List;

/**
 * The signed root of the log at one size, as in C2SP tlog-checkpoint: whoever keeps one can tell later whether the
 * entries before it are still all there and unchanged. {@link #toString()} is the file.
 */
public final class Checkpoint {
    private final SignedNote note;
    private final String origin;
    private final long size;
    private final Hash root;

    private Checkpoint(SignedNote note) {
        List<String> lines = note.text().lines().toList();
        if (lines.size() < 3 || lines.stream().anyMatch(String::isEmpty)) {
            throw new Malformed("A checkpoint has an origin, a size and a root, each on its line");
        }
        this.note = note;
        this.origin = lines.get(0);
        this.size = decimal(lines.get(1));
        this.root = Hash.parse(lines.get(2));
    }

    /**
     * Reads a checkpoint, with all its signatures and extension lines; verifies nothing.
     *
     * @throws Malformed when it is none
     */
    public static Checkpoint parse(String text) {
        return new Checkpoint(SignedNote.parse(text));
    }

    static Checkpoint sign(LedgerKey key, long size, Hash root) {
        String text = key.verifier().name() + "\n" + size + "\n" + root + "\n";
        return new Checkpoint(new SignedNote(text, List.of(key.sign(text))));
    }

    /** A number without leading zeros, as the C2SP formats write it. */
    static long decimal(String text) {
        if (!text.matches("0|[1-9][0-9]{0,17}")) {
            throw new Malformed("Not a decimal number: " + text);
        }
        return Long.parseLong(text);
    }

    /** The log's name. */
    public String origin() {
        return origin;
    }

    /** Entries in the log when this was signed. */
    public long size() {
        return size;
    }

    /** The root of the tree of these entries. */
    public Hash root() {
        return root;
    }

    /** Whether the log with this key signed it: origin and signature. */
    public boolean isSignedBy(VerifierKey key) {
        return origin.equals(key.name()) && note.isSignedBy(key);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint checkpoint && note.equals(checkpoint.note);
    }

    @Override
    public int hashCode() {
        return note.hashCode();
    }

    @Override
    public String toString() {
        return note.toString();
    }
}
