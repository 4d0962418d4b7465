package org.muniment.archive.item;

import java.util.List;

/**
 * How much of an item could be read and so be searched, and why not all of it.
 *
 * @param extent fully, partly or not
 * @param gaps what is missing; empty exactly when {@code extent} is {@code FULLY}
 */
public record Coverage(Extent extent, List<Gap> gaps) {
    public static final Coverage FULL = new Coverage(Extent.FULLY, List.of());

    /** The words of the search field {@code indexed:}. */
    public enum Extent {
        FULLY,
        PARTLY,
        NOT
    }

    /**
     * Something that could not be read, or was cut.
     *
     * @param place an attachment's place, or {@code body}, or {@code headers}
     * @param reason plain words for a clerk, without content of the mail
     */
    public record Gap(String place, String reason) {}

    public Coverage {
        gaps = List.copyOf(gaps);
        if (gaps.isEmpty() != (extent == Extent.FULLY)) {
            throw new IllegalArgumentException("Gaps are listed exactly when an item is not fully read");
        }
    }
}
