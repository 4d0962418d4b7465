package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Eligibility;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SeriesId;
import tools.jackson.databind.JsonNode;

/** Holds as a records office works with them. */
class HoldDoorsTest {
    private static final String ORTIZ = "Maria Ortiz, Director of Records";
    private static final String LEE = "Ann Lee, Superintendent";
    private static final String CLERK = "clerk@district.example";
    private static final String BOARD = "board@district.example";

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void takeMailIn() throws IOException {
        console = new Console(folder.resolve("archive"));
        for (String custodian : List.of(CLERK, BOARD)) {
            Path mail = Files.createDirectories(folder.resolve("mail/" + custodian));
            for (int i = 0; i < 4; i++) {
                Files.writeString(mail.resolve(i + ".eml"), message(custodian, i));
            }
        }
        assertThat(console.run("ingest", folder.resolve("mail").toString(), "--folder-custodians")
                        .code())
                .isZero();
    }

    private static String message(String custodian, int number) {
        return "From: " + custodian + "\r\nDate: Mon, " + (2 + number) + " Mar 2020 09:00:00 -0800\r\n"
                + "Received: from a by b; Mon, " + (2 + number) + " Mar 2020 09:00:01 -0800\r\n"
                + "Subject: " + (number % 2 == 0 ? "Budget " : "Lunch ") + number + "\r\n\r\nSee you.\r\n";
    }

    private Console.Said place(String... scope) {
        List<String> all = new ArrayList<>(List.of(
                "hold", "place", "--matter", "Doe v. District", "--kind", "records-request", "--by", ORTIZ, "--json"));
        all.addAll(List.of(scope));
        return console.run(all.toArray(String[]::new));
    }

