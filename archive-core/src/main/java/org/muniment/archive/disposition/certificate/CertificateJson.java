package org.muniment.archive.disposition.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;
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
 * The one written form of a certificate: canonical JSON, RFC 8785. Members in the order of their names, no spaces, UTF-8;
 * numbers are whole ones below 2^53.
 */
final class CertificateJson {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
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
            .addModule(ids())
            .build();

    /** Reads a value from its text. */
    private static final class Reading<T> extends FromStringDeserializer<T> {
        private final Function<String, T> parse;

        Reading(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) {
            return parse.apply(text);
        }
    }

    private CertificateJson() {}

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule();
        id(module, PlanId.class, PlanId::new);
        id(module, SeriesId.class, SeriesId::new);
        id(module, ItemId.class, ItemId::new);
        id(module, Officer.class, Officer::new);
        id(module, Digest.class, Digest::new);
        return module;
    }

    private static <T> void id(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new Reading<>(type, parse));
    }

    static byte[] write(Certificate certificate) {
        return JSON.writeValueAsString(certificate).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a certificate.
     *
     * @throws IllegalArgumentException when it is none, or is not in its canonical form
     */
    static Certificate read(byte[] json) {
        try {
            Certificate read = JSON.readValue(json, Certificate.class);
            if (!Arrays.equals(write(read), json)) {
                throw new IllegalArgumentException("It is not written in the canonical form of RFC 8785");
            }
            return read;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("It can't be read as a certificate: " + e.getOriginalMessage(), e);
        }
    }
}
