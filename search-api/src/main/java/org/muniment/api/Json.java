package org.muniment.api;

import tools.jackson.databind.json.JsonMapper;

/** Machine-readable output: one JSON document a line, times as ISO-8601 in UTC. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
