package org.muniment.api.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas of records, as they are written: each under its name, referred to where it is used. */
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(Duration.class, Map.of("type", "string", "format", "duration")));

    private final Map<String, Object> named = new TreeMap<>();

    Map<String, Object> all() {
        return named;
    }

    /** A page of a list. */
    Object page(Class<?> of) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("items", Map.of("type", "array", "items", of(of)));
        properties.put(
                "next", Map.of("type", List.of("string", "null"), "description", "The address of the next page"));
        return Map.of("type", "object", "properties", properties, "required", List.of("items", "next"));
    }

    Object of(Type type) {
        return switch (type) {
            case Class<?> plain -> of(plain);
            case ParameterizedType many -> of(many);
            case WildcardType some -> of(some.getUpperBounds()[0]);
            case TypeVariable<?> any -> Map.of();
            default -> Map.of();
        };
    }

    private Object of(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] of = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(of[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(of[1]));
        }
        return of(raw);
    }

    private Object of(Class<?> type) {
        Map<String, Object> simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type.isEnum()) {
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
        return type.isRecord() ? record(type) : Map.of();
    }

    private Object record(Class<?> type) {
        String name = name(type);
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                properties.put(name(component), component(component));
                if (!isNullable(component.getAnnotatedType())) {
                    required.add(name(component));
                }
            }
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "object");
            schema.put("properties", properties);
            if (!required.isEmpty()) {
                schema.put("required", required);
            }
            named.put(name, schema);
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static String name(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private Object component(RecordComponent component) {
        boolean isRaw = component.getAccessor().isAnnotationPresent(JsonRawValue.class);
        Object schema = isRaw ? Map.of("type", "object") : of(component.getGenericType());
        return isNullable(component.getAnnotatedType())
                ? Map.of("anyOf", List.of(schema, Map.of("type", "null")))
                : schema;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** With the name of what it is a part of: {@code HoldsPlace}, {@code ShownItemFile}. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return (outer == null ? "" : name(outer).replaceAll("Api$", "")) + type.getSimpleName();
    }
}
