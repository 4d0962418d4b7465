package org.muniment.archive.item.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;

/**
 * Bytes to characters, whatever the bytes claim to be. A declared character set is read as the superset that mail
 * programs mean by it ({@code gb2312} as GB18030, Latin 1 as Windows-1252); an absent, unknown or false declaration as
 * UTF-8, each byte that is none as Windows-1252. Nothing is refused and nothing dropped but NULs.
 */
public final class Characters {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** What programs mean when they say the first: from the WHATWG Encoding Standard, and field experience. */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb_2312-80", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("euc-cn", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("x-mac-roman", "x-MacRoman"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("iso-8859-6-i", "iso-8859-6"),
            Map.entry("unicode", "UTF-16"),
            Map.entry("utf8", "UTF-8"));

    private Characters() {}

    /** The characters of the bytes; {@code declared} may be empty, wrong or nonsense. */
    public static String decode(byte[] bytes, String declared) {
        return clean(raw(bytes, declared.strip().toLowerCase(Locale.ROOT)));
    }

    private static String raw(byte[] bytes, String declared) {
        if (declared.equals("utf-7") || declared.equals("unicode-1-1-utf-7")) {
            return Utf7.decode(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        if (isUnspecific(declared)) {
            return hasEscape(bytes) ? new String(bytes, Charset.forName("ISO-2022-JP")) : lenient(bytes);
        }
        Charset charset = named(declared);
        return charset.equals(StandardCharsets.UTF_8) ? lenient(bytes) : new String(bytes, charset);
    }

    private static boolean isUnspecific(String declared) {
        return declared.isEmpty()
                || declared.equals("us-ascii")
                || declared.equals("ascii")
                || declared.equals("utf-8");
    }

    private static Charset named(String declared) {
        try {
            Charset charset = Charset.forName(MEANT.getOrDefault(declared, declared));
            return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** ISO 2022 switches with ESC $ or ESC (; anything with a byte above 127 is something else. */
    private static boolean hasEscape(byte[] bytes) {
        boolean escape = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
            escape |= bytes[i] == 0x1b && i + 2 < bytes.length && bytes[i + 1] == '$';
        }
        return escape;
    }

    private static String lenient(byte[] bytes) {
        if (isAscii(bytes)) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return mixed(bytes);
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static String mixed(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 2);
        while (in.hasRemaining()) {
            var result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            for (int i = 0; i < result.length(); i++) {
                out.put(WINDOWS_1252
                        .decode(ByteBuffer.wrap(bytes, in.position(), 1))
                        .get());
                in.position(in.position() + 1);
            }
            decoder.reset();
        }
        return out.flip().toString();
    }

    /** Without NULs and byte order marks, with halves of surrogate pairs replaced: databases refuse both. */
    public static String clean(String text) {
        int bad = firstBad(text, 0);
        if (bad < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (bad >= 0) {
            out.append(text, from, bad);
            if (Character.isSurrogate(text.charAt(bad))) {
                out.append('\uFFFD');
            }
            from = bad + 1;
            bad = firstBad(text, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static int firstBad(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c == '\uFEFF') {
                return i;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** At most {@code limit} characters, never half a surrogate pair. */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        boolean splits = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1));
        return text.substring(0, splits ? limit - 1 : limit);
    }
}
