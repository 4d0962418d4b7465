package org.muniment.batch.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What items are written as. */
public enum ExportFormat {
    /** One mailbox file, mboxrd (RFC 4155 with every quoting undone by taking off one {@code >}). Messages only. */
    MBOX("mbox", "application/mbox"),
    /** A zip file with each item's bytes as collected, and a manifest. */
    ZIP("zip", "application/zip"),
    /** A table of the items for a spreadsheet. */
    CSV("csv", "text/csv; charset=UTF-8");

    private final String suffix;
    private final String mediaType;

    ExportFormat(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** The end of such a file's name, without the dot. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The format that a file's name, or a bare suffix, ends in. */
    public static Optional<ExportFormat> named(String file) {
        String suffix = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.suffix.equals(suffix))
                .findFirst();
    }
}
