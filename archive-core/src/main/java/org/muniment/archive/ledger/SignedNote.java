package org.muniment.archive.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with the signatures of one or more keys, as in C2SP signed-note. Its text says nothing until a signature by a
 * known key is verified.
 *
 * @param text ends in a newline
 * @param signatures at least one
 */
record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int MOST_SIGNATURES = 100;
    private static final String DASH = "\u2014 ";

    /**
     * One signature line.
     *
     * @param name of the key
     * @param base64 of the key's id (4 bytes) and the signature
     */
    record NoteSignature(String name, String base64) {
        NoteSignature {
            if (name.isEmpty() || Hash.decode(base64).length < 5) {
                throw new Malformed("A signature line has a name, a key id and a signature");
            }
        }

        boolean isBy(VerifierKey key) {
            return name.equals(key.name()) && Arrays.equals(Arrays.copyOf(Hash.decode(base64), 4), key.idBytes());
        }

        byte[] signature() {
            byte[] both = Hash.decode(base64);
            return Arrays.copyOfRange(both, 4, both.length);
        }

        static NoteSignature of(VerifierKey key, byte[] signature) {
            byte[] both = Arrays.copyOf(key.idBytes(), 4 + signature.length);
            System.arraycopy(signature, 0, both, 4, signature.length);
            return new NoteSignature(key.name(), Base64.getEncoder().encodeToString(both));
        }

        static NoteSignature parse(String line) {
            String[] parts = line.split(" ", -1);
            if (!line.startsWith(DASH) || parts.length != 3) {
                throw new Malformed("Not a signature line: " + line);
            }
            return new NoteSignature(parts[1], parts[2]);
        }
    }

    SignedNote {
        signatures = List.copyOf(signatures);
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new Malformed("A note has 1 to " + MOST_SIGNATURES + " signatures, not " + signatures.size());
        }
    }

    static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) {
            throw new Malformed("A note is a text, an empty line and signature lines, each line ended");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Malformed("A note has no control characters");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        note.substring(blank + 2).lines().map(NoteSignature::parse).forEach(signatures::add);
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** Whether the key's signature is there, and every signature in its name and id is good. */
    boolean isSignedBy(VerifierKey key) {
        List<NoteSignature> known =
                signatures.stream().filter(line -> line.isBy(key)).toList();
        return !known.isEmpty() && known.stream().allMatch(line -> key.verifies(text, line.signature()));
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(DASH)
                .append(line.name())
                .append(' ')
                .append(line.base64())
                .append('\n'));
        return note.toString();
    }
}
