package org.muniment.api.rest;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.muniment.api.Muniment;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Describes the interface as OpenAPI 3.1, from the handlers themselves: what is not described does not exist. */
final class OpenApi {
    private final Schemas schemas = new Schemas();
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();

    /** Adds a route. */
    void add(RequestMappingInfo info, HandlerMethod handler) {
        Does does = handler.getMethodAnnotation(Does.class);
        if (does == null) {
            throw new IllegalStateException(handler + " does not say what it does; add @Does");
        }
        for (String pattern : info.getPatternValues()) {
            String path = pattern.replace("{*", "{");
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                paths.computeIfAbsent(path, any -> new TreeMap<>())
                        .put(method.name().toLowerCase(Locale.ROOT), operation(handler, does, method));
            }
        }
    }

    /** The whole document. */
    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title",
                        "Muniment",
                        "version",
                        Muniment.version(),
                        "description",
                        "Records retention and e-discovery: what the pages do, for programs.",
                        "license",
                        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0")));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths);
        Map<String, Object> components = new LinkedHashMap<>();
        components.put(
                "securitySchemes",
                Map.of(
                        "token",
                        Map.of(
                                "type",
                                "http",
                                "scheme",
                                "bearer",
                                "description",
                                "A personal access token, made on the page of one's account.")));
        components.put("schemas", schemas.all());
        document.put("components", components);
        return document;
    }

    private Map<String, Object> operation(HandlerMethod handler, Does does, RequestMethod method) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", id(handler));
        operation.put("tags", List.of(handler.getBeanType().getSimpleName().replaceAll("Api$", "")));
        operation.put("summary", does.value());
        operation.put("parameters", parameters(handler.getMethod(), method));
        if (does.takes() != Void.class) {
            operation.put("requestBody", Map.of("required", true, "content", json(schemas.of(does.takes()))));
        }
        if (!does.takesMedia().isEmpty()) {
            operation.put("requestBody", Map.of("required", true, "content", Map.of(does.takesMedia(), Map.of())));
        }
        operation.put("responses", responses(does, method));
        operation.put(
                "x-token-areas",
                ScopeGate.areas(handler).stream()
                        .map(area -> area.name().toLowerCase(Locale.ROOT))
                        .toList());
        return operation;
    }

    private static String id(HandlerMethod handler) {
        String name = handler.getBeanType().getSimpleName().replaceAll("Api$", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "-"
                + handler.getMethod().getName();
    }

    private List<Map<String, Object>> parameters(Method method, RequestMethod http) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter one : method.getParameters()) {
            PathVariable path = one.getAnnotation(PathVariable.class);
            RequestParam query = one.getAnnotation(RequestParam.class);
            RequestHeader header = one.getAnnotation(RequestHeader.class);
            if (path != null) {
                parameters.add(parameter(path.value().isEmpty() ? one.getName() : path.value(), "path", true, one));
            } else if (query != null) {
                boolean required = query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
                parameters.add(
                        parameter(query.name().isEmpty() ? one.getName() : query.name(), "query", required, one));
            } else if (header != null) {
                parameters.add(parameter(header.name(), "header", http == RequestMethod.POST, one));
            } else if (one.isAnnotationPresent(ModelAttribute.class)) {
                parameters.addAll(parts(one.getType()));
            }
        }
        if (http == RequestMethod.POST) {
            parameters.add(Map.of(
                    "name",
                    OnceFilter.KEY,
                    "in",
                    "header",
                    "required",
                    true,
                    "description",
                    "Any text of the caller's; the same request sent again under it does its deed once.",
                    "schema",
                    Map.of("type", "string", "maxLength", 200)));
        }
        return parameters;
    }

    /** Parameters that are read together. */
    private List<Map<String, Object>> parts(Class<?> read) {
        return Arrays.stream(read.getDeclaredConstructors()[0].getParameters())
                .map(part -> {
                    BindParam named = part.getAnnotation(BindParam.class);
                    return parameter(named == null ? part.getName() : named.value(), "query", false, part);
                })
                .toList();
    }

    private Map<String, Object> parameter(String name, String in, boolean required, Parameter parameter) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", name);
        described.put("in", in);
        described.put("required", required);
        described.put("schema", schemas.of(parameter.getType()));
        return described;
    }

    private Map<String, Object> responses(Does does, RequestMethod method) {
        Map<String, Object> responses = new TreeMap<>();
        Object schema = schema(does);
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("description", does.value());
        done.put("content", Map.of(does.media(), Map.of("schema", schema)));
        responses.put(String.valueOf(does.status()), done);
        responses.put("default", problem());
        if (method == RequestMethod.GET && does.media().equals("application/json")) {
            responses.put("304", Map.of("description", "It is as the ETag in If-None-Match says."));
        }
        return responses;
    }

    private Object schema(Does does) {
        List<Class<?>> gives = List.of(does.gives());
        return switch (gives.size()) {
            case 0 -> does.media().equals("application/json") ? Map.of("type", "object") : Map.of("type", "string");
            case 1 -> does.many() ? schemas.page(gives.getFirst()) : schemas.of(gives.getFirst());
            default -> Map.of("anyOf", gives.stream().map(schemas::of).toList());
        };
    }

    private Map<String, Object> problem() {
        return Map.of(
                "description",
                "Why it was not done (RFC 9457)",
                "content",
                Map.of(Problem.MEDIA, Map.of("schema", schemas.of(Problem.class))));
    }

    private static Map<String, Object> json(Object schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }
}
