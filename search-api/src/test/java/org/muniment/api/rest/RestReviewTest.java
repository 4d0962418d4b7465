package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The review of a request by programs: what is decided, drawn, noted, and what a hold means; the rules are the pages'. */
class RestReviewTest extends RestCase {
    private static JsonNode items(String path) {
        return ok(200, clerk.get(V1 + path)).json().get("items");
    }

    private static String first(String request) {
        return items("/requests/" + request + "/items?limit=1")
                .get(0)
                .get("item")
                .asString();
    }

    @Test
    void whoeverAsksForASecondLookIsNotTheSecondReader() {
        String request = request();
        String item = first(request);
        String codings = V1 + "/requests/" + request + "/codings";
        String decide = "{\"items\":[\"" + item + "\"],\"decision\":\"%s\"}";
        ok(200, clerk.post(codings, decide.formatted("second-look")));
        assertProblem(clerk.post(codings, decide.formatted("responsive")), 409, "another person");
        ok(200, legal.post(codings, decide.formatted("responsive")));
        String other = clerk.get(V1 + "/search?limit=1&q=NOT%20budget&for=request:" + request)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertProblem(
                clerk.post(codings, "{\"items\":[\"" + other + "\"],\"decision\":\"responsive\"}"), 404, "nothing");
        assertProblem(clerk.post(codings, decide.formatted("exempt")), 422, "");
    }

    @Test
    void wordsAndPassagesAreRemovedAndLiftedAgain() {
        String request = request();
        String of = "/requests/" + request + "/items/" + first(request);
        JsonNode body = items(of + "/parts")
                .valueStream()
                .filter(part -> part.get("part").asString().equals("body"))
                .findFirst()
                .orElseThrow();
        String passage = "{\"exemption\":\"ssn\",\"part\":\"body\",\"start\":0,\"end\":4,\"measured\":\"%s\"}";
        assertProblem(clerk.post(V1 + of + "/redactions", passage.formatted("0")), 409, "reads differently");
        JsonNode drawn = ok(
                        200,
                        clerk.post(
                                V1 + of + "/redactions",
                                passage.formatted(body.get("measured").asString())))
                .json();
        assertThat(drawn.get("redactions").size()).isEqualTo(1);
        String words = body.get("text").asString().strip().split("\\s+")[1].replace("\"", "");
        ok(200, clerk.post(V1 + of + "/redactions", "{\"exemption\":\"ssn\",\"words\":\"" + words + "\"}"));
        assertProblem(
                clerk.post(V1 + of + "/redactions", "{\"exemption\":\"ssn\",\"words\":\"no such words\"}"), 409, "");
        assertProblem(clerk.post(V1 + of + "/redactions", "{\"exemption\":\"ssn\"}"), 422, "passage");
        assertProblem(clerk.post(V1 + of + "/redactions", "{\"words\":\"x\"}"), 422, "exemption");
        String refuse = V1 + "/requests/" + request + "/redactions/refuse";
        assertThat(ok(
                                200,
                                clerk.post(
                                        refuse,
                                        "{\"redactions\":"
                                                + drawn.get("redactions").toString() + "}"))
                        .json()
                        .get("changed")
                        .asInt())
                .isEqualTo(1);
        assertProblem(clerk.post(refuse, "{\"kind\":\"x\",\"item\":\"y\"}"), 422, "Send one of");
        assertThat(ok(200, clerk.post(refuse, "{\"kind\":\"nothing of this kind\"}"))
                        .json()
                        .get("changed")
                        .asInt())
                .isZero();
    }

