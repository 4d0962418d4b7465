package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much may be asked for. */
class LimitsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "/health/live, false, 0",
        "/metrics, false, 0",
        "/, false, 1",
        "/search, false, 1",
        "/search, true, 5",
        "/mine, true, 5",
        "/api/v1/search, true, 5",
        "/mine/export, true, 10",
        "/looks.csv, true, 10",
    })
    void searchesAndDownloadsWeighMoreThanPages(String path, boolean asks, long weight) {
        assertThat(new Limits(1200, 3000, 5, 10).weight(path, asks)).isEqualTo(weight);
    }

    @Test
    void aHouseholdIsOneAddress() {
        assertThat(Limits.network("2001:db8:1:2:3::4")).isEqualTo(Limits.network("2001:db8:1:2:ffff::1"));
        assertThat(Limits.network("2001:db8:1:2::1")).isNotEqualTo(Limits.network("2001:db8:1:3::1"));
        assertThat(Limits.network("10.0.0.1")).isNotEqualTo(Limits.network("10.0.0.2"));
    }

    @Test
    void whoAsksTooMuchIsToldToWaitAndNobodyElse() throws IOException {
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        Files.writeString(archive.resolve("application.yaml"), "muniment.limits:\n  person: 40\n  address: 60\n");
        try (TestServer server = TestServer.start(archive);
                Visitor clerk = new Visitor(server);
                Visitor legal = new Visitor(server);
                Visitor nobody = new Visitor(server)) {
            clerk.signIn("clerk");
            legal.signIn("legal");
            Visitor.Answer refused = until429(clerk, "/mine?q=budget", 20);
            assertThat(refused.header("Retry-After")).matches("[1-9]\\d?");
            assertThat(refused.page().select("h1").text()).isEqualTo("One moment, please");
            assertThat(legal.get("/").status())
                    .as("another person at the same address")
                    .isEqualTo(200);
            Visitor.Answer program = until429(nobody, "/api/v1/self", 100);
            assertThat(program.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(program.header("Retry-After")).isNotEmpty();
            assertThat(nobody.get("/sign-in").status()).isEqualTo(429);
            assertThat(nobody.get("/health/live").status()).isEqualTo(200);
            assertThat(legal.get("/").status()).isEqualTo(200);
        }
    }

    private static Visitor.Answer until429(Visitor visitor, String path, int most) {
        for (int i = 0; i < most; i++) {
            Visitor.Answer answer = visitor.get(path);
            if (answer.status() == LimitFilter.TOO_MANY) {
                return answer;
            }
        }
        throw new AssertionError("Never refused: " + path);
    }
}
