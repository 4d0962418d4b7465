package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A review as a clerk goes through it: decide, look for what is private, apply. */
class ReviewDoorsTest {
    private static final String ORTIZ = "Maria Ortiz, Director of Records";
    private static final String PRIVATE = "Eva's cell is 559-555-0142, and Maria Lopez (104455) is absent.";

    @TempDir
    private Path folder;

    private Console console;
    private String first = "";
    private String reply = "";

    @BeforeEach
    void takeMailIn() throws IOException {
        console = new Console(folder.resolve("archive"));
        Path mail = Files.createDirectories(folder.resolve("mail"));
        write(mail, "1", "Absence", "Hello,\r\n" + PRIVATE + "\r\nAnn\r\n");
        write(
                mail,
                "2",
                "Re: Absence",
                "Thanks.\r\n> Hello,\r\n> Eva's cell is 559-555-0142, and\r\n> Maria Lopez (104455) is"
                        + " absent.\r\n");
        write(mail, "3", "Lunch", "Pizza\r\n");
        write(mail, "4", "Absence", "Hello,\r\n" + PRIVATE + "\r\nAnn\r\n");
        assertThat(console.run("ingest", mail.toString(), "--custodian", "clerk@district.example")
                        .code())
                .isZero();
        JsonNode hits = console.run("search", "absence", "--json").json().get("items");
        first = id(hits, "Absence");
        reply = id(hits, "Re: Absence");
        assertThat(console.run("request", "open", "--summary", "Absences", "--query", "absence OR pizza", "--by", ORTIZ)
                        .code())
                .isZero();
    }

    private static void write(Path mail, String name, String subject, String body) throws IOException {
        Files.writeString(
                mail.resolve(name + ".eml"),
                "Received: from a by b; Mon, 2 Mar 2020 09:00:0" + name
                        + " -0800\r\nFrom: Ann <ann@district.example>\r\n"
                        + "To: office@district.example\r\nDate: Mon, 2 Mar 2020 09:00:00 -0800\r\nSubject: " + subject
                        + "\r\n\r\n" + body);
    }

