package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.running.JsonLines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever runs the server asks of it. */
class RunningPagesTest {
    @TempDir
    private Path folder;

    @Test
    void theServerSaysWhetherItCanWorkAndGivesFigures() throws Exception {
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        try (TestServer server = TestServer.start(archive);
                Visitor visitor = new Visitor(server)) {
            assertThat(visitor.get("/health/live").text()).isEqualTo("{\"status\":\"up\"}");
            assertThat(visitor.get("/health/ready").status()).isEqualTo(200);
            assertThat(visitor.get("/metrics").text())
                    .containsPattern("muniment_ingested_total\\{outcome=\"stored\"} 3[0-9]{2}\\.0")
                    .contains("muniment_ingested_total{outcome=\"rejected\"} 0.0")
                    .contains("muniment_items 330.0", "muniment_requests_open 0.0", "muniment_index_lag 0.0")
                    .contains("muniment_http_seconds_bucket{method=\"GET\",route=\"/health/ready\"");
        }
        delete(archive.resolve("index"));
        try (TestServer server = TestServer.start(archive);
                Visitor visitor = new Visitor(server)) {
            Visitor.Answer down = visitor.get("/health/ready");
            assertThat(down.status()).isEqualTo(503);
            assertThat(down.text()).contains("\"catalogue\":\"up\"", "\"index\":\"down\"");
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void theLogHasNoWordsThatAnErrorQuoted() {
        LogRecord record = new LogRecord(Level.SEVERE, "A page failed");
        record.setThrown(new IllegalStateException("Dear Betty, my number is 555-0188"));
        String line = new JsonLines().format(record);
        assertThat(line).endsWith("\n").doesNotContain("Betty", "555");
        JsonNode json = JsonMapper.shared().readTree(line);
        assertThat(json.get("message").asString()).isEqualTo("A page failed");
        assertThat(json.get("error").get(0).get("kind").asString()).isEqualTo("java.lang.IllegalStateException");
    }
}
