package org.muniment.archive.pdf;

/**
 * Words to be blacked out wherever they stand, without regard to case, spaces or line breaks.
 *
 * @param words not blank
 * @param label printed in the box; may be empty
 */
public record Strike(String words, String label) {
    public Strike {
        if (words.isBlank()) {
            throw new IllegalArgumentException("A strike has words");
        }
    }
}
