package org.muniment.batch.ingest.social;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Facebook and Instagram write each byte of UTF-8 as a character of its own. */
final class Mojibake {
    private Mojibake() {}

    /** The text that was meant; the text itself when it is no such accident. */
    static String mended(String text) {
        boolean bytes = text.chars().allMatch(c -> c < 0x100) && text.chars().anyMatch(c -> c >= 0x80);
        if (!bytes) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException meant) {
            return text;
        }
    }
}
