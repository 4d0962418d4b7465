package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muniment.api.web.Routes.Admits;
import org.muniment.api.web.Routes.Route;
import org.muniment.archive.access.Role;

/** Everything that a page shows or does, held against what programs ask: made from the routes, so that none is forgotten. */
@SuppressWarnings("NullAway.Init")
class RestForPagesTest extends RestCase {
    private static Map<String, Line> table;
    private static Map<String, Route> pages;
    private static Map<String, Route> operations;

    /** @param why empty where there are operations */
    private record Line(String page, List<String> operations, String why) {
        static Line of(String text) {
            String[] parts = text.split(" -> | -- ", 2);
            assertThat(parts).as(text).hasSize(2);
            return text.startsWith(parts[0] + " -> ")
                    ? new Line(parts[0], List.of(parts[1].split(" \\+ ")), "")
                    : new Line(parts[0], List.of(), parts[1]);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        List<Line> lines;
        try (InputStream file = Objects.requireNonNull(RestForPagesTest.class.getResourceAsStream("pages.txt"))) {
            lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        }
        // A page that stands there twice fails here.
        table = lines.stream()
                .collect(Collectors.toMap(Line::page, Function.identity(), RestForPagesTest::twice, TreeMap::new));
        pages = named(server.routes().stream()
                .filter(route -> !route.pattern().startsWith("/api"))
                .filter(route -> !isOfSignIn(route)));
        operations = named(server.routes().stream()
                .filter(route -> route.pattern().startsWith(V1))
                .map(route -> new Route(route.method(), route.pattern().substring(V1.length()), route.admits())));
    }

    private static Line twice(Line one, Line other) {
        throw new AssertionError(one + " and " + other);
    }

    /** How somebody comes in and goes, and what the server says of its own errors. */
    private static boolean isOfSignIn(Route route) {
        return Stream.of("/sign-in", "/sign-out", "/welcome", "/error", "/refused")
                .anyMatch(route.pattern()::startsWith);
    }

    private static Map<String, Route> named(Stream<Route> routes) {
        return routes.collect(Collectors.toMap(
                route -> route.method() + " " + route.pattern(),
                Function.identity(),
                (one, same) -> one,
                TreeMap::new));
    }

    @Test
    void everyPageIsInTheTableAndNoneElse() {
        assertThat(pages).hasSizeGreaterThan(100);
        assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(pages.keySet());
    }

    @Test
    void everyLineNamesOperationsOrSaysWhyNoneIsNeeded() {
        List<String> wrong = new ArrayList<>();
        table.values().forEach(line -> {
            boolean changes = line.page().startsWith("POST ");
            line.operations().stream()
                    .filter(operation -> !operations.containsKey(operation))
                    .forEach(operation -> wrong.add(line.page() + " names " + operation + ", which there is not"));
            if (line.operations().isEmpty() == line.why().isBlank()) {
                wrong.add(line.page() + " needs operations or a reason");
            }
            if (changes
                    && !line.operations().isEmpty()
                    && line.operations().stream().noneMatch(one -> one.startsWith("POST "))) {
                wrong.add(line.page() + " changes something, and none of its operations does");
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverMayOnAPageMayByAProgram() {
        List<String> wrong = new ArrayList<>();
        table.values().stream()
                .filter(line -> pages.containsKey(line.page()))
                .forEach(line -> line.operations()
                        .forEach(operation -> missing(line.page(), operation).ifPresent(wrong::add)));
        assertThat(wrong).isEmpty();
    }

    private static Optional<String> missing(String page, String operation) {
        Route asked = operations.get(operation);
        if (asked == null) {
            return Optional.empty();
        }
        Set<Role> lacking = new HashSet<>(roles(Objects.requireNonNull(pages.get(page))));
        Set<Role> may = roles(asked);
        lacking.removeAll(may);
        return lacking.isEmpty() || may.contains(Role.STAFF)
                ? Optional.empty()
                : Optional.of(page + " is for " + lacking + ", " + operation + " is not");
    }

    @Test
    void nobodyChangesMoreByAProgramThanOnAPage() {
        Map<String, Set<Role>> may = new TreeMap<>();
        table.values().stream()
                .filter(line -> line.page().startsWith("POST "))
                .forEach(line -> line.operations()
                        .forEach(operation -> may.computeIfAbsent(operation, one -> new HashSet<>())
                                .addAll(roles(Objects.requireNonNull(pages.get(line.page()))))));
        List<String> wrong = new ArrayList<>();
        may.forEach((operation, allowed) -> {
            Set<Role> more = new HashSet<>(roles(Objects.requireNonNull(operations.get(operation))));
            more.removeAll(allowed);
            if (!more.isEmpty()) {
                wrong.add(operation + " is also for " + more);
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Set<Role> roles(Route route) {
        return switch (route.admits()) {
            case Admits.Anybody any -> Set.of(Role.values());
            case Admits.Holders holders -> holders.roles();
        };
    }
}