    @Test
    void aPageIsLookedAtAndMarked() {
        String request = request();
        String item = first(request);
        String page = V1 + "/requests/" + request + "/items/" + item + "/pages/0/1";
        JsonNode sheet = ok(200, clerk.get(page)).json();
        assertThat(ok(200, clerk.get(page + "/picture")).response().body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(auditor.get(V1 + "/looks?limit=1&user=clerk")
                        .json()
                        .get("items")
                        .get(0)
                        .get("item")
                        .asString())
                .isEqualTo(item);
        int word = sheet.get("lines")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(one -> one.get("isFree").asBoolean())
                .findFirst()
                .orElseThrow()
                .get("number")
                .asInt();
        String mark =
                "{\"exemption\":\"ssn\",\"hidden\":\"" + sheet.get("hidden").asString() + "\",%s}";
        assertThat(ok(200, clerk.post(page + "/marks", mark.formatted("\"words\":[" + word + "]")))
                        .json()
                        .get("redactions")
                        .size())
                .isEqualTo(1);
        String area = "\"area\":{\"left\":0.0,\"top\":0.0,\"width\":1.0,\"height\":1.0}";
        assertProblem(clerk.post(page + "/marks", mark.formatted(area)), 409, "Something else");
        assertProblem(clerk.post(page + "/marks", mark.formatted("\"words\":[]")), 422, "Send words");
        assertProblem(clerk.get(page.replace("/0/1", "/0/999")), 404, "nothing");
        assertProblem(clerk.get(page.replace("/0/1", "/x/1")), 404, "nothing");
        assertThat(officer.get(page).status()).isEqualTo(403);
    }

    @Test
    void stepsAndNotesAreTakenAndTheHoldOfAClosedRequestEnds() {
        String request = request();
        String path = V1 + "/requests/" + request;
        assertProblem(clerk.post(path + "/steps", "{\"step\":\"noted\"}"), 409, "");
        ok(200, clerk.post(path + "/steps", "{\"step\":\"assisted\",\"words\":\"Named the office\"}"));
        assertThat(ok(200, legal.get(path + "/steps")).text()).contains("Named the office");
        assertThat(legal.post(path + "/steps", "{\"step\":\"noted\",\"words\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(ok(200, clerk.get(V1 + "/requests/log")).text()).contains(request);
        assertThat(ok(200, legal.get(path + "/overlaps")).json().get("items").isArray())
                .isTrue();
        assertProblem(legal.post(path + "/hold/release", "{}"), 409, "open request");
        ok(200, change(clerk, "/requests/" + request, "/close", "{\"outcome\":\"Withdrawn\"}"));
        assertProblem(clerk.post(path + "/hold/release", "{}"), 409, "");
        assertThat(ok(200, legal.post(path + "/hold/release", "{}"))
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("cooling off");
    }

    @Test
    void whatWordsMayMeanIsProposedAndCountedWithoutEnteringIt() {
        String words = "{\"words\":\"All mail about the budget cuts from July 2024 to June 2025\"}";
        JsonNode proposal =
                ok(200, clerk.post(V1 + "/requests/proposal", words)).json();
        assertThat(proposal.get("from").asString()).isEqualTo("2024-07-01");
        long before = items("/requests?all=true").size();
        JsonNode preview = ok(
                        200,
                        clerk.post(
                                V1 + "/requests/preview",
                                "{\"summary\":\"Budget cuts\",\"received\":\"2026-10-01\",\"scope\":{\"query\":\"budget\"}}"))
                .json();
        assertThat(preview.get("items").asLong()).isPositive();
        assertThat(items("/requests?all=true").size()).isEqualTo((int) before);
        assertProblem(clerk.post(V1 + "/requests/preview", "{\"summary\":\"x\"}"), 422, "scope");
        ok(200, clerk.post(V1 + "/letterhead", "{\"text\":\"Alder Creek Unified\\n12 Main St\"}"));
        assertThat(ok(200, legal.get(V1 + "/letterhead")).text()).contains("Alder Creek");
    }

    @Test
    void whatAHoldMeansIsSaidWithoutWordsUnlessForAPurpose() {
        JsonNode preview = ok(200, legal.post(V1 + "/holds/preview", "{\"query\":\"budget\"}"))
                .json();
        assertThat(preview.get("items").asLong()).isPositive();
        assertThat(clerk.post(V1 + "/holds/preview", "{}").status()).isEqualTo(403);
        String request = request();
        String hold = ok(200, clerk.get(V1 + "/requests/" + request))
                .json()
                .get("hold")
                .asString();
        JsonNode whole = ok(200, officer.get(V1 + "/holds/" + hold + "/whole")).json();
        assertThat(whole.get("history").size()).isPositive();
        assertThat(ok(200, legal.get(V1 + "/holds/" + hold + "/week"))
                        .json()
                        .get("added")
                        .isNumber())
                .isTrue();
        JsonNode due =
                ok(200, legal.get(V1 + "/holds/due?asOf=2040-01-01&limit=5")).json();
        due.get("items")
                .forEach(one -> assertThat(one.get("subject").asString()).isEmpty());
        JsonNode caught = items("/holds/" + hold + "/items?limit=3");
        caught.forEach(one -> assertThat(one.get("subject").asString()).isEmpty());
        assertProblem(auditor.get(V1 + "/holds/" + hold + "/items?for=retention"), 403, "may not read");
    }
}
