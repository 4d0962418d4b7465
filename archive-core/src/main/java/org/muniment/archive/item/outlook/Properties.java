package org.muniment.archive.item.outlook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.util.CodePageUtil;
import org.muniment.archive.item.text.Characters;

/** The properties of one object in a {@code .msg} file: those of fixed size in one stream, the others in one each. */
final class Properties {
    private static final String FIXED = "__properties_version1.0";
    private static final int ENTRY = 16;
    private static final int MOST_VALUES = 1_000;
    /** From 1601, in steps of 100 ns (MS-DTYP FILETIME). */
    private static final long EPOCH_SECONDS = 11_644_473_600L;

    private final DirectoryEntry storage;
    private final Map<Integer, byte[]> fixed = new HashMap<>();
    private final String charset;

    /**
     * @param header bytes before the first property: 32 in a message, 24 in an attached one, 8 elsewhere
     * @param outer the character set of texts that are not Unicode; empty to take the message's own
     */
    Properties(DirectoryEntry storage, int header, String outer) {
        this.storage = storage;
        stream(FIXED).ifPresent(bytes -> fixed(bytes, header));
        this.charset = outer.isEmpty() ? charset((int) number(0x3FFD, 1252)) : outer;
    }

    private void fixed(byte[] bytes, int header) {
        for (int from = header; from + ENTRY <= bytes.length; from += ENTRY) {
            ByteBuffer entry = ByteBuffer.wrap(bytes, from, ENTRY).order(ByteOrder.LITTLE_ENDIAN);
            byte[] value = new byte[8];
            int tag = entry.getInt();
            entry.getInt();
            entry.get(value);
            fixed.putIfAbsent(tag, value);
        }
    }

    String charset() {
        return charset;
    }

    static String charset(int codePage) {
        try {
            return CodePageUtil.codepageToEncoding(codePage, true);
        } catch (UnsupportedEncodingException e) {
            return "windows-1252";
        }
    }

    /** The stream of that name; empty when there is none. One that cannot be read is an {@link UncheckedIOException}. */
    Optional<byte[]> stream(String name) {
        try {
            if (!storage.hasEntryCaseInsensitive(name)
                    || !(storage.getEntryCaseInsensitive(name) instanceof DocumentEntry document)) {
                return Optional.empty();
            }
            try (DocumentInputStream in = new DocumentInputStream(document)) {
                return Optional.of(in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int id, int type) {
        return String.format(Locale.ROOT, "__substg1.0_%04X%04X", id, type);
    }

    /** A text, of whatever type it is kept as; empty when there is none. */
    String text(int id) {
        Optional<byte[]> unicode = stream(name(id, 0x001F));
        if (unicode.isPresent()) {
            return clean(new String(unicode.get(), StandardCharsets.UTF_16LE));
        }
        return stream(name(id, 0x001E))
                .map(bytes -> clean(Characters.decode(bytes, charset)))
                .orElse("");
    }

    private static String clean(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return Characters.clean(text.substring(0, end));
    }

    /** Several texts. */
    List<String> texts(int id) {
        List<String> found = new ArrayList<>();
        for (int type : new int[] {0x101F, 0x101E}) {
            for (int i = 0; i < MOST_VALUES; i++) {
                Optional<byte[]> value = stream(String.format(Locale.ROOT, "__substg1.0_%04X%04X-%08X", id, type, i));
                if (value.isEmpty()) {
                    break;
                }
                found.add(clean(
                        type == 0x101F
                                ? new String(value.get(), StandardCharsets.UTF_16LE)
                                : Characters.decode(value.get(), charset)));
            }
        }
        return found;
    }

    Optional<byte[]> bytes(int id) {
        return stream(name(id, 0x0102));
    }

    /** A number or a truth value. */
    long number(int id, long otherwise) {
        for (int type : new int[] {0x0003, 0x0002, 0x000B, 0x0014}) {
            byte[] value = fixed.get(id << 16 | type);
            if (value != null) {
                ByteBuffer buffer = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
                return switch (type) {
                    case 0x0014 -> buffer.getLong();
                    case 0x0003 -> buffer.getInt();
                    case 0x000B -> buffer.get();
                    default -> buffer.getShort();
                };
            }
        }
        return otherwise;
    }

    /** A number with a fraction. */
    double fraction(int id, double otherwise) {
        byte[] value = fixed.get(id << 16 | 0x0005);
        return value == null
                ? otherwise
                : ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getDouble();
    }

    /** A time; empty when there is none, or none that can be. */
    Optional<Instant> time(int id) {
        byte[] value = fixed.get(id << 16 | 0x0040);
        if (value == null) {
            return Optional.empty();
        }
        long ticks = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong();
        try {
            Instant time = Instant.ofEpochSecond(ticks / 10_000_000 - EPOCH_SECONDS, ticks % 10_000_000 * 100);
            return ticks <= 0 || isNever(time) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException beyond) {
            return Optional.empty();
        }
    }

    /** Outlook writes the year 4501 for "none". */
    static boolean isNever(Instant time) {
        return time.getEpochSecond() > 79_000_000_000L;
    }
}
