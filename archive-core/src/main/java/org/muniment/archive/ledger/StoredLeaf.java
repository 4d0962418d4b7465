package org.muniment.archive.ledger;

import java.nio.charset.StandardCharsets;

/** The checks of one stored entry by itself. */
final class StoredLeaf {
    private StoredLeaf() {}

    /** The hash of the entry as a leaf. UTF-8, so that what is no longer ASCII does not hash like ASCII. */
    static Hash hash(Entries.Row row) {
        return MerkleTree.leaf(row.json().getBytes(StandardCharsets.UTF_8));
    }

    /** Checks what is stored beside the entry's bytes. */
    static void checkSubject(Entries.Row row, Findings findings) {
        String where = "entry " + row.position();
        try {
            String subject = EventText.subject(EventText.read(row.json()));
            if (!subject.equals(row.subject())) {
                findings.add(where, "is filed under " + row.subject() + ", but is about " + subject);
            }
        } catch (Malformed e) {
            findings.add(where, "is not an event that this version can read");
        }
    }
}
