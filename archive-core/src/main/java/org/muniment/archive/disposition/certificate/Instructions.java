package org.muniment.archive.disposition.certificate;

import org.muniment.archive.disposition.PlanId;

/** The README that lies beside a certificate: how to check it without us. */
final class Instructions {
    private Instructions() {}

    static String of(PlanId plan) {
        return """
                CERTIFICATE OF DESTRUCTION, PLAN %s

                certificate.pdf    for people and files (PDF/A-2u)
                certificate.json   the same for programs; its digest is in the ledger (RFC 8785)
                list.txt           the list as it was frozen when it was proposed: number, item, SHA-256 of
                                   its object, size, series, class, eligible day, citation; tabs between
                items.csv          what became of each line, and the ledger's entry that says so
                entries.txt        the ledger's entries: index, a space, the entry's exact bytes
                proofs/            for each entry, the proof that the ledger holds it (C2SP tlog-proof)
                ledger.pub         the ledger's public key (C2SP verifier key): compare it with the one that
                                   the district publishes

                WITH MUNIMENT, on any machine, without the archive:

                  muniment purge verify FOLDER --key ledger.pub

                """.formatted(plan) + byHand();
    }

    private static String byHand() {
        return """
                BY HAND, with openssl, sha256sum and a calculator's patience:

                1. sha256sum list.txt
                   equals "list" in the entries plan-proposed and plan-approved, and list.sha256 in
                   certificate.json.
                2. sha256sum certificate.json
                   equals "file" in the entry certificate-issued, the last one of entries.txt.
                3. sha256sum certificate.pdf items.csv list.txt README.txt ledger.pub
                   equal "files" in certificate.json.
                4. Each line of items.csv that says "destroyed" or "kept" names an entry. The entry has the
                   same item, object, series and time. "officer" and "second" are two persons, the same as
                   in certificate.json.
                5. For each entry N:
                   sed -n 's/^N //p' entries.txt | tr -d '\\n' | cat <(printf '\\0') - | sha256sum
                   is the leaf. Fold it with the hashes in proofs/N.tlog-proof (base64) from first to last
                   as RFC 9162, 2.1.3.2 says: the result is the root in the checkpoint below them.
                6. The checkpoint is the text after the empty line: the ledger's name, its size, its root.
                   Its signature line is base64 of a key id (4 bytes) and an Ed25519 signature over these
                   three lines. ledger.pub is name+id+base64 of a byte 01 and the public key.
                   openssl pkeyutl -verify -pubin -keyform DER -inkey pub.der -rawin -in text -sigfile sig
                   where pub.der is 302a300506032b6570032100 (hexadecimal) and the 32 bytes of the key.

                A proof shows that the entry was in the ledger when the checkpoint was signed. A checkpoint
                that somebody else kept since then shows that the ledger was not rewritten later.
                """;
    }
}
