package org.muniment.archive.item.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Base64 that forgives: foreign characters are skipped, padding may be missing or in the middle. */
final class Base64Text {
    private Base64Text() {}

    static byte[] decode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 3 / 4 + 3);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = value(c);
            if (c == '=') {
                held = 0;
            } else if (value >= 0) {
                bits = bits << 6 | value;
                held += 6;
                if (held >= 8) {
                    held -= 8;
                    out.write(bits >> held);
                }
            }
        }
        return out.toByteArray();
    }

    /** Bytes that should be binary but arrived as Base64, with or without PEM lines. */
    static byte[] unarmor(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] == 0x30) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return decode(text.replaceAll("-----[A-Z0-9 ]+-----", ""));
    }

    private static int value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        if (c == '+' || c == '-') {
            return 62;
        }
        return c == '/' || c == '_' ? 63 : -1;
    }
}
