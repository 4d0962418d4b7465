package org.muniment.api.rest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.store.Digest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies and writes answers, each with the tag of its state. Safe for many threads. */
@Component
final class Answers {
    static final int LONGEST = 1000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** One thing, as it is. */
    ResponseEntity<byte[]> one(Object body) {
        return answer(ResponseEntity.ok(), body);
    }

    /** What was made. */
    ResponseEntity<byte[]> made(String path, Object body) {
        return answer(ResponseEntity.created(URI.create(ApiSecurity.ROOT + path)), body);
    }

    /** Work that goes on. */
    ResponseEntity<byte[]> accepted(String path, Object body) {
        return answer(ResponseEntity.accepted().location(URI.create(ApiSecurity.ROOT + path)), body);
    }

    private static ResponseEntity<byte[]> answer(ResponseEntity.BodyBuilder response, Object body) {
        byte[] json = json(body);
        return response.cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(tag(json))
                .body(json);
    }

    private static byte[] json(Object body) {
        return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private static String tag(byte[] json) {
        return "\"" + Digest.of(json).hex().substring(0, 32) + "\"";
    }

    /**
     * A page of a list that was read with one more than was asked for.
     *
     * @param read at most {@code limit + 1}
     * @param key of the last one of a page, after which the next begins
     */
    <T> ResponseEntity<byte[]> page(List<T> read, int limit, Function<T, Object> key) {
        boolean more = read.size() > limit;
        List<T> page = more ? read.subList(0, limit) : read;
        return one(new Page<>(page, more && limit > 0 ? next(key.apply(page.getLast())) : null));
    }

    /** The same address, after a key. */
    static String next(Object key) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("after", "{key}")
                .build(key)
                .toString();
    }

    /** All of a list that is never long. */
    ResponseEntity<byte[]> all(List<?> items) {
        return one(new Page<>(items, null));
    }

    static int limit(int asked) {
        if (asked < 1 || asked > LONGEST) {
            throw new Refused(422, "That was not understood", "limit is 1 to " + LONGEST + ", not " + asked);
        }
        return asked;
    }

    /**
     * Lets a change through only when whoever asks for it has seen the state that it changes.
     *
     * @param match the header {@code If-Match}
     * @param now what is there
     */
    void require(@Nullable String match, Object now) {
        if (match == null || match.isBlank()) {
            throw new Refused(
                    428,
                    "Say which state you have seen",
                    "Send the ETag of what you read in the header If-Match, so that nothing is changed unseen.");
        }
        String tag = tag(json(now));
        boolean same = List.of(match.split("\\s*,\\s*")).stream()
                .anyMatch(one -> one.strip().equals(tag));
        if (!same && !match.strip().equals("*")) {
            throw new Refused(
                    412, "It has changed", "Somebody changed it since you read it. Read it again, then decide.");
        }
    }

    /** Reads a body; a field that is not known is refused, since leaving it out could mean something else. */
    <T> T read(byte[] body, Class<T> type) {
        try {
            T read = JSON.readValue(body, type);
            if (read == null) {
                throw new Refused(422, "That was not understood", "The body is empty.");
            }
            return read;
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage();
            throw new Refused(
                    422,
                    "That was not understood",
                    "The body is not what is asked for here: "
                            + (e.getCause() instanceof IllegalArgumentException wrong ? wrong.getMessage() : reason));
        }
    }

    /** A word of a list of words, as commands write them: {@code records-request}. */
    static <E extends Enum<E>> E word(Class<E> words, String field, @Nullable String text) {
        String name = text == null ? "" : text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        for (E one : words.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw new Refused(
                422,
                "That was not understood",
                field + " is one of "
                        + List.of(words.getEnumConstants())
                                .toString()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-') + ", not " + text);
    }
}
