package org.muniment.archive.ledger;

/**
 * Stand-in, replaced by the ledger room's branch.
 *
 * @param size entries
 */
public record Checkpoint(long size) {}
