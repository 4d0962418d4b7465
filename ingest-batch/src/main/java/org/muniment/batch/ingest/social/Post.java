package org.muniment.batch.ingest.social;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a post's own JSON tells.
 *
 * @param name of the author; empty when not told
 * @param address where it stands; empty when not told
 * @param at when it was posted
 * @param text its words; HTML when {@code markup}
 * @param files what it names that may be a file of the export
 */
record Post(String name, String address, Optional<Instant> at, String text, boolean markup, List<String> files) {
    private static final List<String> TEXTS = List.of(
            "message",
            "full_text",
            "fullText",
            "text",
            "caption",
            "content",
            "post",
            "comment",
            "textOriginal",
            "story",
            "title",
            "description",
            "summary");
    private static final List<String> ADDRESSES = List.of("permalink_url", "permalink", "titleUrl", "url", "href");
    private static final List<String> NESTED = List.of("data", "object", "tweet", "comment", "snippet");

    static Post of(JsonNode node) {
        Set<String> words = new LinkedHashSet<>();
        texts(node, words, 0);
        Set<String> files = new LinkedHashSet<>();
        files(node, files);
        String text = String.join("\n", words);
        return new Post(
                author(node),
                address(node),
                time(node),
                text,
                node.path("object").has("content") && text.contains("<"),
                List.copyOf(files));
    }

    private static void texts(JsonNode node, Set<String> words, int depth) {
        for (String key : TEXTS) {
            JsonNode value = node.path(key);
            if (value.isString() && !value.asString().isBlank()) {
                words.add(Mojibake.mended(value.asString().strip()));
            }
        }
        if (depth > 3) {
            return;
        }
        for (String key : NESTED) {
            inner(node.path(key)).forEach(one -> texts(one, words, depth + 1));
        }
        for (String key : List.of("media", "attachments")) {
            inner(node.path(key)).forEach(one -> {
                texts(one, words, depth + 1);
                inner(one.path("media")).forEach(file -> texts(file, words, depth + 1));
            });
        }
    }

    private static List<JsonNode> inner(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(all::add);
        } else if (node.isObject()) {
            all.add(node);
        }
        return all;
    }

    private static void files(JsonNode node, Set<String> files) {
        node.forEachEntry((key, value) -> {
            boolean named = key.equals("uri") || key.equals("url") || key.equals("media_url") || key.equals("file");
            if (named && value.isString()) {
                files.add(value.asString());
            }
        });
        node.forEach(child -> files(child, files));
    }

    private static String author(JsonNode node) {
        for (String path : List.of(
                "/sender_name",
                "/from/name",
                "/user/name",
                "/user/screen_name",
                "/username",
                "/author",
                "/actor",
                "/data/0/comment/author",
                "/snippet/authorDisplayName",
                "/comment/author")) {
            JsonNode value = node.at(path);
            if (value.isString() && !value.asString().isBlank()) {
                return Mojibake.mended(value.asString().strip());
            }
        }
        return "";
    }

    private static String address(JsonNode node) {
        for (JsonNode one : List.of(node, node.path("object"), node.path("tweet"))) {
            for (String key : ADDRESSES) {
                JsonNode value = one.path(key);
                if (value.isString() && value.asString().matches("https?://\\S+")) {
                    return value.asString();
                }
            }
        }
        String number =
                node.path("id_str").asString(node.path("tweet").path("id_str").asString(""));
        if (!number.isEmpty()) {
            String account = node.at("/user/screen_name").asString("i/web");
            return "https://x.com/" + account + "/status/" + number;
        }
        String object = node.path("object").asString("");
        return object.startsWith("http") ? object : "";
    }

    /** The latest of its times: an edited post is as old as its last edit. */
    private static Optional<Instant> time(JsonNode node) {
        List<Instant> times = new ArrayList<>();
        for (JsonNode one : List.of(node, node.path("media").path(0), node.path("object"))) {
            for (String key : PostShape.TIMES) {
                PostTime.read(one.path(key)).ifPresent(times::add);
            }
            PostTime.read(one.path("updated")).ifPresent(times::add);
            PostTime.read(one.path("updated_time")).ifPresent(times::add);
        }
        return times.stream().max(Instant::compareTo);
    }
}
