package org.muniment.archive.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The one written form of a paper that is signed or whose digest the ledger has: canonical JSON, RFC 8785. Members in the order
 * of their names, no spaces, UTF-8; numbers are whole ones below 2^53. Reading takes nothing else, so that no byte is free. Safe
 * for many threads.
 *
 * @param <T> the record that is written
 */
public final class CanonicalJson<T> {
    private final Class<T> type;
    private final JsonMapper json;

    /**
     * A value that is written as its text.
     *
     * @param parse reads it; throws {@link IllegalArgumentException} for what is none
     */
    public record Id<V>(Class<V> type, Function<String, V> parse) {}

    /** Reads a value from its text. */
    private static final class Reading<V> extends FromStringDeserializer<V> {
        private final Function<String, V> parse;

        Reading(Id<V> id) {
            super(id.type());
            this.parse = id.parse();
        }

        @Override
        protected V _deserialize(String text, DeserializationContext context) {
            return parse.apply(text);
        }
    }

    /** @param ids the values within it that are written as texts */
    public CanonicalJson(Class<T> type, List<Id<?>> ids) {
        SimpleModule module = new SimpleModule();
        ids.forEach(id -> add(module, id));
        this.type = type;
        this.json = JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                        .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                        .build())
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addModule(module)
                .build();
    }

    private static <V> void add(SimpleModule module, Id<V> id) {
        module.addSerializer(id.type(), ToStringSerializer.instance);
        module.addDeserializer(id.type(), new Reading<>(id));
    }

    public byte[] write(T value) {
        return json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException when it is none, or is not in its canonical form
     */
    public T read(byte[] bytes) {
        try {
            T read = json.readValue(bytes, type);
            if (!Arrays.equals(write(read), bytes)) {
                throw new IllegalArgumentException("It is not written in the canonical form of RFC 8785");
            }
            return read;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "It can't be read as a " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT) + ": "
                            + e.getOriginalMessage(),
                    e);
        }
    }
}
