package org.muniment.batch.ingest.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The posts of one JSON file, and what is left of it without them.
 *
 * @param posts in their order
 * @param rest as JSON; empty when nothing is left that says anything
 */
record PostsInFile(List<JsonNode> posts, String rest) {
    PostsInFile {
        posts = List.copyOf(posts);
    }

    static PostsInFile of(JsonNode root) {
        List<JsonNode> posts = new ArrayList<>();
        JsonNode rest = without(root, posts);
        return new PostsInFile(posts, saysNothing(rest) ? "" : rest.toString());
    }

    private static JsonNode without(JsonNode node, List<JsonNode> posts) {
        if (PostShape.is(node)) {
            posts.add(node);
            return JsonNodeFactory.instance.nullNode();
        }
        if (node.isArray()) {
            ArrayNode rest = JsonNodeFactory.instance.arrayNode();
            for (JsonNode child : node) {
                JsonNode left = without(child, posts);
                if (!saysNothing(left)) {
                    rest.add(left);
                }
            }
            return rest;
        }
        if (node.isObject()) {
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                rest.set(field.getKey(), without(field.getValue(), posts));
            }
            return rest;
        }
        return node;
    }

    private static boolean saysNothing(JsonNode node) {
        if (node.isContainer()) {
            for (JsonNode child : node) {
                if (!saysNothing(child)) {
                    return false;
                }
            }
            return true;
        }
        return node.isNull() || node.isMissingNode();
    }
}
