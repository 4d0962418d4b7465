package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console;
import org.muniment.api.ExitCode;

/** Signing in and out, and what stands around every page. */
class FramePagesTest {
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
    void whoeverAsksForAPageSignsInFirstAndThenSeesIt() {
        try (Visitor visitor = new Visitor(server)) {
            assertThat(visitor.get("/jobs/J7").at().getPath()).isEqualTo("/sign-in");
            Visitor.Answer answer =
                    visitor.post("/sign-in", Map.of("user", "clerk", "password", TestDistrict.PASSWORD));
            assertThat(answer.at().getPath()).isEqualTo("/jobs/J7");
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void aPortThatIsTakenIsNamedWithWhatToDo() {
        String port = String.valueOf(server.server().port());
        Console.Said said = new Console(server.archive()).run("serve", "--port", port);
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(said.err()).contains("Another program answers at port " + port, "--port");
    }

    @Test
    void aWrongPasswordIsAnsweredWithTheSameWordsAsAnUnknownName() {
        try (Visitor visitor = new Visitor(server)) {
            visitor.get("/sign-in");
            String wrong = problem(visitor.post("/sign-in", Map.of("user", "auditor", "password", "no")));
            String unknown = problem(visitor.post("/sign-in", Map.of("user", "nobody", "password", "no")));
            assertThat(wrong).contains("do not go together").isEqualTo(unknown);
        }
    }

    private static String problem(Visitor.Answer answer) {
        return answer.page().select(".usa-alert--error").text();
    }

    @Test
    void whoeverSignedOutMustSignInAgain() {
        try (Visitor visitor = new Visitor(server).signIn("legal")) {
            assertThat(visitor.get("/").page().select(".mu-person").text()).contains("Ann Lee");
            assertThat(visitor.post("/sign-out", Map.of()).page().text()).contains("You are signed out.");
            assertThat(visitor.get("/").at().getPath()).isEqualTo("/sign-in");
        }
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        try (Visitor visitor = new Visitor(server).signIn("legal")) {
            assertThat(new Visitor(server).post("/sign-out", Map.of()).status()).isEqualTo(403);
            assertThat(visitor.get("/").at().getPath()).isEqualTo("/");
        }
    }

    @Test
    void nothingInAPageMayRunThatIsNotAFileOfThisServer() {
        try (Visitor visitor = new Visitor(server).signIn("clerk")) {
            Visitor.Answer answer = visitor.get("/");
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.page().select("[style], script:not([src])")).isEmpty();
            answer.page().select("script[src], link[href]").forEach(link -> {
                String file = link.hasAttr("src") ? link.attr("src") : link.attr("href");
                assertThat(file).startsWith("/assets/");
                assertThat(visitor.get(file).status()).as(file).isEqualTo(200);
            });
        }
    }
}
