package org.muniment.batch.export;

/**
 * What came of an export.
 *
 * @param items written
 * @param leftOut not written, each with its reason in the manifest
 */
public record Exported(long items, long leftOut) {}
