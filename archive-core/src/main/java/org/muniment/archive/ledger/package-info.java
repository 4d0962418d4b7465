/**
 * The custody ledger: an append-only log of every change of custody that proves itself. Knows no other room.
 *
 * <p>Each {@link org.muniment.archive.ledger.CustodyEvent} is one line of JSON; its bytes are a leaf of an RFC 6962
 * Merkle tree ({@link org.muniment.archive.ledger.MerkleTree}). {@link org.muniment.archive.ledger.Ledger} appends
 * inside the transaction that makes the change and keeps the tree's hashes in tiles of 256. Now and then it signs the
 * root: a {@link org.muniment.archive.ledger.Checkpoint}. With a {@link org.muniment.archive.ledger.Proof} file, the
 * entry and the public key ({@link org.muniment.archive.ledger.VerifierKey}) anyone can check offline that the entry
 * was in the log; {@link org.muniment.archive.ledger.LedgerCheck} checks the whole log from the entries up.
 *
 * <p>The formats are specified in decisions/0003, and are those of the C2SP specifications, so that others' tools read
 * them too.
 */
@NullMarked
package org.muniment.archive.ledger;

import org.jspecify.annotations.NullMarked;
