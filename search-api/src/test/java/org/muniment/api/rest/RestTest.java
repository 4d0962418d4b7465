package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.muniment.api.web.Visitor;
import org.muniment.archive.access.Reach;
import org.muniment.archive.access.Token;

/** The REST interface over real HTTP, on the sample district. */
class RestTest extends RestCase {
    @Test
    void withoutAGoodTokenNothingIsAnsweredAndACookieCountsForNothing() {
        assertProblem(clerk.with("").get(V1 + "/me"), 401, "token");
        assertProblem(clerk.with("mun_nothing").get(V1 + "/me"), 401, "token");
        assertThat(clerk.with("").get(V1 + "/me").header("WWW-Authenticate")).startsWith("Bearer");
        try (Visitor visitor = new Visitor(server).signIn("clerk")) {
            assertThat(visitor.get(V1 + "/me").status()).isEqualTo(401);
        }
        assertThat(clerk.get(V1 + "/me").json().get("user").asString()).isEqualTo("clerk");
        assertThat(clerk.get(V1 + "/me").header("Set-Cookie")).isEmpty();
    }

    @Test
    void aTokenForReadingChangesNothing() {
        Program reader = Program.of(server, "clerk", Reach.whole(Token.Scope.READ));
        assertThat(reader.get(V1 + "/requests").status()).isEqualTo(200);
        assertProblem(reader.post(V1 + "/requests", "{}"), 403, "change");
    }

    @Test
    void aRequestSentTwiceIsDoneOnce() {
        String body = "{\"summary\":\"Once only\",\"scope\":{\"query\":\"lunch\"}}";
        Program.Answer first = clerk.postUnder("once-1", V1 + "/requests", body);
        Program.Answer again = clerk.postUnder("once-1", V1 + "/requests", body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertProblem(
                clerk.postUnder("once-1", V1 + "/requests", body.replace("Once", "Twice")), 422, "another request");
        assertThat(legal.postUnder("once-1", V1 + "/holds", "{}").status()).isEqualTo(422);
        assertProblem(
                clerk.send(clerk.to(V1 + "/requests")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))),
                400,
                "Idempotency-Key");
    }

    @Test
    void whatWasRefusedMayBeSentAgainUnderItsKey() {
        assertProblem(clerk.postUnder("again-1", V1 + "/requests", "{\"sumary\":\"x\"}"), 422, "sumary");
        assertThat(clerk.postUnder("again-1", V1 + "/requests", "{\"summary\":\"x\",\"scope\":{\"query\":\"lunch\"}}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aChangeNamesTheStateThatItIsAbout() {
        String id = request();
        String path = V1 + "/requests/" + id;
        String tag = clerk.get(path).header("ETag");
        assertThat(clerk.get(path, "If-None-Match", tag).status()).isEqualTo(304);
        String close = "{\"outcome\":\"Withdrawn by the requester\"}";
        assertProblem(clerk.post(path + "/close", close), 428, "If-Match");
        assertProblem(clerk.post(path + "/close", close, "If-Match", "\"other\""), 412, "changed");
        Program.Answer closed = clerk.post(path + "/close", close, "If-Match", tag);
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.json().get("state").asString()).isEqualTo("closed");
        assertThat(closed.header("ETag"))
                .isNotEqualTo(tag)
                .isEqualTo(clerk.get(path).header("ETag"));
        assertProblem(clerk.post(path + "/close", close, "If-Match", tag), 412, "changed");
    }

    @Test
    void aHoldBindsWhenItIsAnsweredAndTwoPersonsReleaseIt() throws InterruptedException {
        Program.Answer placed = legal.post(
                V1 + "/holds",
                "{\"matter\":\"Doe v. District\",\"kind\":\"litigation\",\"scope\":{\"query\":\"field w/3 lights\"}}");
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        String path = placed.header("Location");
        listed();
        assertThat(placed.json().get("state").asString()).isEqualTo("in force");
        Program.Answer asked = legal.post(
                path + "/release",
                "{\"reason\":\"Settled\"}",
                "If-Match",
                legal.get(path).header("ETag"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertProblem(legal.post(path + "/approve", "{}", "If-Match", asked.header("ETag")), 409, "");
        Program.Answer approved = officer.post(path + "/approve", "{\"coolOff\":60}", "If-Match", asked.header("ETag"));
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.json().get("state").asString()).isEqualTo("cooling off");
        assertProblem(
                legal.post(V1 + "/holds", "{\"matter\":\"x\",\"kind\":\"litigation\",\"custodian\":\"a@b.example\"}"),
                422,
                "custodian");
        assertProblem(
                legal.post(V1 + "/holds", "{\"matter\":\"x\",\"kind\":\"revenge\",\"scope\":{}}"), 422, "litigation");
    }

    /** Waits until what was placed is listed: what a hold caught is part of what it is said to be. */
    private static void listed() throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            if (admin.get(V1 + "/jobs")
                    .json()
                    .get("items")
                    .valueStream()
                    .noneMatch(job -> job.get("state").asString().equals("running"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("A job does not end");
    }

    @Test
    void theArchiveIsVerifiedByAJob() throws InterruptedException {
        assertThat(done(admin, admin.post(V1 + "/jobs/verify", "{\"sample\":5}")))
                .contains("No fault found");
    }
}
