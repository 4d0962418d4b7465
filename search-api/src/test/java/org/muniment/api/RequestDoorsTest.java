package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import tools.jackson.databind.JsonNode;

/** Requests as a records office enters and closes them. */
class RequestDoorsTest {
    private static final String ORTIZ = "Maria Ortiz, Director of Records";
    private static final String LEE = "Ann Lee, Superintendent";

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void takeMailIn() throws IOException {
        console = new Console(folder.resolve("archive"));
        Path mail = Files.createDirectories(folder.resolve("mail"));
        for (int i = 0; i < 4; i++) {
            Files.writeString(
                    mail.resolve(i + ".eml"),
                    "From: clerk@district.example\r\nDate: Mon, " + (2 + i) + " Mar 2020 09:00:00 -0800\r\nSubject: "
                            + (i % 2 == 0 ? "Field lights " : "Lunch ") + i + "\r\n\r\nSee you.\r\n");
        }
        assertThat(console.run("ingest", mail.toString(), "--custodian", "clerk@district.example")
                        .code())
                .isZero();
    }

    private Console.Said open(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "request",
                "open",
                "--requester",
                "Dana Reyes",
                "--summary",
                "Mail on the field lights",
                "--by",
                ORTIZ,
                "--json"));
        all.addAll(List.of(more));
        return console.run(all.toArray(String[]::new));
    }

    private void refused(int code, String words, String... command) {
        Console.Said said = console.run(command);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.err()).contains(words);
    }

    @Test
    void aRequestIsEnteredWithItsDeadlinesAndItsHold() {
        JsonNode opened = open("--query", "lights", "--received", "2026-10-31").json();
        JsonNode request = opened.get("request");
        assertThat(request.get("id").asString()).isEqualTo("R1");
        assertThat(request.get("answerBy").asString()).isEqualTo("2026-11-10");
        assertThat(request.get("legallyDue").asString()).isEqualTo("2026-11-10");
        assertThat(request.get("latestExtension").asString()).isEqualTo("2026-11-24");
        assertThat(request.get("daysLeft").asLong()).isEqualTo(9);
        assertThat(request.get("hold").asString()).isEqualTo("H1");
        assertThat(opened.get("hold").get("caught").get("items").asLong()).isEqualTo(2);
        assertThat(opened.get("hold").get("hold").get("kind").asString()).isEqualTo("records request");
        assertThat(console.run("hold", "show", "H1").out()).contains("Records request R1");
        assertThat(console.run("request", "list").out()).contains("R1", "9 days left", "Mail on the field lights");
        assertThat(console.run("request", "show", "r1").out())
                .contains("the law's last day is 2026-11-10", "Dana Reyes", "hold H1", "Query         lights");
    }

    @Test
    void theDayOfReceiptIsTodayInTheDistrictWhenNoneIsGiven() {
        assertThat(open("--query", "*").json().get("request").get("received").asString())
                .isEqualTo("2026-11-01");
    }

    @Test
    void anExtensionNeedsAGroundOfTheLaw() {
        open("--query", "lights");
        refused(
                ExitCode.WRONG_USAGE,
                "--ground is separate-facilities",
                "request",
                "extend",
                "R1",
                "--ground",
                "busy",
                "--reason",
                "x",
                "--by",
                LEE);
        JsonNode extended = console.run(
                        "request",
                        "extend",
                        "R1",
                        "--ground",
                        "voluminous",
                        "--reason",
                        "nine mailboxes",
                        "--by",
                        LEE,
                        "--json")
                .json();
        assertThat(extended.get("extendedTo").asString()).isEqualTo("2026-11-25");
        assertThat(extended.get("extensionGround").asString()).isEqualTo("Gov. Code 7922.535(c)(2)");
        assertThat(extended.get("daysLeft").asLong()).isEqualTo(11);
        assertThat(console.run("request", "show", "R1").out())
                .contains("it counts when its letter is sent by 2026-11-12");
        console.run("request", "templates", "--letterhead", "Alder Creek Unified");
        assertThat(console.run("request", "letter", "R1", "extension", "--send", "--by", LEE)
                        .out())
                .contains("November 25, 2026");
        JsonNode told = console.run("request", "show", "R1", "--json").json();
        assertThat(told.get("extensionCounts").asBoolean()).isTrue();
        assertThat(told.get("legallyDue").asString()).isEqualTo("2026-11-25");
        assertThat(told.get("timeLeft").asString()).isEqualTo("24 days left");
        refused(
                ExitCode.REFUSED,
                "extended already",
                "request",
                "extend",
                "R1",
                "--ground",
                "voluminous",
                "--reason",
                "x",
                "--by",
                LEE);
        assertThat(console.run("request", "show", "R1").out()).contains("to 2026-11-25, Gov. Code 7922.535(c)(2)");
    }

    @Test
    void closingARequestAsksForItsHoldsReleaseAndReleasesNothing() {
        open("--query", "lights");
        refused(ExitCode.REFUSED, "close R1 first", "hold", "release", "H1", "--by", ORTIZ, "--reason", "Done");
        Console.Said closed = console.run("request", "close", "R1", "--outcome", "Released in part", "--by", ORTIZ);
        assertThat(closed.out())
                .contains("(closed)", "Released in part", "muniment hold approve H1 --cool-off 90 --by NAME");
        assertThat(console.run("hold", "show", "H1").out())
                .contains("release asked for", "Request R1 was closed; its review period ends on 2027-01-30");
        refused(ExitCode.REFUSED, "until its review period ends on", "hold", "approve", "H1", "--by", LEE);
        assertThat(console.run("request", "list").out()).contains("No request is open");
        assertThat(console.run("request", "list", "--all").out()).contains("R1");
        refused(ExitCode.REFUSED, "closed already", "request", "close", "R1", "--outcome", "x", "--by", ORTIZ);
        refused(
                ExitCode.REFUSED,
                "R1 is closed",
                "code",
                "R1",
                "--query",
                "*",
                "--decision",
                "responsive",
                "--by",
                LEE);
        try (Archive archive = Archive.read(console.archive(), Console.CLOCK)) {
            assertThat(archive.holds()
                            .standing(archive.requests().day(Console.CLOCK.instant()))
                            .isEmpty())
                    .isFalse();
        }
    }

    @Test
    void whatCannotBeARequestIsSaidAndNothingIsEnteredOrHeld() {
        refused(
                ExitCode.WRONG_USAGE,
                "Custodians, days or a query must be given",
                "request",
                "open",
                "--summary",
                "x",
                "--by",
                ORTIZ);
        assertThat(open("--query", "subjet:x").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(open("--query", "indexed:partly").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(open("--query", "*", "--received", "2026-11-02").err()).contains("still to come");
        refused(ExitCode.WRONG_USAGE, "named by R and a number", "request", "show", "one");
        refused(ExitCode.REFUSED, "There is no request R9", "request", "show", "R9");
        assertThat(console.run("request", "list", "--all").out()).contains("No request was ever entered");
        assertThat(console.run("hold", "list", "--all").out()).contains("No hold was ever placed");
        assertThat(open("--query", "lights").json().get("request").get("id").asString())
                .isEqualTo("R1");
    }

    @Test
    void aRequestIsEnteredWhileAnotherProcessWrites() {
        try (Archive busy = Archive.write(console.archive(), Console.CLOCK)) {
            assertThat(open("--query", "lights").code()).isZero();
            assertThat(busy.requests().list()).hasSize(1);
        }
    }

    @Test
    void aLetterIsShownAndKeptWhenItIsSent() throws IOException {
        open("--query", "lights");
        assertThat(console.run("request", "templates", "--letterhead", "Alder Creek Unified|12 Main St")
                        .out())
                .contains("denial.txt", "{ground-citation}");
        refused(
                ExitCode.REFUSED,
                "'exemptions' is missing",
                "request",
                "letter",
                "R1",
                "denial",
                "--outcome",
                "none",
                "--by",
                LEE);
        Console.Said shown = console.run("request", "letter", "R1", "acknowledgement", "--by", ORTIZ);
        assertThat(shown.out()).contains("Subject: We received", "12 Main St", "Dana Reyes", "Not sent");
        Path pdf = folder.resolve("letter.pdf");
        JsonNode sent = console.run(
                        "request",
                        "letter",
                        "R1",
                        "determination",
                        "--outcome",
                        "full",
                        "--available",
                        "2026-11-10T16:00",
                        "--set",
                        "format=PDF|by mail",
                        "--pdf",
                        pdf.toString(),
                        "--send",
                        "--by",
                        LEE,
                        "--json")
                .json();
        assertThat(sent.get("text").asString()).contains("November 10, 2026, at 4:00 PM", "Form: PDF by mail");
        assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(console.run("request", "show", "R1").out())
                .contains(
                        "2026-11-01  determination in full, available 2026-11-10 16:00: determination letter (" + LEE);
        refused(
                ExitCode.WRONG_USAGE,
                "no letter is given",
                "request",
                "letter",
                "R1",
                "denial",
                "--set",
                "today=x",
                "--by",
                LEE);
    }

    @Test
    void whatIsDoneIsNotedAndTheLogHasEveryRequest() {
        open("--query", "lights");
        assertThat(console.run("request", "note", "R1", "--step", "assisted", "--words", "Called", "--by", ORTIZ)
                        .out())
                .contains("R1: 2026-11-01  helped the requester: Called");
        refused(ExitCode.WRONG_USAGE, "--step is", "request", "note", "R1", "--step", "won", "--by", ORTIZ);
        assertThat(console.run("request", "log").out())
                .contains(
                        "request,received,requester",
                        "R1,2026-11-01,Dana Reyes,Mail on the field lights,open,2026-11-10");
    }

    @Test
    void aScopeIsProposedFromTheWordsAndNothingIsEntered() {
        JsonNode proposed = console.run(
                        "request", "propose", "All mail about the field lights since May 2025", "--json")
                .json();
        assertThat(proposed.get("query").asString()).isEqualTo("field w/5 lights");
        assertThat(proposed.get("from").asString()).isEqualTo("2025-05-01");
        assertThat(proposed.get("to").isNull()).isTrue();
        assertThat(console.run("request", "list", "--all").out()).contains("No request was ever entered");
    }
}