    private void refused(int code, String words, String... command) {
        Console.Said said = console.run(command);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.err()).contains(words);
    }

    @Test
    void aHoldIsPlacedWithItsReceiptAndWhatItCaught() {
        JsonNode receipt = place("--custodian", CLERK, "--query", "budget").json();
        assertThat(receipt.get("hold").get("id").asString()).isEqualTo("H1");
        assertThat(receipt.get("hold").get("matter").asString()).isEqualTo("M1");
        assertThat(receipt.get("hold").get("state").asString()).isEqualTo("in force");
        assertThat(receipt.get("hold").get("kind").asString()).isEqualTo("records request");
        assertThat(receipt.get("caught").get("items").asLong()).isEqualTo(2);
        assertThat(receipt.get("caught").get("byDoubt").asLong()).isZero();
        assertThat(receipt.get("neverCollected").isEmpty()).isTrue();
        try (Archive archive = Archive.read(console.archive(), Console.CLOCK)) {
            assertThat(archive.ledger().prove(receipt.get("entry").asLong()).index())
                    .isEqualTo(receipt.get("entry").asLong());
        }
        assertThat(place("--query", "lunch").json().get("hold").get("matter").asString())
                .isEqualTo("M1");
    }

    @Test
    void theDaysOfAHoldAreTheAgencysWithBothEnds() {
        assertThat(place("--from", "2020-03-03", "--to", "2020-03-04")
                        .json()
                        .get("caught")
                        .get("items")
                        .asLong())
                .isEqualTo(4);
    }

    @Test
    void mailThatComesLaterIsHeldAndListed() throws IOException {
        place("--custodian", CLERK);
        Path later = Files.createDirectories(folder.resolve("later"));
        Files.writeString(later.resolve("9.eml"), message(CLERK, 9));
        console.run("ingest", later.toString(), "--custodian", CLERK);
        JsonNode items = console.run("hold", "items", "H1", "--json").json();
        assertThat(items.get("total").asLong()).isEqualTo(5);
        assertThat(items.get("items"))
                .anyMatch(row -> row.get("subject").asString().equals("Lunch 9"));
        String first = items.get("items").get(0).get("id").asString();
        assertThat(console.run("item", first).out()).contains("Held by       H1");
        JsonNode page =
                console.run("hold", "items", "h1", "--limit", "4", "--json").json();
        JsonNode next = console.run(
                        "hold",
                        "items",
                        "H1",
                        "--json",
                        "--after",
                        page.get("next").asString())
                .json();
        assertThat(next.get("items").size()).isEqualTo(1);
        assertThat(console.run("hold", "items", "H1", "--look-again").err()).contains("0 items added");
    }

    @Test
    void aReleaseTakesTwoPeopleAndSaysWhatItWouldFree() {
        place("--custodian", CLERK);
        place("--query", "budget");
        refused(ExitCode.REFUSED, "Nobody asked", "hold", "approve", "H1", "--by", LEE);
        Console.Said asked = console.run("hold", "release", "H1", "--by", ORTIZ, "--reason", "Settled on October 3");
        assertThat(asked.code()).isZero();
        assertThat(asked.out()).contains("release asked for", "muniment hold approve H1");
        refused(ExitCode.REFUSED, "another person must approve", "hold", "approve", "H1", "--by", "maria ortiz, Clerk");
        refused(ExitCode.REFUSED, "at least 1 day", "hold", "approve", "H1", "--by", LEE, "--cool-off", "0");
        JsonNode approved =
                console.run("hold", "approve", "H1", "--by", LEE, "--json").json();
        assertThat(approved.get("hold").get("state").asString()).isEqualTo("cooling off");
        assertThat(approved.get("ends").asString()).isEqualTo("2026-12-01");
        assertThat(approved.get("hold").get("bindsUntil").asString()).isEqualTo("2026-11-30");
        String shown = console.run("hold", "show", "H1").out();
        assertThat(shown)
                .contains(
                        "because: Settled on October 3",
                        "release asked for by " + ORTIZ,
                        "released by " + ORTIZ + " and " + LEE);
        assertThat(console.run("hold", "list").out()).contains("H1", "cooling off", "H2", "in force");
    }

    @Test
    void noticesAreRecordedAndWhoHasNotAnsweredIsListed() {
        place("--custodian", CLERK, "--custodian", BOARD);
        assertThat(console.run("hold", "notice").out()).contains(CLERK + ": not told yet", BOARD + ": not told yet");
        refused(ExitCode.WRONG_USAGE, "give the hold and --by", "hold", "notice", "--send", CLERK);
        assertThat(console.run("hold", "notice", "H1", "--send", CLERK, "--send", BOARD, "--by", ORTIZ)
                        .code())
                .isZero();
        JsonNode left = console.run("hold", "notice", "H1", "--acknowledge", BOARD, "--by", ORTIZ, "--json")
                .json();
        assertThat(left.size()).isEqualTo(1);
        assertThat(left.get(0).get("custodian").asString()).isEqualTo(CLERK);
        assertThat(left.get(0).get("due").asString()).isEqualTo("2026-11-15");
        refused(
                ExitCode.REFUSED,
                "acknowledged already",
                "hold",
                "notice",
                "H1",
                "--remind",
                CLERK,
                "--remind",
                BOARD,
                "--by",
                ORTIZ);
        assertThat(console.run("hold", "show", "H1").out()).doesNotContain("reminded");
        assertThat(console.run("hold", "list").out()).contains("1 of its custodians have not acknowledged");
    }

    /** Mail on the budget is due within the month, the rest next year. */
    private void classify() {
        try (Archive archive = Archive.write(console.archive(), Console.CLOCK)) {
            Map<ItemId, Classification> classes = archive.items()
                    .all()
                    .collect(Collectors.toMap(
                            row -> row.item().id(),
                            row -> row.item().subject().startsWith("Budget")
                                    ? eligible("2026-11-20")
                                    : eligible("2027-05-01")));
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(
                            status -> archive.retention().classifications().record(classes, 1));
        }
    }

    private static Classification eligible(String day) {
        return new Classification(
                RecordClass.DISPOSABLE,
                new SeriesId("X-1"),
                Classification.Basis.RULE,
                "for the test",
                "AR 7203",
                null,
                new Eligibility.On(LocalDate.parse(day)),
                null);
    }

    @Test
    void whatIsDueButHeldIsListedAndSoIsWhatAReleaseWouldFree() {
        classify();
        assertThat(place("--custodian", CLERK)
                        .json()
                        .get("caught")
                        .get("dueSoon")
                        .asLong())
                .isEqualTo(2);
        place("--query", "budget");
        assertThat(console.run("hold", "due").out()).contains("0 items are due by 2026-11-01");
        JsonNode due = console.run("hold", "due", "--as-of", "2026-12-01", "--limit", "3", "--json")
                .json();
        assertThat(due.get("total").asLong()).isEqualTo(4);
        assertThat(due.get("items").size()).isEqualTo(3);
        assertThat(due.get("byHold").get("H1").asLong()).isEqualTo(2);
        assertThat(due.get("byHold").get("H2").asLong()).isEqualTo(4);
        console.run("hold", "release", "H2", "--by", ORTIZ, "--reason", "Closed");
        Console.Said preview = console.run("hold", "approve", "H2", "--by", LEE, "--preview");
        assertThat(preview.out()).contains("2 items are due on 2026-12-01 that no other hold keeps", "Budget");
        Console.Said approved = console.run("hold", "approve", "H2", "--by", LEE, "--json");
        assertThat(approved.json().get("thenDue").get("total").asLong()).isEqualTo(2);
        assertThat(console.run("hold", "due", "--as-of", "2026-12-01", "--json")
                        .json()
                        .get("total")
                        .asLong())
                .as("while it cools off")
                .isEqualTo(4);
    }

    @Test
    void whatCannotBeAHoldIsSaidAndNothingIsPlaced() {
        refused(
                ExitCode.WRONG_USAGE,
                "Custodians, days or a query must be given",
                "hold",
                "place",
                "--matter",
                "x",
                "--kind",
                "audit",
                "--by",
                ORTIZ);
        refused(
                ExitCode.WRONG_USAGE,
                "--kind is litigation",
                "hold",
                "place",
                "--matter",
                "x",
                "--kind",
                "whim",
                "--query",
                "*",
                "--by",
                ORTIZ);
        refused(
                ExitCode.WRONG_USAGE,
                "(at character 1)",
                "hold",
                "place",
                "--matter",
                "x",
                "--kind",
                "audit",
                "--query",
                "subjet:x",
                "--by",
                ORTIZ);
        refused(
                ExitCode.REFUSED,
                "Leave it out",
                "hold",
                "place",
                "--matter",
                "x",
                "--kind",
                "audit",
                "--query",
                "indexed:partly",
                "--by",
                ORTIZ);
        refused(ExitCode.WRONG_USAGE, "H and a number", "hold", "show", "three");
        refused(ExitCode.REFUSED, "There is no hold H3", "hold", "show", "H3");
        assertThat(console.run("hold", "list", "--all").out()).contains("No hold was ever placed");
        try (Archive archive = Archive.read(console.archive(), Console.CLOCK)) {
            assertThat(archive.holds().matters()).isEmpty();
        }
    }

    @Test
    void aMailboxThatWasNeverCollectedIsHeldAndNamed() {
        Console.Said said = place("--custodian", "cleark@district.example");
        assertThat(said.json().get("neverCollected").get(0).asString()).isEqualTo("cleark@district.example");
        assertThat(said.json().get("caught").get("items").asLong()).isZero();
    }

    @Test
    void aHoldIsPlacedWhileAnotherProcessWrites() {
        try (Archive busy = Archive.write(console.archive(), Console.CLOCK)) {
            assertThat(busy.holds().all()).isEmpty();
            Console.Said said = place("--query", "budget");
            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.json().get("caught").get("items").asLong()).isEqualTo(4);
            assertThat(busy.holds().all()).hasSize(1);
        }
    }
}
