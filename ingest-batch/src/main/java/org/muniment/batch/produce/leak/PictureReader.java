package org.muniment.batch.produce.leak;

import java.io.IOException;
import java.util.Optional;

/** Reads the words in a picture (optical character recognition). */
@FunctionalInterface
public interface PictureReader {
    /** There is nobody to read pictures. */
    PictureReader NONE = picture -> Optional.empty();

    /**
     * Reads what can be read of a picture.
     *
     * @param picture a JPEG or PGM file
     * @return empty when pictures can't be read here
     * @throws IOException when this one could not be: then it is not known what is in it
     */
    Optional<String> words(byte[] picture) throws IOException;

    /** Why pictures were left unread, in words within a sentence. */
    default String why() {
        return "the program Tesseract, which reads words in pictures, is not installed here";
    }
}
