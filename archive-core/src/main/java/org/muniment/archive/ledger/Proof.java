package org.muniment.archive.ledger;

import java.util.List;

/**
 * Evidence that an entry is in the log, complete in one file as in C2SP tlog-proof: checked offline with the entry's
 * bytes and the log's public key. {@link #toString()} is the file, named {@code *.tlog-proof}.
 *
 * @param index of the entry, from 0
 * @param path the inclusion proof of RFC 6962 §2.1.1, from the leaf's sibling upward
 * @param checkpoint the signed root that the path leads to
 * @param extra base64 of whatever came along with the proof; proves nothing; empty for none
 */
public record Proof(long index, List<Hash> path, Checkpoint checkpoint, String extra) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** What checking a proof found. */
    public sealed interface Verdict {
        /** The log held the entry at this index when it signed the checkpoint. */
        record Proven(long index, Checkpoint checkpoint) implements Verdict {}

        /** Nothing is proven, because. */
        record Refused(String reason) implements Verdict {}
    }

    public Proof {
        path = List.copyOf(path);
        Hash.decode(extra);
    }

    Proof(long index, List<Hash> path, Checkpoint checkpoint) {
        this(index, path, checkpoint, "");
    }

    /**
     * Reads a proof; verifies nothing.
     *
     * @throws Malformed when it is none
     */
    public static Proof parse(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0 || !text.startsWith(FIRST_LINE + "\n")) {
            throw new Malformed("A proof is " + FIRST_LINE + ", its lines, an empty line and a checkpoint");
        }
        List<String> lines = text.substring(0, blank).lines().toList();
        String extra = lines.size() > 1 && lines.get(1).startsWith(EXTRA) ? after(EXTRA, lines, 1) : "";
        int second = extra.isEmpty() ? 1 : 2;
        long index = Checkpoint.decimal(after(INDEX, lines, second));
        List<Hash> path = lines.stream().skip(second + 1L).map(Hash::parse).toList();
        return new Proof(index, path, Checkpoint.parse(text.substring(blank + 2)), extra);
    }

    private static String after(String word, List<String> lines, int line) {
        if (line >= lines.size() || !lines.get(line).startsWith(word)) {
            throw new Malformed("Line " + (line + 1) + " of a proof begins with " + word);
        }
        return lines.get(line).substring(word.length());
    }

    /** Checks, with nothing else at hand, that the log with this key held exactly these bytes at the index. */
    public Verdict verify(byte[] entry, VerifierKey key) {
        if (!MerkleTree.includes(checkpoint.root(), checkpoint.size(), MerkleTree.leaf(entry), index, path)) {
            return new Verdict.Refused("The checkpoint does not include these bytes as entry " + index);
        }
        if (!checkpoint.isSignedBy(key)) {
            return new Verdict.Refused("The checkpoint is not signed by " + key.name() + " with key " + key.id());
        }
        return new Verdict.Proven(index, checkpoint);
    }

    /** As {@link #verify(byte[], VerifierKey)}, for an entry as the ledger gives it. */
    public Verdict verify(Entry entry, VerifierKey key) {
        if (entry.index() != index) {
            return new Verdict.Refused("The proof is for entry " + index + ", not for " + entry.index());
        }
        return verify(entry.bytes(), key);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        if (!extra.isEmpty()) {
            text.append(EXTRA).append(extra).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
