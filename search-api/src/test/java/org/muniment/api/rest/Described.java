package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description that the interface gives of itself: what it answers is held against it. */
record Described(JsonNode document, SchemaRegistry schemas) {
    static Described of(String document) {
        return new Described(
                JsonMapper.shared().readTree(document),
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12));
    }

    /** Fails when an answer is not what the description says of it. */
    void check(HttpResponse<byte[]> response) {
        String media = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        String path = response.request().uri().getPath();
        JsonNode operation = operation(response.request().method(), path);
        if (operation.isMissingNode() || response.statusCode() == 304) {
            return;
        }
        JsonNode responses = operation.get("responses");
        String status = String.valueOf(response.statusCode());
        JsonNode content = (responses.has(status) ? responses.get(status) : responses.get("default")).path("content");
        if (response.statusCode() == 206 || response.statusCode() == 416) {
            return;
        }
        assertThat(content.has(media) || content.has("*/*"))
                .as(status + " " + media + " of " + path + " is not described")
                .isTrue();
        if (media.endsWith("json")) {
            String body = new String(response.body(), StandardCharsets.UTF_8);
            assertThat(errors(
                            content.get(media).get("schema"),
                            JsonMapper.shared().readTree(body)))
                    .as(path + " answered " + body)
                    .isEmpty();
        }
    }

    /** The most exact of those whose pattern the path fits. */
    private JsonNode operation(String method, String path) {
        return document.get("paths").properties().stream()
                .filter(one -> path.matches(one.getKey()
                        .replace(".", "\\.")
                        .replace("/{path}", "/.+")
                        .replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparing(
                        one -> one.getKey().replaceAll("[^{]", "").length()))
                .map(Map.Entry::getValue)
                .map(one -> one.path(method.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> document.path("nothing"));
    }

    private List<String> errors(JsonNode schema, JsonNode body) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        JsonNode components = document.get("components").deepCopy();
        components.get("schemas").forEach(Described::close);
        whole.set("components", components);
        return schemas.getSchema(whole).validate(body).stream()
                .map(Error::toString)
                .toList();
    }

    /** What is not described is not to be answered either. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
        }
    }
}
