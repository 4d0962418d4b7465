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

    /** Powers of ten that a double holds exactly: of a decimal with fewer digits the quotient is the nearest one. */
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14};

    private final byte[] content;
    private final List<Token> tokens = new ArrayList<>();
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

    /** The operands of the next operator, and it as the last, until it is called again; empty at the end. */
    List<Token> next() {
        tokens.clear();
        while (true) {
            int next = read();
            switch (next) {
                case -1 -> {
                    return List.of();
                }
                case '(' -> tokens.add(new Token.Codes(literal()));
                case '<' -> angle();
                case '/' -> tokens.add(new Token.Name(word()));
                case '%' -> comment();
                default -> {
                    if (!isSpace(next) && DELIMITERS.indexOf(next) < 0) {
                        at--;
                        Token word = token();
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
        skipWord();
        return new String(content, start, at - start, StandardCharsets.ISO_8859_1);
    }

    private void skipWord() {
        while (at < content.length && !isSpace(content[at] & 0xff) && DELIMITERS.indexOf(content[at]) < 0) {
            at++;
        }
    }

    /** A number, or else an operator. */
    private Token token() {
        int start = at;
        skipWord();
        boolean minus = content[start] == '-';
        int from = minus || content[start] == '+' ? start + 1 : start;
        long digits = 0;
        int point = -1;
        for (int i = from; i < at; i++) {
            int digit = content[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (content[i] == '.' && point < 0) {
                point = i;
            } else {
                return new Token.Operator(new String(content, start, at - start, StandardCharsets.ISO_8859_1));
            }
        }
        int count = at - from - (point < 0 ? 0 : 1);
        if (count == 0) {
            return new Token.Operator(new String(content, start, at - start, StandardCharsets.ISO_8859_1));
        }
        if (count >= TENS.length) {
            return new Token.Number(
                    Double.parseDouble(new String(content, start, at - start, StandardCharsets.ISO_8859_1)));
        }
        double value = digits / TENS[point < 0 ? 0 : at - point - 1];
        return new Token.Number(minus ? -value : value);
    }

    private void comment() {
        while (at < content.length && content[at] != '\n' && content[at] != '\r') {
            at++;
        }
    }

    private void angle() {
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
