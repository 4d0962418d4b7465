package org.muniment.batch.ingest.social;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How a post looks in an export. Platforms change their exports often and name the same things in few ways, so an object
 * is a post when it says when, and says or shows something.
 */
final class PostShape {
    static final List<String> TIMES = List.of(
            "created_time",
            "creation_timestamp",
            "timestamp_ms",
            "timestamp",
            "created_at",
            "createdAt",
            "published",
            "publishedAt",
            "time");
    private static final Set<String> WORDS = Set.of(
            "message",
            "text",
            "full_text",
            "fullText",
            "caption",
            "content",
            "post",
            "comment",
            "description",
            "story",
            "title",
            "textOriginal",
            "data",
            "attachments",
            "media",
            "uri",
            "object",
            "permalink_url",
            "permalink",
            "media_url",
            "media_type",
            "titleUrl");

    private PostShape() {}

    static boolean is(JsonNode node) {
        if (!node.isObject()) {
            return false;
        }
        boolean timed = TIMES.stream()
                        .anyMatch(key ->
                                node.path(key).isValueNode() && !node.path(key).isNull())
                || isStoryOfMedia(node);
        return timed && WORDS.stream().anyMatch(key -> says(node.path(key)));
    }

    /** Instagram dates the pictures of a post, and not the post. */
    private static boolean isStoryOfMedia(JsonNode node) {
        JsonNode media = node.path("media");
        return media.isArray() && !media.isEmpty() && media.get(0).has("creation_timestamp");
    }

    private static boolean says(JsonNode value) {
        return value.isString() ? !value.asString().isBlank() : value.isContainer() && !value.isEmpty();
    }
}
