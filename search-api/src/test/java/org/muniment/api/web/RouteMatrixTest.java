package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.api.web.Routes.Admits;
import org.muniment.api.web.Routes.Route;
import org.muniment.archive.access.Role;

/** Every route with every role, made from the routes themselves, so that a new one can't be forgotten. */
class RouteMatrixTest {
    private static final int FORBIDDEN = 403;
    private static final int FAILED = 500;

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

    @Test
    void thereAreRoutes() {
        assertThat(server.server().routes())
                .extracting(Route::pattern)
                .contains("/", "/sign-in", "/jobs/{id}")
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleGetsWhatIsItsOwnAndNothingElse(Role role) {
        List<String> wrong = new ArrayList<>();
        try (Visitor visitor = new Visitor(server).signIn(TestDistrict.user(role))) {
            for (Route route : pages()) {
                if (isLeaving(route)) {
                    continue;
                }
                Visitor.Answer answer = ask(visitor, route);
                boolean refused =
                        answer.status() == FORBIDDEN || answer.at().getPath().equals("/sign-in");
                if (refused == isFor(route, role) || answer.status() >= FAILED) {
                    wrong.add(route + " answered " + answer.status() + " at " + answer.at());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoeverHasNotSignedInGetsTheOpenPagesOnly() {
        List<String> wrong = new ArrayList<>();
        for (Route route : pages()) {
            try (Visitor visitor = new Visitor(server)) {
                // For the token that forms carry.
                visitor.get("/sign-in");
                Visitor.Answer answer = ask(visitor, route);
                boolean sentToSignIn = answer.at().getPath().equals("/sign-in")
                        && !route.pattern().equals("/sign-in");
                boolean refused = sentToSignIn || answer.status() == FORBIDDEN || answer.status() == 401;
                if (refused == isOpen(route)) {
                    wrong.add(route + " answered " + answer.status() + " at " + answer.at());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Those for programs, who come with a token, are asked in RestTest. */
    private static List<Route> pages() {
        return server.server().routes().stream()
                .filter(route -> !route.pattern().startsWith("/api/"))
                .toList();
    }

    /** The page that says that a role is missing answers 403 to all; whoever signs out is signed out. */
    private static boolean isLeaving(Route route) {
        return route.pattern().equals(ErrorPages.REFUSED) || route.pattern().equals("/sign-out");
    }

    private static boolean isFor(Route route, Role role) {
        return switch (route.admits()) {
            case Admits.Anybody any -> true;
            // Everybody is staff, whatever else.
            case Admits.Holders holders ->
                holders.roles().contains(role) || holders.roles().contains(Role.STAFF);
        };
    }

    private static boolean isOpen(Route route) {
        return route.admits() instanceof Admits.Anybody && !isLeaving(route);
    }

    /** With ids of nothing: whoever may use the route is told that there is no such thing. */
    private static Visitor.Answer ask(Visitor visitor, Route route) {
        String path = route.pattern().replaceAll("\\{[^}]*}", "x0").replace("**", "x0");
        return switch (route.method()) {
            case "GET" -> visitor.get(path);
            case "POST" -> visitor.post(path, Map.of("nothing", "at all"));
            case String other -> visitor.send(other, path);
        };
    }

    @Test
    void whatIsNoRouteIsNotThereForWhoeverSignedIn() {
        try (Visitor visitor = new Visitor(server).signIn(TestDistrict.user(Role.STAFF))) {
            assertThat(visitor.get("/no/such/page").status()).isEqualTo(404);
            assertThat(Optional.ofNullable(visitor.get("/no/such/page").page().selectFirst("h1")))
                    .hasValueSatisfying(title -> assertThat(title.text()).isEqualTo("There is nothing here"));
        }
    }
}
