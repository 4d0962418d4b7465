package org.muniment.api;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Machine-readable output: one JSON document a line, times as ISO-8601 in UTC. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What {@link Terminal} would blank, of which JSON itself escapes only the first 32. */
    private static final Pattern UNSAFE = Pattern.compile(
            "[\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\x{E0000}-\\x{E007F}\\p{Cs}]");

    private Json() {}

    static String line(Object value) {
        return UNSAFE.matcher(MAPPER.writeValueAsString(value)).replaceAll(found -> "\\\\u" + escaped(found.group()));
    }

    /** What a command said, for a program that asked it. */
    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** A part of what a server said, as what it is. */
    static <T> T read(JsonNode part, Class<T> type) {
        return MAPPER.treeToValue(part, type);
    }

    private static String escaped(String found) {
        StringBuilder units = new StringBuilder();
        for (int at = 0; at < found.length(); at++) {
            units.append(at == 0 ? "" : "\\\\u").append(String.format("%04x", (int) found.charAt(at)));
        }
        return units.toString();
    }
}
