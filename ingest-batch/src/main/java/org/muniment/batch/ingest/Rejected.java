package org.muniment.batch.ingest;

/**
 * Something a source holds that cannot be read.
 *
 * @param place where in the source
 * @param reason plain words for a clerk, without content of the mail
 * @param position where to read on
 */
public record Rejected(String place, String reason, Position position) implements Entry {}
