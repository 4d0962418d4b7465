package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The directory and departures as a records office works with them. */
class PeopleDoorsTest {
    private static final String ORTIZ = "Maria Ortiz, Director of Records";
    private static final String LEE = "Ann Lee, Superintendent";

    @TempDir
    private Path folder;

    private Console console;
    private Path staff;

    @BeforeEach
    void takeMailIn() throws IOException {
        console = new Console(folder.resolve("archive"));
        staff = folder.resolve("staff.csv");
        Path mail = Files.createDirectories(folder.resolve("mail"));
        Files.writeString(
                mail.resolve("1.eml"),
                "From: bob@district.example\r\nDate: Mon, 2 Mar 2020 09:00:00 -0800\r\nSubject: Grades\r\n\r\nx\r\n");
        assertThat(console.run("ingest", mail.toString(), "--custodian", "broe@district.example")
                        .code())
                .isZero();
    }

    private Console.Said take(String lines, String... more) throws IOException {
        Files.writeString(staff, "Employee ID,Name,Email,Aliases,Title,Separation date,Shirt\n" + lines);
        String[] command = new String[more.length + 5];
        System.arraycopy(new String[] {"people", "import", staff.toString(), "--by", ORTIZ}, 0, command, 0, 5);
        System.arraycopy(more, 0, command, 5, more.length);
        return console.run(command);
    }

    private void refused(int code, String words, String... command) {
        Console.Said said = console.run(command);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.err()).contains(words);
    }

    @Test
    void theDirectoryIsTakenOverAndSaysWhatChanged() throws IOException {
        Console.Said first = take(
                "1,Ann Lee,alee@district.example,,Teacher,,M\n2,Bob Roe,broe@district.example,bob@district.example,Cook,,L\n3,Driver,,,Driver,,\n");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out()).contains("2 added, 0 changed", "lines [4]", "say nothing here: Shirt");
        JsonNode second =
                take("1,Ann Kim,alee@district.example,,Teacher,,\n", "--json").json();
        assertThat(second.get("changed").get(0).get("what").get(0).asString()).isEqualTo("name Ann Kim (was Ann Lee)");
        assertThat(second.get("missing").get(0).get("name").asString()).isEqualTo("Bob Roe");
        assertThat(console.run("people", "list").out()).contains("Ann Kim", "Bob Roe", "(not in the latest file)");
        assertThat(console.run("people", "show", "BOB@district.example").out())
                .contains("PE2  Bob Roe", "broe@district.example", "Also          bob@district.example");
        refused(ExitCode.REFUSED, "no person 'x@district.example'", "people", "show", "x@district.example");
        assertThat(console.run("people", "list", "--separated").out()).contains("Nobody left");
    }

    @Test
    void aPreviewChangesNothing() throws IOException {
        Console.Said said = take("1,Ann Lee,alee@district.example,,Teacher,6/30/2026,\n", "--preview");
        assertThat(said.out()).contains("This would be done: 1 added", "HELD     DE1");
        assertThat(console.run("people", "list").out()).contains("The directory is empty");
        assertThat(console.run("hold", "list", "--all").out()).contains("No hold was ever placed");
    }

    @Test
    void aFileWithFaultsIsRefusedWithItsLines() throws IOException {
        Console.Said said = take("1,Ann Lee,alee,,Teacher,,\n2,Bob Roe,broe@district.example,,Cook,30.6.2026,\n");
        assertThat(said.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(said.err())
                .contains("Nothing was taken over", "line 2: 'alee' is no address", "line 3: '30.6.2026' is no day");
        refused(ExitCode.WRONG_USAGE, "There is no file", "people", "import", "nowhere.csv", "--by", ORTIZ);
    }

    @Test
    void whoLeavesIsHeldAtOnceAndReleasedAfterTheChecklist() throws IOException {
        take("2,Bob Roe,broe@district.example,bob@district.example,Cook,,\n");
        JsonNode separated = console.run(
                        "people", "separate", "bob@district.example", "--on", "2026-06-30", "--by", ORTIZ, "--json")
                .json();
        assertThat(separated.get("departure").get("id").asString()).isEqualTo("DE1");
        assertThat(separated.get("hold").get("hold").get("kind").asString()).isEqualTo("departed employee");
        assertThat(separated.get("hold").get("caught").get("items").asLong()).isEqualTo(1);
        assertThat(console.run("departed", "list").out()).contains("DE1", "Bob Roe", "next: classification");
        refused(
                ExitCode.REFUSED,
                "the checklist of DE1 is done; next is the classification",
                "hold",
                "release",
                "H1",
                "--reason",
                "x",
                "--by",
                ORTIZ);
        refused(
                ExitCode.WRONG_USAGE,
                "There is no step 'lunch'",
                "departed",
                "step",
                "DE1",
                "lunch",
                "--words",
                "x",
                "--by",
                ORTIZ);
        refused(ExitCode.WRONG_USAGE, "named by DE and a number", "departed", "show", "one");
        refused(ExitCode.REFUSED, "There is no departure DE9", "departed", "show", "DE9");
        step("classification", ORTIZ);
        step("hold-check", ORTIZ);
        step("first-approval", ORTIZ);
        refused(
                ExitCode.REFUSED,
                "another person must give the second",
                "departed",
                "step",
                "DE1",
                "second-approval",
                "--words",
                "x",
                "--by",
                ORTIZ);
        step("second-approval", LEE);
        step("bundle", ORTIZ);
        assertThat(step("decision", LEE).out())
                .contains("[x] decision", "as looked at", "Next: muniment hold release H1");
        assertThat(console.run("hold", "release", "H1", "--reason", "Checklist done", "--by", ORTIZ)
                        .code())
                .isZero();
        assertThat(console.run("departed", "show", "DE1").out()).contains("muniment hold approve H1");
        assertThat(console.run("hold", "approve", "H1", "--by", LEE).code()).isZero();
        assertThat(console.run("departed", "list").out()).contains("Nothing is to be done");
        assertThat(console.run("departed", "list", "--all").out()).contains("checklist done; hold H1 cooling off");
        assertThat(console.run("verify").code()).isZero();
    }

    @Test
    void aHoldOnAnAliasHoldsThePerson() throws IOException {
        take("2,Bob Roe,broe@district.example,bob@district.example,Cook,,\n");
        JsonNode placed = console.run(
                        "hold",
                        "place",
                        "--matter",
                        "Doe v. District",
                        "--kind",
                        "litigation",
                        "--custodian",
                        "bob@district.example",
                        "--by",
                        ORTIZ,
                        "--json")
                .json();
        assertThat(placed.get("hold").get("custodians").size()).isEqualTo(2);
        assertThat(placed.get("caught").get("items").asLong()).isEqualTo(1);
    }

    private Console.Said step(String step, String by) {
        Console.Said said = console.run("departed", "step", "DE1", step, "--words", "as looked at", "--by", by);
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }
}
