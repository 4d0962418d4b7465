package org.muniment.batch.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** Why something could not be read, in plain words. */
public final class Reasons {
    public static final String TOO_LARGE = "larger than 2 GiB";

    private Reasons() {}

    public static String of(IOException failure) {
        return switch (failure) {
            case AccessDeniedException denied -> "no permission to read it";
            case NoSuchFileException gone -> "it disappeared while the source was being read";
            case ZipException zip -> "damaged gzip file";
            case EOFException end -> "it ends too early";
            default -> "it cannot be read: " + failure.getClass().getSimpleName();
        };
    }
}
