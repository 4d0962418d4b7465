package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.web.TestDistrict;
import org.muniment.api.web.TestServer;
import tools.jackson.databind.JsonNode;

/** A server over the sample district, and a program for each person; each answer is held against the description. */
@SuppressWarnings("NullAway.Init")
abstract class RestCase {
    static final String V1 = "/api/v1";

    @TempDir
    static Path folder;

    static TestServer server;
    static Program clerk;
    static Program legal;
    static Program officer;
    static Program staff;
    static Program admin;
    static Program auditor;

    @BeforeAll
    static void serve() throws IOException {
        Path archive = TestDistrict.copy(folder.resolve("archive"));
        Files.writeString(archive.resolve("application.yaml"), "muniment:\n  upload:\n    largest: 1MB\n");
        server = TestServer.start(archive);
        clerk = Program.of(server, "clerk");
        legal = Program.of(server, "legal");
        officer = Program.of(server, "officer");
        staff = Program.of(server, "staff");
        admin = Program.of(server, "admin");
        auditor = Program.of(server, "auditor");
    }

    @AfterAll
    static void end() {
        server.close();
    }

    /** A new request for what has to do with the budget. */
    static String request() {
        Program.Answer opened = clerk.post(
                V1 + "/requests",
                "{\"requester\":\"Dana Reyes\",\"summary\":\"Mail on the budget\",\"scope\":{\"query\":\"budget\"}}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.header("Location"))
                .isEqualTo(V1 + "/requests/" + opened.json().get("id").asString());
        return opened.json().get("id").asString();
    }

    static void assertProblem(Program.Answer answer, int status, String words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.json().get("detail").asString()).contains(words);
        assertThat(answer.text()).doesNotContain("Exception", "\tat ");
    }

    static Program.Answer ok(int status, Program.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer;
    }

    /** A deed on the state that is there now. */
    static Program.Answer change(Program who, String thing, String deed, String body) {
        return who.post(V1 + thing + deed, body, "If-Match", who.get(V1 + thing).header("ETag"));
    }

    /** What came of a job that was begun, when it has ended. */
    static JsonNode ended(Program who, Program.Answer begun) throws InterruptedException {
        return who.ended(ok(202, begun));
    }

    /** The words of a job that went well. */
    static String done(Program who, Program.Answer begun) throws InterruptedException {
        JsonNode job = ended(who, begun);
        assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
        return job.get("words").asString();
    }
}
