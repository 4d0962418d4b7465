package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.api.rest.Program;
import org.muniment.api.web.Routes.Admits;
import org.muniment.api.web.Routes.Route;
import org.muniment.archive.access.Role;

/**
 * Every route that names something, with every role and names of things that are there: of somebody else, of another request,
 * of an office's that the role is not of. Made from the routes themselves.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignNamesTest {
    private static final int FORBIDDEN = 403;
    private static final int MISSING = 404;
    private static final int FAILED = 500;

    /** What a program must send for its request to be understood; nothing else. */
    private static final Map<String, String> BODIES = Map.of(
            "/api/v1/items/{item}/declaration",
            "{\"recordClass\":1,\"series\":\"X-1\"}",
            "/api/v1/requests/{request}/items/{item}/redactions",
            "{\"exemption\":\"ssn\",\"words\":\"budget\"}",
            "/api/v1/requests/{request}/items/{item}/pages/{document}/{page}/marks",
            "{\"exemption\":\"ssn\",\"hidden\":\"\",\"words\":[1]}");

    @TempDir
    private static Path folder;

    private static final Map<Role, Visitor> VISITORS = new EnumMap<>(Role.class);
    private static final Map<Role, Program> PROGRAMS = new EnumMap<>(Role.class);
    private static WorkedDistrict district;
    private static Names names;

    @BeforeAll
    static void work() throws InterruptedException {
        district = WorkedDistrict.start(folder);
        names = district.work();
        for (Role role : Role.values()) {
            VISITORS.put(role, new Visitor(district.server()).signIn(TestDistrict.user(role)));
            PROGRAMS.put(role, Program.of(district.server(), TestDistrict.user(role)));
        }
    }

    @AfterAll
    static void end() {
        VISITORS.values().forEach(Visitor::close);
        district.close();
    }

    /** What came back, without what differs from one answer to the next. */
    private record Said(int status, String words) {}

    private static Said ask(Role role, Route route, String address) {
        return route.pattern().startsWith("/api/") ? program(role, route, address) : page(role, route, address);
    }

    private static Said page(Role role, Route route, String address) {
        Visitor visitor = Objects.requireNonNull(VISITORS.get(role));
        Visitor.Answer answer = route.method().equals("GET")
                ? visitor.get(address)
                : visitor.post(address, Map.of("nothing", "at all"));
        boolean isPage = answer.header("Content-Type").startsWith("text/html");
        return new Said(answer.status(), isPage ? answer.page().select("main").text() : "");
    }

    private static Said program(Role role, Route route, String address) {
        Program program = Objects.requireNonNull(PROGRAMS.get(role));
        Program.Answer answer = route.method().equals("GET")
                ? program.get(address)
                : program.post(address, BODIES.getOrDefault(route.pattern(), "{}"));
        return new Said(
                answer.status(),
                answer.header("Content-Type").startsWith("application/problem")
                        ? answer.json().get("detail").asString()
                        : "");
    }

    private static List<Route> named() {
        List<Route> named = district.server().routes().stream()
                .filter(Names::hasName)
                .filter(route -> !route.pattern().endsWith("**"))
                .toList();
        assertThat(named).hasSizeGreaterThan(120);
        return named;
    }

    private static boolean isFor(Route route, Role role) {
        return switch (route.admits()) {
            case Admits.Anybody any -> true;
            case Admits.Holders holders ->
                holders.roles().contains(role) || holders.roles().contains(Role.STAFF);
        };
    }

    @Test
    @Order(1)
    void everyNameStandsForSomethingThatIsThere() {
        List<String> unseen = new ArrayList<>();
        for (Route route : named()) {
            // The link of the first account is good while nobody has one.
            if (!route.method().equals("GET") || route.pattern().equals("/first/{link}")) {
                continue;
            }
            List<Integer> answers = List.of(Role.values()).stream()
                    .filter(role -> isFor(route, role))
                    .map(role -> ask(role, route, names.known(route)).status())
                    .toList();
            if (!answers.contains(200)) {
                unseen.add(route.pattern() + " at " + names.known(route) + " answered " + answers);
            }
        }
        assertThat(unseen).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @Order(2)
    void whoeverARouteIsNotForIsNotToldWhatIsThere(Role role) {
        List<String> wrong = new ArrayList<>();
        for (Route route : named()) {
            if (isFor(route, role)) {
                continue;
            }
            Said there = ask(role, route, names.known(route));
            if (there.status() != FORBIDDEN || !there.equals(ask(role, route, names.none(route)))) {
                wrong.add(route + " said " + there);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    @Order(3)
    void whatIsSomebodyElsesIsAnsweredLikeWhatIsNotThere(Role role) {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Route route : named()) {
            String others = names.others(route).orElse("");
            if (others.isEmpty() || !isFor(route, role) || seesAll(route, role)) {
                continue;
            }
            asked++;
            Said foreign = ask(role, route, others);
            if (foreign.status() != MISSING || !foreign.equals(ask(role, route, names.none(route)))) {
                wrong.add(route.method() + " " + others + " said " + foreign);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(10);
    }

    /** Those who look after the machine and those who check see everybody's jobs. */
    private static boolean seesAll(Route route, Role role) {
        return route.pattern().contains("/jobs/") && (role == Role.ADMINISTRATOR || role == Role.AUDITOR);
    }

    @Test
    @Order(4)
    void anItemThatARequestDoesNotAskForIsNotThereByAParameterEither() {
        for (Names.Foreign foreign : names.foreign()) {
            for (Role role : List.of(Role.CLERK, Role.LEGAL)) {
                Visitor visitor = Objects.requireNonNull(VISITORS.get(role));
                Visitor.Answer answer = foreign.form().isEmpty()
                        ? visitor.get(foreign.address())
                        : visitor.post(foreign.address(), foreign.form());
                assertThat(answer.status()).as(foreign.toString()).isEqualTo(MISSING);
            }
        }
    }

    /** The last: what it sends with the right name may be done. */
    @ParameterizedTest
    @EnumSource(Role.class)
    @Order(5)
    void aFormWithoutItsFieldsFailsNothing(Role role) {
        List<String> wrong = new ArrayList<>();
        for (Route route : named()) {
            if (!route.method().equals("GET") && isFor(route, role)) {
                Said said = ask(role, route, names.known(route));
                if (said.status() >= FAILED) {
                    wrong.add(route + " said " + said);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }
}
