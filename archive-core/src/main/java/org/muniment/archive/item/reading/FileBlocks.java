package org.muniment.archive.item.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files written into a text: uuencode (POSIX) and yEnc 1.3.
 *
 * @param rest the text without them, one character per byte
 * @param files in their order
 */
record FileBlocks(String rest, List<Block> files) {
    static final FileBlocks NONE = new FileBlocks("", List.of());

    private static final Pattern BEGIN = Pattern.compile(
            "(?m)^(?:begin [0-7]{3,4} ([^\\r\\n]{1,255})|=ybegin [^\\r\\n]{0,200}?name=([^\\r\\n]{1,255}))\\r?\\n");
    private static final int MOST = 1_000;

    /** @param whole whether its end was there */
    record Block(String name, byte[] bytes, boolean whole) {}

    /** A cheap look, so that ordinary text is not searched. */
    static boolean mayBeIn(byte[] bytes) {
        for (int i = 0; i + 6 < bytes.length; i++) {
            boolean lineStart = i == 0 || bytes[i - 1] == '\n';
            if (lineStart && (starts(bytes, i, "begin ") || starts(bytes, i, "=ybegin"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] bytes, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= bytes.length || bytes[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static FileBlocks in(String text) {
        StringBuilder rest = new StringBuilder();
        List<Block> files = new ArrayList<>(1);
        Matcher matcher = BEGIN.matcher(text);
        int at = 0;
        while (files.size() < MOST && matcher.find(at)) {
            Decoder decoder = new Decoder(text, matcher.end());
            boolean uu = matcher.group(1) != null;
            boolean ended = uu ? decoder.uuencoded() : decoder.yenc();
            if (decoder.out.size() == 0) {
                rest.append(text, at, matcher.end());
                at = matcher.end();
                continue;
            }
            rest.append(text, at, matcher.start());
            String name = (uu ? matcher.group(1) : matcher.group(2)).strip();
            files.add(new Block(HeaderText.line(name, ""), decoder.out.toByteArray(), ended));
            at = decoder.at;
        }
        return new FileBlocks(rest.append(text, at, text.length()).toString(), files);
    }

    /** Decodes line by line from a position to the end of the block, or as far as lines look encoded. */
    private static final class Decoder {
        private final String text;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int at;

        Decoder(String text, int at) {
            this.text = text;
            this.at = at;
        }

        private int lineEnd() {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }

        private String line(int end) {
            return end > at && text.charAt(end - 1) == '\r' ? text.substring(at, end - 1) : text.substring(at, end);
        }

        boolean uuencoded() {
            while (at < text.length()) {
                int end = lineEnd();
                String line = line(end);
                if (line.equals("end")) {
                    at = Math.min(end + 1, text.length());
                    return true;
                }
                if (!uuLine(line)) {
                    return false;
                }
                at = Math.min(end + 1, text.length());
            }
            return false;
        }

        /** The first character counts the bytes of the line; trailing spaces may have been lost on the way. */
        private boolean uuLine(String line) {
            if (line.isEmpty() || line.equals("`")) {
                return true;
            }
            int length = line.charAt(0) - ' ' & 63;
            int needed = (length + 2) / 3 * 4;
            if (line.charAt(0) < ' ' || line.charAt(0) > '`' || line.length() - 1 > needed + 3) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                int quad = 1 + i / 3 * 4 + i % 3;
                int shift = i % 3 * 2;
                out.write(six(line, quad) << 2 + shift | six(line, quad + 1) >> 4 - shift);
            }
            return true;
        }

        private static int six(String line, int index) {
            return index < line.length() ? line.charAt(index) - ' ' & 63 : 0;
        }

        boolean yenc() {
            while (at < text.length()) {
                int end = lineEnd();
                String line = line(end);
                at = Math.min(end + 1, text.length());
                if (line.startsWith("=yend")) {
                    return true;
                }
                if (!line.startsWith("=ypart")) {
                    yLine(line.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
            return false;
        }

        private void yLine(byte[] line) {
            for (int i = 0; i < line.length; i++) {
                boolean escaped = line[i] == '=' && i + 1 < line.length;
                i += escaped ? 1 : 0;
                out.write(line[i] - (escaped ? 106 : 42));
            }
        }
    }
}
