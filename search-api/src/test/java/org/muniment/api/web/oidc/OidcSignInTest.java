package org.muniment.api.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.api.Console;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;
import org.muniment.provider.TestProvider;

/** Signing in by a real provider, over HTTP. */
class OidcSignInTest {
    @TempDir
    private static Path folder;

    private static TestProvider provider;
    private static TestServer server;

    @BeforeAll
    static void serve() throws IOException {
        provider = TestProvider.start(0);
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        settings(archive, provider.issuer(), "");
        server = TestServer.start(archive);
        provider.admit(server.address());
    }

    static void settings(Path archive, String issuer, String more) throws IOException {
        Path secret = Files.writeString(archive.resolveSibling("secret"), TestProvider.SECRET + "\n");
        Files.writeString(archive.resolve("application.yaml"), """
                muniment:
                  oidc:
                    name: Lincoln Google
                    issuer: %s
                    client-id: muniment
                    client-secret-file: %s
                %s
                """.formatted(issuer, secret, more));
    }

    @AfterAll
    static void end() {
        server.close();
        provider.close();
    }

    @BeforeEach
    void asUsual() {
        provider.tell(Map.of());
    }

    private static Visitor.Answer signIn(Visitor visitor, String address) {
        Visitor.Answer login = visitor.get("/sign-in/district");
        assertThat(login.at().getHost()).as(login.text()).isEqualTo("localhost");
        return visitor.submit(login, Map.of("username", address, "password", TestProvider.PASSWORD));
    }

    private static String refusal(Visitor.Answer answer) {
        assertThat(answer.at().getPath()).as(answer.text()).isEqualTo("/sign-in");
        return answer.page().select(".usa-alert--error").text();
    }

    @Test
    void aPersonComesBackToThePageThatWasAskedForUnderTheNameOfTheAccount() {
        try (Visitor visitor = new Visitor(server)) {
            assertThat(visitor.get("/requests").page().select("#district").text())
                    .isEqualTo("Sign in with Lincoln Google");
            String before = visitor.session();
            Visitor.Answer in = signIn(visitor, "Records.Clerk@District.Example");
            assertThat(in.at().getPath()).as(in.text()).isEqualTo("/requests");
            assertThat(in.text()).contains("Betty Lindqvist");
            assertThat(visitor.session())
                    .as("a session that was known before is none")
                    .isNotEqualTo(before);
            assertThat(visitor.get("/admin/users").status())
                    .as("the account's roles count")
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nobody@district.example, '', '', it opens nothing here",
        "clerk@elsewhere.example, '', '', it opens nothing here",
        "records.clerk@district.example, email_verified, false, does not vouch",
        "records.clerk@district.example, email_verified, '', does not vouch",
        "records.clerk@district.example, email, '', does not vouch",
        "records.clerk@district.example, nonce, another, could not be trusted",
        "records.clerk@district.example, aud, another, could not be trusted",
        "records.clerk@district.example, iss, https://accounts.example, could not be trusted",
    })
    void nobodyElseIsSignedIn(String address, String claim, String value, String words) {
        provider.tell(claim.isEmpty() ? Map.of() : Map.of(claim, value));
        try (Visitor visitor = new Visitor(server)) {
            Visitor.Answer answer = signIn(visitor, address);
            assertThat(refusal(answer)).contains(words).doesNotContain("closed", "account of");
            assertThat(visitor.get("/").at().getPath()).isEqualTo("/sign-in");
        }
    }

    @Test
    void theDomainsOwnerVouchesWhereTheProviderIsMicrosoft() {
        provider.tell(Map.of("email_verified", "", "xms_edov", "1"));
        try (Visitor visitor = new Visitor(server)) {
            assertThat(signIn(visitor, "records.clerk@district.example").at().getPath())
                    .isEqualTo("/");
        }
    }

    @Test
    void anAddressOfTheProvidersAnswerIsGoodOnceAndInItsOwnWindowOnly() {
        try (Visitor owner = new Visitor(server);
                Visitor other = new Visitor(server)) {
            Visitor.Answer login = owner.get("/sign-in/district");
            URI back = owner.without(
                    login, Map.of("username", "records.clerk@district.example", "password", TestProvider.PASSWORD));
            assertThat(back.getPath()).isEqualTo("/sign-in/back");
            assertThat(refusal(other.visit(back)))
                    .as("nobody is signed in as another by a link")
                    .contains("not begun in this window");
            URI forged = URI.create(back.toString().replaceAll("state=[^&]*", "state=forged"));
            assertThat(refusal(owner.visit(forged))).contains("not begun in this window");
            assertThat(owner.visit(back).at().getPath()).isEqualTo("/");
            try (Visitor replay = new Visitor(server)) {
                replay.get("/sign-in/district");
                assertThat(refusal(replay.visit(back))).contains("not begun in this window");
            }
        }
    }

    @Test
    void nothingInTheAddressLeadsElsewhere() {
        try (Visitor visitor = new Visitor(server)) {
            String evil = "https://evil.example/";
            visitor.get("/sign-in?continue=" + evil + "&redirect=" + evil);
            Visitor.Answer login = visitor.get("/sign-in/to/district?redirect_uri=" + evil + "&continue=" + evil);
            Visitor.Answer in = visitor.submit(
                    login, Map.of("username", "records.clerk@district.example", "password", TestProvider.PASSWORD));
            assertThat(in.at().toString()).isEqualTo(server.address() + "/");
        }
    }

    @Test
    void whoIsSignedOutHereIsLedToTheProvidersOwnSigningOut() {
        try (Visitor visitor = new Visitor(server)) {
            signIn(visitor, "records.clerk@district.example");
            Visitor.Answer out = visitor.post("/sign-out", Map.of());
            assertThat(out.at().getPath()).isEqualTo("/sign-in");
            URI there =
                    URI.create(out.page().select("main a:contains(Go on now)").attr("href"));
            assertThat(out.header("Refresh")).isEqualTo("0; url=" + there);
            Visitor.Answer back = visitor.visit(there);
            assertThat(back.at().getPath()).as(back.text()).isEqualTo("/sign-in");
            assertThat(back.header("Refresh")).isEmpty();
            assertThat(visitor.get("/sign-in/district").page().select("input[name=username]"))
                    .as("the provider asks again")
                    .hasSize(1);
        }
    }

    @Test
    void aClosedAccountIsOutAtTheNextPageAndIsNotLetInAgain() {
        try (Visitor visitor = new Visitor(server)) {
            assertThat(signIn(visitor, TestDistrict.address(Role.LEGAL)).at().getPath())
                    .isEqualTo("/");
            switchTo(false);
            Visitor.Answer next = visitor.get("/holds");
            assertThat(refusal(next)).contains("your account here is closed");
            assertThat(refusal(visitor.get("/sign-in/district"))).contains("it opens nothing here");
        } finally {
            switchTo(true);
        }
    }

    private static void switchTo(boolean active) {
        try (Archive archive = Archive.decide(server.archive(), Console.CLOCK)) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.access()
                            .users()
                            .switchTo(
                                    active,
                                    TestDistrict.user(Role.LEGAL),
                                    new Officer("Test District, Set-up"),
                                    Console.CLOCK.instant()));
        }
    }
}