    private static String id(JsonNode hits, String subject) {
        return StreamSupport.stream(hits.spliterator(), false)
                .filter(hit -> hit.get("subject").asString().equals(subject))
                .map(hit -> hit.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private JsonNode json(String... command) {
        List<String> all = new java.util.ArrayList<>(List.of(command));
        all.add("--json");
        Console.Said said = console.run(all.toArray(String[]::new));
        assertThat(said.code()).as(said.err()).isZero();
        return said.json();
    }

    private void refused(int code, String words, String... command) {
        Console.Said said = console.run(command);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.err()).contains(words);
    }

    @Test
    void itemsAreDecidedByIdAndByQueryWithTheirCopies() {
        JsonNode decided =
                json("code", "R1", first, "--decision", "exempt-in-part", "--exemption", "home-data", "--by", ORTIZ);
        assertThat(decided.get("items").asLong()).isEqualTo(1);
        assertThat(decided.get("copies").asLong()).isEqualTo(1);
        assertThat(decided.get("warnings").isEmpty()).isTrue();
        assertThat(json("code", "R1", "--query", "lunch", "--decision", "not responsive", "--by", ORTIZ)
                        .get("items")
                        .asLong())
                .isEqualTo(1);
        JsonNode standing = json("code", "R1");
        assertThat(standing.get("items").asLong()).isEqualTo(3);
        assertThat(standing.get("decided").get("exempt in part").asLong()).isEqualTo(2);
        assertThat(console.run("request", "show", "R1").out()).contains("2 exempt in part", "1 not responsive");
        assertThat(console.run("item", first).out()).contains("decided to be exempt in part by " + ORTIZ);
    }

    @Test
    void aSectionThatWasNotCheckedIsSaidToBe() {
        Console.Said said = console.run(
                "code", "R1", reply, "--decision", "exempt-in-whole", "--exemption", "attorney-client", "--by", ORTIZ);
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("Evid. Code 954 was not checked against the law's text");
        assertThat(console.run("code", "--exemptions").out())
                .contains("home-data", "Gov. Code 7928.300", "! Gov. Code 7922.200 was not checked");
    }

    @Test
    void whatCannotBeDecidedIsSaid() {
        refused(
                ExitCode.WRONG_USAGE,
                "needs its section",
                "code",
                "R1",
                first,
                "--decision",
                "exempt-in-part",
                "--by",
                ORTIZ);
        refused(
                ExitCode.WRONG_USAGE,
                "--decision is responsive",
                "code",
                "R1",
                first,
                "--decision",
                "x",
                "--by",
                ORTIZ);
        refused(ExitCode.WRONG_USAGE, "Say who decides", "code", "R1", first, "--decision", "responsive");
        refused(
                ExitCode.REFUSED,
                "There is no request R7",
                "code",
                "R7",
                first,
                "--decision",
                "responsive",
                "--by",
                ORTIZ);
        refused(
                ExitCode.WRONG_USAGE,
                "There is no exemption 'nosy'",
                "code",
                "R1",
                first,
                "--decision",
                "exempt-in-part",
                "--exemption",
                "nosy",
                "--by",
                ORTIZ);
        refused(ExitCode.WRONG_USAGE, "such as R3", "code");
    }

    private Path roster() throws IOException {
        return Files.writeString(
                folder.resolve("pupils.csv"), "id,first,last,grade,permission\n104455,Maria,Lopez,4,limited\n");
    }

    @Test
    void whatIsFoundWaitsForAPerson() throws IOException {
        json("code", "R1", first, "--decision", "responsive", "--by", ORTIZ);
        JsonNode outcome = json("redact", "suggest", "R1", "--roster", roster().toString());
        assertThat(outcome.get("items").asLong()).as("with its exact copy").isEqualTo(2);
        assertThat(outcome.get("proposed").asLong()).isEqualTo(6);
        JsonNode list = json("redact", "list", "R1", "--item", first);
        assertThat(list.get("redactions").size()).isEqualTo(3);
        assertThat(list.get("redactions").get(0).get("words").asString()).contains("cell is [559-555-0142], and");
        assertThat(list.get("redactions").get(0).get("section").asString()).isEqualTo("Gov. Code 7928.300");
        assertThat(json("redact", "suggest", "R1", "--roster", roster().toString())
                        .get("proposed")
                        .asLong())
                .isZero();
        assertThat(json("request", "show", "R1").get("waiting").asLong()).isEqualTo(6);
        assertThat(json("redact", "apply", "R1", "x1", "--by", ORTIZ)
                        .get("changed")
                        .asLong())
                .isEqualTo(1);
        assertThat(json("redact", "refuse", "R1", "--item", first, "--by", ORTIZ)
                        .get("changed")
                        .asLong())
                .isEqualTo(2);
        assertThat(console.run("redact", "list", "R1", "--state", "applied").out())
                .contains("X1", "[559-555-0142]", ORTIZ);
        assertThat(json("redact", "apply", "R1", "--all", "--exemption", "balancing", "--by", ORTIZ)
                        .get("changed")
                        .asLong())
                .isEqualTo(3);
        assertThat(console.run("item", first).out()).contains("1 redaction applied by", "2 redactions refused by");
    }

    @Test
    void theGradeBandLeavesFirstNameAndInitial() throws IOException {
        json("redact", "suggest", "R1", reply, "--find", "none", "--roster", roster().toString(), "--grade-band");
        assertThat(console.run("redact", "list", "R1").out()).contains("Maria L[opez]", "([104455])");
    }

    @Test
    void aPassageThatIsQuotedElsewhereIsProposedThere() {
        json("code", "R1", first, reply, "--decision", "responsive", "--without-copies", "--by", ORTIZ);
        json(
                "redact",
                "add",
                "R1",
                first,
                "--words",
                "Maria Lopez (104455) is absent",
                "--exemption",
                "pupil-records",
                "--by",
                ORTIZ);
        JsonNode outcome = json("redact", "suggest", "R1", "--find", "none");
        assertThat(outcome.get("proposed").asLong()).isEqualTo(1);
        assertThat(outcome.get("byOrigin").get("copy").asLong()).isEqualTo(1);
        assertThat(json("redact", "list", "R1")
                        .get("redactions")
                        .get(0)
                        .get("item")
                        .asString())
                .isEqualTo(reply);
    }

    @Test
    void aPersonDrawsByWordsCharactersPartAndRegion() {
        assertThat(json(
                                "redact",
                                "add",
                                "R1",
                                first,
                                "--words",
                                "eva's CELL",
                                "--exemption",
                                "home-data",
                                "--by",
                                ORTIZ)
                        .get("redactions")
                        .size())
                .isEqualTo(1);
        json(
                "redact",
                "add",
                "R1",
                first,
                "--part",
                "body",
                "--span",
                "0-5",
                "--exemption",
                "home-data",
                "--by",
                ORTIZ);
        json("redact", "add", "R1", first, "--part", "subject", "--whole", "--exemption", "home-data", "--by", ORTIZ);
        json(
                "redact",
                "add",
                "R1",
                first,
                "--part",
                "text of 2",
                "--region",
                "1,0.1,0.1,0.5,0.1",
                "--exemption",
                "home-data",
                "--by",
                ORTIZ);
        assertThat(console.run("redact", "list", "R1", "--state", "applied").out())
                .contains("[Eva's cell]", "[Hello]", "[Absence]", "page 1 at 0.1,0.1 size 0.5,0.1");
        refused(
                ExitCode.WRONG_USAGE,
                "stand nowhere",
                "redact",
                "add",
                "R1",
                first,
                "--words",
                "Hell",
                "--exemption",
                "home-data",
                "--by",
                ORTIZ);
        refused(
                ExitCode.WRONG_USAGE,
                "characters only",
                "redact",
                "add",
                "R1",
                first,
                "--part",
                "subject",
                "--span",
                "0-99",
                "--exemption",
                "home-data",
                "--by",
                ORTIZ);
        refused(ExitCode.WRONG_USAGE, "by one of", "redact", "add", "R1", first, "--exemption", "ssn", "--by", ORTIZ);
        refused(ExitCode.REFUSED, "of the review R1, not of Audit", "redact", "refuse", "Audit", "X1", "--by", ORTIZ);
        refused(ExitCode.REFUSED, "no redaction X99", "redact", "refuse", "R1", "X99", "--by", ORTIZ);
        refused(ExitCode.WRONG_USAGE, "Say which redactions", "redact", "apply", "R1", "--by", ORTIZ);
        refused(ExitCode.WRONG_USAGE, "--find is ssn", "redact", "suggest", "R1", "--find", "shoes");
    }
}
