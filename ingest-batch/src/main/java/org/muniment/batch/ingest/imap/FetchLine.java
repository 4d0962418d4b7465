package org.muniment.batch.ingest.imap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a server tells of one message (RFC 9051, 7.5.2), read without judging: an absurd date costs the date, not the
 * message. Reading stops where the line makes no sense; what stands before is kept.
 */
final class FetchLine extends IMAPResponse {
    private final Map<String, Object> values = new HashMap<>();
    private boolean whole;

    FetchLine(IMAPResponse line) {
        super(line);
        try {
            readItems();
        } catch (IndexOutOfBoundsException | NumberFormatException broken) {
            whole = false;
        }
    }

    /** Whether it could be read to its end. */
    boolean isWhole() {
        return whole;
    }

    private void readItems() {
        skipSpaces();
        if (take() != '(') {
            return;
        }
        skipSpaces();
        while (look() != ')') {
            String name = name();
            skipSpaces();
            values.put(name, value());
            skipSpaces();
        }
        whole = true;
    }

    /** Up to its value, which some servers write without a space; of a partial body without its origin. */
    private String name() {
        int start = index;
        int depth = 0;
        while (depth > 0 || " {(\"".indexOf(look()) < 0) {
            depth += look() == '[' ? 1 : look() == ']' ? -1 : 0;
            index++;
        }
        return latin(start, index).toUpperCase(Locale.ROOT).replaceFirst("<\\d+>$", "");
    }

    private Object value() {
        return switch (look()) {
            case '"' -> quoted();
            case '(' -> list();
            case '{', '~' -> literal();
            default -> atom();
        };
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        index++;
        while (look() != '"') {
            if (look() == '\\') {
                index++;
            }
            text.append((char) (look() & 0xff));
            index++;
        }
        index++;
        return text.toString();
    }

    private List<Object> list() {
        List<Object> all = new ArrayList<>();
        index++;
        skipSpaces();
        while (look() != ')') {
            all.add(value());
            skipSpaces();
        }
        index++;
        return all;
    }

    private byte[] literal() {
        int open = latin(index, Math.min(size, index + 2)).indexOf('{');
        int close = index;
        while (buffer[close] != '}') {
            close++;
        }
        int length = Integer.parseInt(latin(index + open + 1, close));
        int start = close + 3;
        if (length < 0 || start + length > size) {
            throw new IndexOutOfBoundsException(length);
        }
        index = start + length;
        return java.util.Arrays.copyOfRange(buffer, start, index);
    }

    private Object atom() {
        int start = index;
        while (index < size && " )(".indexOf(buffer[index]) < 0) {
            index++;
        }
        if (index == start) {
            throw new IndexOutOfBoundsException(index);
        }
        return latin(start, index);
    }

    private byte look() {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return buffer[index];
    }

    private byte take() {
        byte next = look();
        index++;
        return next;
    }

    private String latin(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** The message's UID; 0 when the line does not tell. */
    long uid() {
        return number("UID");
    }

    /** A whole number; 0 when there is none. */
    long number(String item) {
        return values.get(item) instanceof String text && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** A text, one character for each byte. */
    Optional<String> text(String item) {
        return text(values.get(item));
    }

    private static Optional<String> text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Texts of a list; none when there is no list. */
    List<String> texts(String item) {
        List<String> texts = new ArrayList<>();
        if (values.get(item) instanceof List<?> all) {
            for (Object one : all) {
                text(one).ifPresent(texts::add);
            }
        }
        return texts;
    }

    /** The message, or the part of it that was asked for; empty when the server gives none. */
    Optional<byte[]> body() {
        Object value = values.get("BODY[]");
        if (value instanceof byte[] bytes) {
            return Optional.of(bytes);
        }
        return value instanceof String text && !text.equalsIgnoreCase("NIL")
                ? Optional.of(text.getBytes(StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }
}
