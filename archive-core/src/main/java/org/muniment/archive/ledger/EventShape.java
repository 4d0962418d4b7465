package org.muniment.archive.ledger;

import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * How one type of event is written: a record whose components are texts, whole numbers and instants (UTC, to the
 * millisecond).
 *
 * @param type its name in the ledger
 * @param event its record
 */
record EventShape(
        String type,
        Class<? extends CustodyEvent> event,
        List<RecordComponent> components,
        Constructor<? extends CustodyEvent> constructor) {
    static final String TYPE = "type";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    static EventShape of(String type, Class<? extends CustodyEvent> event) {
        List<RecordComponent> components = List.of(event.getRecordComponents());
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        if (!List.of(String.class, long.class, Instant.class).containsAll(Arrays.asList(types))) {
            throw new IllegalStateException(event + " has a component that the ledger has no written form for");
        }
        try {
            return new EventShape(type, event, components, event.getDeclaredConstructor(types));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has its canonical constructor", e);
        }
    }

    String write(CustodyEvent written) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty(TYPE, type);
            for (RecordComponent component : components) {
                write(json, component.getName(), valueOf(component, written));
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String name, Object value) {
        switch (value) {
            case String text -> json.writeStringProperty(name, text);
            case Long number -> json.writeNumberProperty(name, number);
            case Instant time -> json.writeStringProperty(name, MILLIS.format(time));
            default -> throw new IllegalStateException("No written form for " + name);
        }
    }

    private static Object valueOf(RecordComponent component, CustodyEvent event) {
        try {
            Object value = component.getAccessor().invoke(event);
            if (value == null) {
                throw new IllegalArgumentException("An event needs its " + component.getName() + ": " + event);
            }
            return value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Could not read " + component, e);
        }
    }

    CustodyEvent read(Map<String, Object> fields) {
        if (fields.size() != components.size() + 1) {
            throw new Malformed("An event " + type + " does not have the fields " + fields.keySet());
        }
        Object[] values = components.stream()
                .map(component -> value(component, fields.get(component.getName())))
                .toArray();
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new Malformed("Not an event " + type + ": " + fields, e);
        }
    }

    private Object value(RecordComponent component, @Nullable Object read) {
        Class<?> wanted = component.getType();
        if (wanted == Instant.class && read instanceof String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                throw new Malformed("Not a time: " + text, e);
            }
        }
        if (wanted == String.class && read instanceof String || wanted == long.class && read instanceof Long) {
            return read;
        }
        throw new Malformed("An event " + type + " has no such " + component.getName() + ": " + read);
    }

    /** The fields of a flat JSON object: texts and whole numbers. */
    static Map<String, Object> fields(String text) {
        Map<String, Object> fields = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("Not a JSON object: " + text);
            }
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                fields.put(name, field(json, text));
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw new Malformed("Not one JSON object: " + text);
            }
        } catch (JacksonException e) {
            throw new Malformed("Not JSON: " + text, e);
        }
        return fields;
    }

    private static Object field(JsonParser json, String text) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        if (token == JsonToken.VALUE_NUMBER_INT) {
            return json.getLongValue();
        }
        throw new Malformed("An event has texts and whole numbers only: " + text);
    }
}
