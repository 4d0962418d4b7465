package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.api.web.Routes;
import org.muniment.api.web.TestDistrict;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Reach;
import org.muniment.archive.access.Role;
import org.muniment.archive.access.Token;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route of the REST interface: who gets it, which token, and how it is described. */
class RestRoutesTest extends RestCase {
    private static List<Routes.Route> routes() {
        List<Routes.Route> routes = server.routes().stream()
                .filter(route -> route.pattern().startsWith(V1))
                .toList();
        assertThat(routes).hasSizeGreaterThan(60);
        return routes;
    }

    private static Program.Answer ask(Program program, Routes.Route route) {
        String path = route.pattern().replaceAll("\\{[^}]*}", "x0");
        return route.method().equals("GET") ? program.get(path) : program.post(path, "{\"nothing\":1}");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleGetsWhatIsItsOwnAndNothingElse(Role role) {
        Program program = Program.of(server, TestDistrict.user(role));
        List<String> wrong = new ArrayList<>();
        for (Routes.Route route : routes()) {
            Program.Answer answer = ask(program, route);
            if ((answer.status() == 403) == isFor(route, role) || answer.status() >= 500) {
                wrong.add(route + " answered " + answer.status());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Each route is asked for a person whose role it is for, so that what is refused is refused to the token. */
    @ParameterizedTest
    @EnumSource(Area.class)
    void aTokenGetsWhatIsOfItsAreaAndNothingElse(Area area) {
        JsonNode paths = clerk.described().document().get("paths");
        List<String> wrong = new ArrayList<>();
        for (Token.Scope scope : Token.Scope.values()) {
            Map<Role, Program> programs = new EnumMap<>(Role.class);
            for (Routes.Route route : routes()) {
                Role role = role(route);
                Program program = programs.computeIfAbsent(
                        role, one -> clerk.as(server, TestDistrict.user(one), Reach.of(Map.of(area, scope))));
                Set<String> areas = areas(paths, route);
                boolean allowed = areas.isEmpty() || areas.contains(area.name().toLowerCase(Locale.ROOT));
                boolean changes = !route.method().equals("GET") && scope == Token.Scope.READ;
                int status = ask(program, route).status();
                if ((status == 403) == (allowed && !changes)) {
                    wrong.add(route + " answered " + status + " to " + role + ", " + area + " " + scope);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Role role(Routes.Route route) {
        return switch (route.admits()) {
            case Routes.Admits.Anybody any -> Role.STAFF;
            case Routes.Admits.Holders holders ->
                holders.roles().stream().sorted().findFirst().orElseThrow();
        };
    }

    private static Set<String> areas(JsonNode paths, Routes.Route route) {
        Set<String> areas = new HashSet<>();
        paths.get(route.pattern().replace("{*", "{"))
                .get(route.method().toLowerCase(Locale.ROOT))
                .get("x-token-areas")
                .forEach(one -> areas.add(one.asString()));
        return areas;
    }

    private static boolean isFor(Routes.Route route, Role role) {
        return switch (route.admits()) {
            case Routes.Admits.Anybody any -> true;
            case Routes.Admits.Holders holders ->
                holders.roles().contains(role) || holders.roles().contains(Role.STAFF);
        };
    }

    @Test
    void everyRouteIsDescribedAndEveryReferenceLeadsSomewhere() {
        JsonNode described = clerk.described().document();
        assertThat(described.get("openapi").asString()).isEqualTo("3.1.0");
        Set<String> operations = new HashSet<>();
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation ->
                                operations.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> routes = new HashSet<>();
        server.routes().stream()
                .filter(route -> route.pattern().startsWith(V1))
                .forEach(route ->
                        routes.add(route.method() + " " + route.pattern().replace("{*", "{")));
        assertThat(operations).isEqualTo(routes);
        assertSound(described);
    }

    private static void assertSound(JsonNode described) {
        Set<String> ids = new HashSet<>();
        described
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(one -> {
                    JsonNode operation = one.getValue();
                    assertThat(ids.add(operation.get("operationId").asString()))
                            .as("told twice: " + operation.get("operationId"))
                            .isTrue();
                    Set<String> named = new HashSet<>();
                    operation.get("parameters").forEach(parameter -> {
                        assertThat(parameter.get("in").asString()).isIn("path", "query", "header");
                        if (parameter.get("in").asString().equals("path")) {
                            named.add("{" + parameter.get("name").asString() + "}");
                        }
                    });
                    assertThat(path.getKey().replaceAll("[^{}]*(\\{[^}]*})[^{}]*", "$1"))
                            .as(path.getKey())
                            .satisfies(names ->
                                    named.forEach(name -> assertThat(names).contains(name)));
                    operation.get("responses").properties().forEach(response -> {
                        assertThat(response.getKey()).matches("[1-5]\\d\\d|default");
                        assertThat(response.getValue().get("description").asString())
                                .isNotBlank();
                    });
                }));
        for (String reference : described.findValuesAsString("$ref")) {
            assertThat(described.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    @Test
    void theDescriptionIsWhatOpenApiCallsOne() throws IOException {
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        JsonNode document = clerk.described().document();
        try (InputStream official =
                Objects.requireNonNull(RestRoutesTest.class.getResourceAsStream("/openapi/schema-2026-08-03.json"))) {
            var schema = schemas.getSchema(JsonMapper.shared().readTree(official));
            assertThat(schema.validate(document)).isEmpty();
            JsonNode broken = document.deepCopy();
            ((tools.jackson.databind.node.ObjectNode) broken.get("info")).remove("title");
            assertThat(schema.validate(broken)).isNotEmpty();
        }
        var dialect = schemas.getSchema(
                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        document.get("components")
                .get("schemas")
                .properties()
                .forEach(one -> assertThat(dialect.validate(one.getValue()))
                        .as(one.getKey())
                        .isEmpty());
    }
}
