package org.muniment.archive.review;

/**
 * A passage that a finder proposes to hide.
 *
 * @param start first UTF-16 unit, from 0
 * @param end after the last
 * @param kind of data
 * @param origin how it was found, in plain words without content
 */
public record Found(int start, int end, PersonalData kind, String origin) {}
