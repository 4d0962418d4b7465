package org.muniment.archive.item;

/**
 * Something a source held that could not be taken in.
 *
 * @param place where in the source
 * @param reason plain words for a clerk, without content of the mail
 */
public record Rejection(String place, String reason) {}
