package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.Routes.Admits;
import org.muniment.api.web.Routes.Route;
import org.muniment.archive.access.Role;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** A day or a number that can't be read is told with its field, wherever a page takes one; made from the handlers themselves. */
class UnreadFieldTest {
    private static final String WRONG = "soon";

    @TempDir
    private static Path folder;

    private static TestServer server;

    @BeforeAll
    static void serve() {
        server = TestServer.start(TestDistrict.copy(folder.resolve("archive")));
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Visitor as(Role role) {
        return new Visitor(server).signIn(TestDistrict.user(role));
    }

    /** A field that a handler reads. */
    private record Field(RequestMethod method, String pattern, String name, Class<?> type) {
        boolean isDayOrNumber() {
            return List.of(int.class, long.class, double.class, LocalDate.class).contains(type);
        }

        /** One that can be read. */
        String sound() {
            if (type == LocalDate.class) {
                return "2026-11-02";
            }
            return type.isEnum() ? type.getEnumConstants()[0].toString() : isDayOrNumber() ? "3" : "words";
        }
    }

    private static List<Field> fields() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scan.findCandidateComponents("org.muniment.api.web").stream()
                .map(found -> type(Objects.requireNonNull(found.getBeanClassName())))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .flatMap(UnreadFieldTest::fields)
                .filter(field -> !Map.class.isAssignableFrom(field.type()))
                .toList();
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Field> fields(Method handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class);
        return mapping == null || mapping.method().length == 0
                ? Stream.empty()
                : Stream.of(mapping.path())
                        .flatMap(pattern -> Stream.of(handler.getParameters())
                                .flatMap(one -> fields(mapping.method()[0], pattern, one)));
    }

    private static Stream<Field> fields(RequestMethod method, String pattern, Parameter parameter) {
        if (parameter.isAnnotationPresent(RequestParam.class)) {
            return Stream.of(new Field(method, pattern, parameter.getName(), parameter.getType()));
        }
        return parameter.isAnnotationPresent(ModelAttribute.class)
                        && parameter.getType().isRecord()
                ? Stream.of(parameter.getType().getRecordComponents())
                        .map(one -> new Field(method, pattern, one.getName(), one.getType()))
                : Stream.empty();
    }

    private static Map<String, Role> roles() {
        return server.routes().stream()
                .collect(Collectors.toMap(
                        route -> route.method() + " " + route.pattern(), UnreadFieldTest::role, (one, same) -> one));
    }

    private static Role role(Route route) {
        return route.admits() instanceof Admits.Holders holders
                ? holders.roles().stream().sorted().findFirst().orElseThrow()
                : Role.STAFF;
    }

    @Test
    void everyHandlerTellsWhichDayOrNumberItCantRead() {
        Map<String, Role> roles = roles();
        List<Field> all = fields();
        List<Field> fields = all.stream().filter(Field::isDayOrNumber).toList();
        List<String> wrong = new ArrayList<>();
        for (Field field : fields) {
            Role role = Objects.requireNonNull(roles.get(field.method() + " " + field.pattern()), field.toString());
            try (Visitor visitor = as(role)) {
                Visitor.Answer answer = send(visitor, field, all);
                if (answer.status() != 422 || !answer.page().text().contains("“" + WRONG + "” in the field “")) {
                    wrong.add(field + " answered " + answer.status() + " "
                            + answer.page().select("main").text());
                }
            }
        }
        assertThat(fields).hasSizeGreaterThan(12);
        assertThat(wrong).isEmpty();
    }

    /** All that is read at the same place is sound but the one. */
    private static Visitor.Answer send(Visitor visitor, Field wrong, List<Field> fields) {
        String path = wrong.pattern().replaceAll("\\{[^}]*}", "1");
        Map<String, String> form = new TreeMap<>();
        fields.stream()
                .filter(one -> one.pattern().equals(wrong.pattern()) && one.method() == wrong.method())
                .forEach(one -> form.put(one.name(), one.sound()));
        form.put(wrong.name(), WRONG);
        if (wrong.method() == RequestMethod.GET) {
            return visitor.get(
                    path + "?" + form.entrySet().stream().map(Object::toString).collect(Collectors.joining("&")));
        }
        visitor.get("/account");
        return visitor.post(path, form);
    }

    @Test
    void monitoringWithoutWhoAuthorisedItIsToldBesideTheField() {
        try (Visitor legal = as(Role.LEGAL)) {
            for (String asked :
                    List.of("/search?q=budget&for=monitoring", "/items/" + "0".repeat(24) + "?for=monitoring")) {
                for (String by : List.of("", "&by=", "&by=+++")) {
                    Visitor.Answer answer = legal.get(asked + by);
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(answer.page().select("#by-wrong + input[name=by][aria-invalid=true]"))
                            .hasSize(1);
                    assertThat(answer.page().select("#for option[selected]").eachAttr("value"))
                            .containsExactly("monitoring");
                }
            }
            assertThat(legal.get("/search?q=budget&for=monitoring&by=Ann+Lee")
                            .page()
                            .select("#by-wrong"))
                    .isEmpty();
        }
    }
}
