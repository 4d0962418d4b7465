package org.muniment.archive.item.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** UTF-7 (RFC 2152), which the platform does not know; broken shifts are kept as written. */
final class Utf7 {
    private Utf7() {}

    static String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int plus = text.indexOf('+', at);
            if (plus < 0) {
                return out.append(text, at, text.length()).toString();
            }
            out.append(text, at, plus);
            at = shifted(text, plus, out);
        }
        return out.toString();
    }

    private static int shifted(String text, int plus, StringBuilder out) {
        int end = plus + 1;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == '-';
        if (end == plus + 1) {
            out.append('+');
        } else {
            out.append(unshift(text.substring(plus + 1, end)));
        }
        return closed ? end + 1 : end;
    }

    private static String unshift(String base64) {
        int whole = base64.length() % 4 == 1 ? base64.length() - 1 : base64.length();
        byte[] bytes = Base64.getDecoder().decode(base64.substring(0, whole));
        return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16BE);
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
