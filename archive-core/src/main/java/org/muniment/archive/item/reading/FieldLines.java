package org.muniment.archive.item.reading;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.BufferRecycler;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Builds header fields for the MIME parser and loses no line: one that is no field is kept as stray text, because where
 * the empty line after the headers is missing such lines are the message.
 */
final class FieldLines implements FieldBuilder {
    /** Among stray lines only these are still taken for headers; {@code Note: bring lunch} is text. */
    private static final Set<String> KNOWN = Set.of(
            "bcc",
            "cc",
            "content-description",
            "content-disposition",
            "content-id",
            "content-transfer-encoding",
            "content-type",
            "date",
            "from",
            "in-reply-to",
            "message-id",
            "mime-version",
            "received",
            "references",
            "reply-to",
            "return-path",
            "sender",
            "subject",
            "to");

    private final BufferRecycler recycler = new BufferRecycler();
    private final int limit;
    private final StringBuilder stray = new StringBuilder();
    private byte[] line = new byte[256];
    private int length;
    private long total;
    private boolean cut;

    FieldLines(int limit) {
        this.limit = limit;
    }

    @Override
    public void reset() {
        length = 0;
    }

    @Override
    public void append(ByteArrayBuffer more) {
        int size = (int) Math.min(more.length(), Math.max(0, limit - total));
        cut |= size < more.length();
        total += size;
        if (length + size > line.length) {
            line = java.util.Arrays.copyOf(line, Math.max(line.length * 2, length + size));
        }
        System.arraycopy(more.buffer(), 0, line, length, size);
        length += size;
    }

    @Override
    public @Nullable RawField build() {
        int colon = nameEnd();
        if (colon > 0) {
            String name = new String(line, 0, trimmed(colon), StandardCharsets.ISO_8859_1);
            if (stray.isEmpty() || KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
                return new RawField(name, new String(line, colon + 1, length - colon - 1, StandardCharsets.ISO_8859_1));
            }
        }
        keepStray();
        return null;
    }

    private void keepStray() {
        String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
        boolean postmark = text.startsWith("From ") || text.startsWith(">From ");
        if (!text.isBlank() && !(stray.isEmpty() && postmark)) {
            stray.append(text);
        }
    }

    /** Where the colon after a field name is; 0 when the line begins with no field name. */
    private int nameEnd() {
        for (int i = 0; i < length; i++) {
            byte b = line[i];
            if (b == ':') {
                return trimmed(i) == 0 ? 0 : i;
            }
            boolean spaceBeforeColon = (b == ' ' || b == '\t') && i > 0;
            if (spaceBeforeColon && !colonFollows(i)) {
                return 0;
            }
            if (!spaceBeforeColon && b <= ' ' && b >= 0 && b != 0) {
                return 0;
            }
        }
        return 0;
    }

    private boolean colonFollows(int from) {
        int i = from;
        while (i < length && (line[i] == ' ' || line[i] == '\t')) {
            i++;
        }
        return i < length && line[i] == ':';
    }

    private int trimmed(int end) {
        int i = end;
        while (i > 0 && line[i - 1] <= ' ' && line[i - 1] >= 0) {
            i--;
        }
        return i;
    }

    /** The lines since the last call that were no fields, one character per byte. */
    String takeStray() {
        String text = stray.toString();
        stray.setLength(0);
        return text;
    }

    boolean wasCut() {
        return cut;
    }

    @Override
    public RecycledByteArrayBuffer getRaw() {
        RecycledByteArrayBuffer raw = new RecycledByteArrayBuffer(recycler, Math.max(16, length));
        raw.append(line, 0, length);
        return raw;
    }

    @Override
    public void release() {
        length = 0;
    }
}
