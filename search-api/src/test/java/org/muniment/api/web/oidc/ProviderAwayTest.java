package org.muniment.api.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import org.muniment.api.web.Visitor;
import org.muniment.provider.TestProvider;

/** A provider that is away when the server starts, and passwords for administrators only. */
class ProviderAwayTest {
    @TempDir
    private Path folder;

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Visitor.Answer local(Visitor visitor, String user) {
        visitor.get("/sign-in");
        return visitor.post("/sign-in", Map.of("user", user, "password", TestDistrict.PASSWORD));
    }

    @Test
    void theServerStartsAdministratorsComeInAndTheButtonSaysSoUntilTheProviderIsBack() throws IOException {
        int port = free();
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        OidcSignInTest.settings(archive, "http://localhost:" + port, "  local-sign-in: administrators");
        try (TestServer server = TestServer.start(archive);
                Visitor admin = new Visitor(server);
                Visitor clerk = new Visitor(server)) {
            assertThat(local(admin, "admin").at().getPath()).isEqualTo("/");
            assertThat(local(clerk, "clerk").page().select(".usa-alert--error").text())
                    .contains("for administrators. Sign in with Lincoln Google");
            for (String path : new String[] {"/sign-in/district", "/sign-in/to/district"}) {
                Visitor.Answer away = clerk.get(path);
                assertThat(away.at().getPath()).as(away.text()).isEqualTo("/sign-in");
                assertThat(away.page().select(".usa-alert--error").text())
                        .isEqualTo(
                                "The sign-in page of Lincoln Google does not answer now. Try again in a few minutes.");
            }
            try (TestProvider provider = TestProvider.start(port)) {
                provider.admit(server.address());
                Visitor.Answer login = clerk.get("/sign-in/district");
                assertThat(clerk.submit(
                                        login,
                                        Map.of(
                                                "username",
                                                "records.clerk@district.example",
                                                "password",
                                                TestProvider.PASSWORD))
                                .at()
                                .getPath())
                        .isEqualTo("/");
            }
        }
    }
}
