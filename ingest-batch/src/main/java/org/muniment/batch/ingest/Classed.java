package org.muniment.batch.ingest;

import org.muniment.archive.schedule.Classification;

/**
 * What a message is, found before it is registered.
 *
 * @param classification class, series, and why
 * @param evaluation the number it was found at
 */
record Classed(Classification classification, long evaluation) {}
