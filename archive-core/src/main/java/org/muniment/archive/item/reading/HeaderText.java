package org.muniment.archive.item.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.text.Characters;

/**
 * Header text to characters: encoded words (RFC 2047) in every broken form seen, raw 8-bit text, raw UTF-8 (RFC 6532).
 * Neighbouring words of one character set are joined before decoding, for senders that split them inside a character.
 */
final class HeaderText {
    private final String raw;
    private final String fallback;
    private final StringBuilder out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";

    private HeaderText(String raw, String fallback) {
        this.raw = raw;
        this.fallback = fallback;
        this.out = new StringBuilder(raw.length());
    }

    /**
     * @param raw one character per byte, unfolded
     * @param fallback the character set of raw 8-bit text that is not UTF-8; may be empty
     */
    static String decode(String raw, String fallback) {
        if (raw.contains("=?")) {
            return new HeaderText(raw, fallback).decode();
        }
        return plain(raw, fallback);
    }

    /** {@link #decode} on one line without control characters. */
    static String line(String raw, String fallback) {
        String text = decode(raw, fallback);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) || text.charAt(i) == '\u2028') {
                return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
            }
        }
        return text.strip();
    }

    private static String plain(String raw, String fallback) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) >= 0x80 || raw.charAt(i) == 0x1b || raw.charAt(i) == 0) {
                byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
                return isUtf8(bytes) ? Characters.decode(bytes, "utf-8") : Characters.decode(bytes, fallback);
            }
        }
        return raw;
    }

    private static boolean isUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 && text.length() < bytes.length;
    }

    private String decode() {
        int at = 0;
        while (at < raw.length()) {
            int start = raw.indexOf("=?", at);
            Word word = start < 0 ? null : Word.at(raw, start);
            if (start < 0) {
                between(raw.substring(at));
                break;
            }
            between(raw.substring(at, word == null ? start + 2 : start));
            if (word == null) {
                at = start + 2;
            } else {
                append(word);
                at = word.end();
            }
        }
        flush();
        return Characters.clean(out.toString());
    }

    /** White space between two encoded words is no text. */
    private void between(String text) {
        if (pending.size() > 0 && text.isBlank()) {
            return;
        }
        if (!text.isEmpty()) {
            flush();
            out.append(plain(text, fallback));
        }
    }

    private void append(Word word) {
        if (!word.charset().equals(pendingCharset)) {
            flush();
            pendingCharset = word.charset();
        }
        pending.writeBytes(word.bytes());
    }

    private void flush() {
        if (pending.size() > 0) {
            out.append(Characters.decode(pending.toByteArray(), pendingCharset));
            pending.reset();
        }
    }

    /** One encoded word and where the text goes on after it. */
    record Word(String charset, byte[] bytes, int end) {
        static @Nullable Word at(String raw, int start) {
            int charsetEnd = raw.indexOf('?', start + 2);
            if (charsetEnd < 0 || charsetEnd - start > 60 || charsetEnd + 2 >= raw.length()) {
                return null;
            }
            if (raw.charAt(charsetEnd + 2) != '?') {
                return null;
            }
            String charset = raw.substring(start + 2, charsetEnd);
            int language = charset.indexOf('*');
            String name = (language < 0 ? charset : charset.substring(0, language)).toLowerCase(Locale.ROOT);
            return word(name, raw.charAt(charsetEnd + 1), raw, charsetEnd + 3);
        }

        private static @Nullable Word word(String charset, char encoding, String raw, int from) {
            int close = raw.indexOf("?=", from);
            int end = close < 0 ? endOfToken(raw, from) : close;
            String text = raw.substring(from, end);
            int next = close < 0 ? end : end + 2;
            return switch (encoding) {
                case 'Q', 'q' -> new Word(charset, quoted(text), next);
                case 'B', 'b' -> new Word(charset, Base64Text.decode(text), next);
                default -> null;
            };
        }

        private static int endOfToken(String raw, int from) {
            int end = raw.indexOf(' ', from);
            return end < 0 ? raw.length() : end;
        }

        private static byte[] quoted(String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
                if (low >= 0) {
                    bytes.write(high << 4 | low);
                    i += 2;
                } else {
                    bytes.write(c == '_' ? ' ' : c);
                }
            }
            return bytes.toByteArray();
        }
    }
}
