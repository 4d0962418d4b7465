package org.muniment.api;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands as a person would, on one archive, and keeps what they say. */
public record Console(Path archive) {
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T18:00:00Z"), ZoneOffset.UTC);

    public record Said(int code, byte[] bytes, String err) {
        public String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(out());
        }
    }

    /** With {@code --archive}. */
    public Said run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--archive");
        all.add(archive.toString());
        return bare(all.toArray(String[]::new));
    }

    public static Said bare(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code = Muniment.run(
                new Terminal(
                        new PrintWriter(out, false, StandardCharsets.UTF_8),
                        new PrintWriter(err, false, StandardCharsets.UTF_8),
                        out,
                        CLOCK,
                        false),
                arguments);
        return new Said(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }
}
