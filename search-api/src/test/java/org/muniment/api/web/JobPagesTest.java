package org.muniment.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.rest.Program;
import tools.jackson.databind.JsonNode;

/** Jobs outlast the server: their names are given once, and what was broken off goes on. */
class JobPagesTest {
    private static final String RUN = "state";

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void copy() {
        home = TestDistrict.copy(folder.resolve("archive"));
    }

    @Test
    void namesGoOnAfterARestartAndAnOldAddressShowsTheOldJob() {
        try (TestServer server = TestServer.start(home);
                Visitor admin = new Visitor(server).signIn("admin")) {
            admin.get("/admin");
            Visitor.Answer first = admin.post("/admin/catch-up", Map.of());
            assertThat(first.at().getPath()).isEqualTo("/jobs/J1");
            assertThat(admin.ended(first)).contains("The index has");
        }
        try (TestServer server = TestServer.start(home);
                Visitor admin = new Visitor(server).signIn("admin")) {
            admin.get("/admin");
            Visitor.Answer second = admin.post("/admin/verify", Map.of());
            assertThat(second.at().getPath()).isEqualTo("/jobs/J2");
            assertThat(admin.get("/jobs/J1").page().text()).contains("Bring the index up to date", "The index has");
            assertThat(admin.get("/jobs/J3").status()).isEqualTo(404);
            admin.ended(second);
        }
    }

    @Test
    void whatTheServersEndBrokeOffGoesOnOnceForWhoMayBeginIt() {
        BrokenJob.leave(home, "J7", "Carry out approved plans", "officer", "execution");
        BrokenJob.leave(home, "J8", "Prove the archive", "admin", "");
        try (TestServer server = TestServer.start(home);
                Visitor officer = new Visitor(server).signIn("officer");
                Visitor admin = new Visitor(server).signIn("admin")) {
            assertThat(officer.get("/jobs/J7").page().text()).contains("The server ended while", "Let it go on");
            assertThat(officer.get("/jobs/J8").status()).isEqualTo(404);
            assertThat(officer.send("POST", "/jobs/J8/restart").status()).isEqualTo(404);

            assertThat(admin.get("/admin/jobs").page().select("form[action$=restart]"))
                    .isEmpty();
            assertThat(refusal(admin.post("/jobs/J7/restart", Map.of()))).contains("records officer");
            admin.get("/jobs/J8");
            assertThat(refusal(admin.post("/jobs/J8/restart", Map.of()))).contains("Ask for it again");

            officer.get("/jobs/J7");
            Visitor.Answer next = officer.post("/jobs/J7/restart", Map.of());
            assertThat(next.at().getPath()).isEqualTo("/jobs/J9");
            assertThat(officer.ended(next)).contains("Nothing is to be carried out today");
            assertThat(officer.get("/jobs/J7").page().select("main").text()).contains("It went on as job J9");
            assertThat(refusal(officer.post("/jobs/J7/restart", Map.of()))).contains("went on as J9 already");
            assertThat(refusal(officer.post("/jobs/J9/restart", Map.of()))).contains("J9 is done");
        }
    }

    private static String refusal(Visitor.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.page().select("[role=alert]").text();
    }

    @Test
    void aFailedBundleIsBuiltWhenWhatWasMissingIsDone() {
        try (TestServer server = TestServer.start(home);
                Visitor clerk = new Visitor(server).signIn("clerk")) {
            clerk.get("/requests/new");
            clerk.post("/requests", Map.of("received", "2026-10-31", "words", "Lights", "query", "stadium w/5 lights"));
            assertThat(clerk.ended(clerk.post("/requests/R1/production", Map.of())))
                    .contains("Not done");
            clerk.get("/jobs/J1");
            assertThat(clerk.ended(clerk.post("/jobs/J1/restart", Map.of()))).contains("Not done");
            assertThat(clerk.get("/jobs/J2").page().select("form[action='/jobs/J2/restart']"))
                    .hasSize(1);
        }
    }

    @Test
    void aProgramLetsAJobGoOnWithATokenOfItsArea() throws InterruptedException {
        BrokenJob.leave(home, "J2", "Carry out approved plans", "officer", "execution");
        BrokenJob.leave(home, "J3", "Bring the index up to date", "admin", "index");
        try (TestServer server = TestServer.start(home)) {
            Program officer = Program.of(server, "officer");
            Program admin = Program.of(server, "admin");
            JsonNode broken = officer.get("/api/v1/jobs/J2").json();
            assertThat(broken.get(RUN).asString()).isEqualTo("failed");
            assertThat(broken.get("resumable").asBoolean()).isTrue();
            assertThat(officer.post("/api/v1/jobs/J3/restart", "{}").status()).isEqualTo(404);
            assertThat(admin.post("/api/v1/jobs/J2/restart", "{}").status()).isEqualTo(409);
            assertThat(admin.ended(admin.post("/api/v1/jobs/J3/restart", "{}"))
                            .get(RUN)
                            .asString())
                    .isEqualTo("done");
            assertThat(admin.get("/api/v1/jobs/J3").json().get("goneOnAs").asString())
                    .isEqualTo("J4");
        }
    }
}
