package org.muniment.archive.item.reading;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.archive.item.text.Characters;

/**
 * A {@code Content-Type} or {@code Content-Disposition}: a word and its parameters (RFC 2045 5.1), with continuations and
 * character sets (RFC 2231), encoded words where they do not belong, and values that lost their quotes.
 *
 * @param value the word, lower case, without parameters; empty when absent
 * @param parameters decoded, by lower-case name
 */
record ContentHeader(String value, Map<String, String> parameters) {
    static final ContentHeader ABSENT = new ContentHeader("", Map.of());

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** @param raw one character per byte, unfolded */
    static ContentHeader parse(String raw) {
        if (raw.isEmpty()) {
            return ABSENT;
        }
        int semicolon = raw.indexOf(';');
        String value = semicolon < 0 ? raw : raw.substring(0, semicolon);
        if (semicolon < 0 && value.indexOf(' ') < 0 && value.indexOf('(') < 0) {
            return new ContentHeader(value.toLowerCase(Locale.ROOT), Map.of());
        }
        Scan scan = new Scan(raw, semicolon < 0 ? raw.length() : semicolon + 1);
        return new ContentHeader(word(value), decode(scan.pairs()));
    }

    private static String word(String value) {
        String bare = value.replaceAll("\\([^)]*\\)", " ").replace("\"", "").strip();
        int space = bare.indexOf(' ');
        String word = space < 0 || bare.contains("/ ") || bare.contains(" /")
                ? bare.replace(" ", "")
                : bare.substring(0, space);
        return word.toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> decode(Map<String, String> pairs) {
        Map<String, String> decoded = new HashMap<>();
        Map<String, TreeMap<Integer, String>> pieces = new HashMap<>();
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            int star = pair.getKey().indexOf('*');
            if (star > 0) {
                String name = pair.getKey().substring(0, star);
                pieces.computeIfAbsent(name, n -> new TreeMap<>()).put(section(pair.getKey(), star), piece(pair));
            } else {
                decoded.put(pair.getKey(), HeaderText.decode(pair.getValue(), ""));
            }
        }
        pieces.forEach((name, sections) -> decoded.put(name, join(sections)));
        return decoded;
    }

    private static int section(String name, int star) {
        int number = 0;
        for (int i = star + 1; i < name.length() && Character.isDigit(name.charAt(i)) && number < 100_000; i++) {
            number = number * 10 + name.charAt(i) - '0';
        }
        return number;
    }

    /** Marks an extended piece, so that literal percent signs of the others survive. */
    private static String piece(Map.Entry<String, String> pair) {
        return pair.getKey().endsWith("*") ? unescape(pair.getValue()) : pair.getValue();
    }

    private static String join(TreeMap<Integer, String> sections) {
        String whole = String.join("", sections.values());
        int charsetEnd = whole.indexOf('\'');
        int languageEnd = charsetEnd < 0 ? -1 : whole.indexOf('\'', charsetEnd + 1);
        if (languageEnd < 0 || charsetEnd > 40) {
            return HeaderText.decode(whole, "");
        }
        byte[] bytes = whole.substring(languageEnd + 1).getBytes(StandardCharsets.ISO_8859_1);
        return Characters.decode(bytes, whole.substring(0, charsetEnd));
    }

    private static String unescape(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                out.append((char) (high << 4 | low));
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Reads {@code name=value} pairs one after another. */
    private static final class Scan {
        private final String raw;
        private int at;

        Scan(String raw, int at) {
            this.raw = raw;
            this.at = at;
        }

        Map<String, String> pairs() {
            Map<String, String> pairs = new HashMap<>();
            while (at < raw.length() && pairs.size() < 1_000) {
                int equals = raw.indexOf('=', at);
                int semicolon = raw.indexOf(';', at);
                if (equals < 0) {
                    break;
                }
                if (semicolon >= 0 && semicolon < equals) {
                    at = semicolon + 1;
                    continue;
                }
                String name = raw.substring(at, equals)
                        .replaceAll("\\([^)]*\\)", "")
                        .strip()
                        .toLowerCase(Locale.ROOT);
                at = equals + 1;
                pairs.putIfAbsent(name, value());
            }
            return pairs;
        }

        private String value() {
            while (at < raw.length() && raw.charAt(at) == ' ') {
                at++;
            }
            return at < raw.length() && raw.charAt(at) == '"' ? quoted() : bare();
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            for (at++; at < raw.length() && raw.charAt(at) != '"'; at++) {
                boolean escaped =
                        raw.charAt(at) == '\\' && at + 1 < raw.length() && "\"\\".indexOf(raw.charAt(at + 1)) >= 0;
                at += escaped ? 1 : 0;
                value.append(raw.charAt(at));
            }
            int semicolon = raw.indexOf(';', Math.min(at, raw.length()));
            at = semicolon < 0 ? raw.length() : semicolon + 1;
            return value.toString();
        }

        private String bare() {
            int semicolon = raw.indexOf(';', at);
            int end = semicolon < 0 ? raw.length() : semicolon;
            String value = raw.substring(at, end).strip();
            at = end + 1;
            int comment = value.indexOf(" (");
            return comment > 0 ? value.substring(0, comment).strip() : value;
        }
    }
}
