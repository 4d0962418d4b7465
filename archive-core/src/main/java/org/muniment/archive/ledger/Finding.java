package org.muniment.archive.ledger;

/**
 * Something wrong with the ledger, in plain words.
 *
 * @param where {@code entry 17}, {@code tile 0/3}, {@code head}, {@code checkpoint 500}
 * @param what what is wrong with it
 */
public record Finding(String where, String what) {}
