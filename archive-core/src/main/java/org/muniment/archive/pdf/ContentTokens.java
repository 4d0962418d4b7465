package org.muniment.archive.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a content stream operator by operator (ISO 32000-1 §7.8.2). Operands are numbers, names and strings; arrays are
 * taken for what is in them, dictionaries are passed over.
 */
final class ContentTokens {
    private static final String DELIMITERS = "()<>[]{}/%";

    private final byte[] content;
    private int at;

    /** Something between two spaces. */
    sealed interface Token {
        record Number(double value) implements Token {}

        record Name(String name) implements Token {}

        @SuppressWarnings("ArrayRecordComponent")
        record Codes(byte[] bytes) implements Token {}

        record Operator(String name) implements Token {}
    }

    ContentTokens(byte[] content) {
        this.content = content;
    }

    /** The operands of the next operator, and it as the last; empty at the end. */
    List<Token> next() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            int next = read();
            switch (next) {
                case -1 -> {
                    return List.of();
                }
                case '(' -> tokens.add(new Token.Codes(literal()));
                case '<' -> angle(tokens);
                case '/' -> tokens.add(new Token.Name(word()));
                case '%' -> comment();
                default -> {
                    if (!isSpace(next) && DELIMITERS.indexOf(next) < 0) {
                        at--;
                        Token word = word(word());
                        tokens.add(word);
                        if (word instanceof Token.Operator) {
                            return tokens;
                        }
                    }
                }
            }
        }
    }

    private int read() {
        return at < content.length ? content[at++] & 0xff : -1;
    }

    private static boolean isSpace(int character) {
        return character == ' '
                || character == '\n'
                || character == '\r'
                || character == '\t'
                || character == 0
                || character == '\f';
    }

    private String word() {
        int start = at;
        while (at < content.length && !isSpace(content[at] & 0xff) && DELIMITERS.indexOf(content[at]) < 0) {
            at++;
        }
        return new String(content, start, at - start, StandardCharsets.ISO_8859_1);
    }

    private static Token word(String word) {
        char first = word.charAt(0);
        if (first >= '0' && first <= '9' || first == '-' || first == '.' || first == '+') {
            try {
                return new Token.Number(Double.parseDouble(word));
            } catch (NumberFormatException e) {
                return new Token.Operator(word);
            }
        }
        return new Token.Operator(word);
    }

    private void comment() {
        while (at < content.length && content[at] != '\n' && content[at] != '\r') {
            at++;
        }
    }

    private void angle(List<Token> tokens) {
        if (at < content.length && content[at] == '<') {
            at++;
            return;
        }
        int end = at;
        while (end < content.length && content[end] != '>') {
            end++;
        }
        byte[] bytes = new byte[(end - at + 1) / 2];
        int digits = 0;
        for (; at < end; at++) {
            int digit = Character.digit(content[at], 16);
            if (digit >= 0) {
                bytes[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            }
        }
        at = Math.min(end + 1, content.length);
        tokens.add(new Token.Codes(Arrays.copyOf(bytes, (digits + 1) / 2)));
    }

    private byte[] literal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        int depth = 1;
        int next = read();
        while (next >= 0) {
            depth += next == '(' ? 1 : next == ')' ? -1 : 0;
            if (depth == 0) {
                return bytes.toByteArray();
            }
            if (next == '\\') {
                escaped(bytes);
            } else {
                bytes.write(next);
            }
            next = read();
        }
        return bytes.toByteArray();
    }

    private void escaped(ByteArrayOutputStream bytes) {
        int next = read();
        switch (next) {
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case 'b' -> bytes.write('\b');
            case 'f' -> bytes.write('\f');
            case '\n', -1 -> {
                // A line that goes on.
            }
            case '\r' -> at += at < content.length && content[at] == '\n' ? 1 : 0;
            default -> {
                if (next >= '0' && next <= '7') {
                    octal(next, bytes);
                } else {
                    bytes.write(next);
                }
            }
        }
    }

    private void octal(int first, ByteArrayOutputStream bytes) {
        int value = first - '0';
        for (int digit = 0; digit < 2 && at < content.length; digit++) {
            int next = content[at] - '0';
            if (next < 0 || next > 7) {
                break;
            }
            value = value * 8 + next;
            at++;
        }
        bytes.write(value);
    }
}
