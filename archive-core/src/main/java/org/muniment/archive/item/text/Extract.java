package org.muniment.archive.item.text;

/**
 * What came of reading a file for its text.
 *
 * @param type the media type the file turned out to have
 * @param text what could be read, perhaps nothing
 * @param gap why that is not everything, in plain words; empty when it is
 */
public record Extract(String type, String text, String gap) {
    Extract with(String words, String reason) {
        return new Extract(type, Characters.clean(words).strip(), reason);
    }
}
