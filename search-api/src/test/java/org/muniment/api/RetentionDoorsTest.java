package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.schedule.ShippedSchedules;
import tools.jackson.databind.JsonNode;

/** Schedules, declarations, events and reviews as a clerk meets them. */
class RetentionDoorsTest {
    private static final String MARIA = "Maria Ortiz, Director of Records";
    private static final String JOHN = "John Chen, Superintendent";

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void takeMailIn() throws IOException {
        Path mail = Files.createDirectories(folder.resolve("mail"));
        write(mail, "minutes", "Minutes of the regular meeting", "The motion carried, ayes 5, noes 0.");
        write(mail, "invoice", "Invoice attached", "PO number 4711, invoice attached for payment.");
        write(mail, "other", "Zebra", "The zebra is striped.");
        console = new Console(folder.resolve("archive"));
        assertThat(console.run("ingest", mail.toString(), "--custodian", "clerk@district.example")
                        .out())
                .contains("Classified         3  new items: Class 1 1, Class 2 1, Class 3 1");
    }

    private static void write(Path mail, String name, String subject, String body) throws IOException {
        Files.writeString(
                mail.resolve(name + ".eml"),
                "From: Ann Lee <ann@district.example>\nTo: bob@district.example\n"
                        + "Received: from a by b; Mon, 15 Sep 2025 12:00:00 -0700\nSubject: " + subject + "\n\n" + body
                        + "\n");
    }

    private String item(String word) {
        return console.run("search", word, "--json")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    private JsonNode json(String... command) {
        Console.Said said = console.run(
                Stream.concat(Stream.of(command), Stream.of("--json")).toArray(String[]::new));
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        return said.json();
    }

    private void assertRefused(int code, String because, String... command) {
        Console.Said said = console.run(command);
        assertThat(said.err()).startsWith("muniment: ").contains(because).doesNotContain("Exception", "\tat ");
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(code);
    }

    @Test
    void theScheduleThatCameWithTheProductIsListedAsAdoptedByNobody() {
        String page = console.run("schedule", "list").out();
        assertThat(page)
                .contains("Version 1  california-k12-title-5  (in force)", "nobody adopted it yet", "not verified")
                .contains("R01    Class 1  Board and committee minutes");
        JsonNode listed = json("schedule", "list");
        assertThat(listed.get("series").size()).isEqualTo(62);
        assertThat(listed.get("versions").get(0).get("officer").isNull()).isTrue();
        assertThat(console.run("status").out()).contains("not adopted, so nothing can be destroyed by it");
    }

    @Test
    void twoOfficersAdoptAndItemsMove() {
        String[] adopt = {"schedule", "adopt", "clovis-ar-7203", "--effective", "2026-10-01", "--by", MARIA, "--second"
        };
        assertRefused(ExitCode.REFUSED, "one person", with(adopt, "maria ortiz"));
        JsonNode adopted = json(with(adopt, JOHN));
        assertThat(adopted.get("version").asLong()).isEqualTo(2);
        assertThat(adopted.get("inForce").asBoolean()).isTrue();
        assertThat(adopted.get("classified").get("moved").asLong()).isEqualTo(3);
        assertThat(console.run("status").out()).contains("Schedule      clovis-ar-7203, version 2\n");
        adopt[4] = "2026-09-30";
        assertRefused(ExitCode.REFUSED, "version can't be effective before", with(adopt, JOHN));
        adopt[4] = "2027-07-01";
        assertThat(console.run(with(adopt, JOHN)).out()).contains("stays in force");
        assertThat(console.run("schedule", "list").out())
                .contains("Version 3", "effective 2027-07-01, adopted by " + MARIA);
        assertThat(console.run("verify").out()).contains("No fault found.");
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aFaultySchedulesFaultsAreNamed() throws IOException {
        assertThat(console.run("schedule", "check", "clovis-ar-7203").out()).contains("Nothing is wrong with it.");
        Path file = folder.resolve("ours.yaml");
        Files.writeString(
                file,
                ShippedSchedules.read(ShippedSchedules.CALIFORNIA)
                        .replaceFirst("keep: permanent", "keep: as long as we like"));
        Console.Said said = console.run("schedule", "check", file.toString());
        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.out()).contains("line ", "can't be adopted as it is");
        assertRefused(
                ExitCode.REFUSED,
                "line ",
                "schedule",
                "adopt",
                file.toString(),
                "--effective",
                "2026-10-01",
                "--by",
                MARIA,
                "--second",
                JOHN);
        assertRefused(
                ExitCode.WRONG_USAGE,
                "'2026-02-30' is no day of the calendar; write it as in 2026-02-28",
                "purge",
                "plan",
                "--as-of",
                "2026-02-30",
                "--by",
                MARIA);
        assertRefused(ExitCode.WRONG_USAGE, "There is no schedule nowhere.yaml", "schedule", "check", "nowhere.yaml");
    }

    @Test
    void aScheduleThatItsOwnExamplesSpeakAgainstIsNotAdopted() throws IOException {
        Path file = folder.resolve("ours.yaml");
        Files.writeString(
                file,
                ShippedSchedules.read(ShippedSchedules.CALIFORNIA)
                        .replace("The minutes of the regular meeting are attached for your approval.", "See below.")
                        .replace("Subject: Minutes of the regular meeting of September 12", "Subject: Lunch")
                        .replace("carried, ayes 4, noes 1.", "carries on."));
        Console.Said said = console.run("schedule", "check", file.toString());
        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.out()).contains("the example (Subject: Lunch) must fall into R01 but falls into");
        assertRefused(
                ExitCode.REFUSED,
                "(Subject: Lunch) must fall into R01",
                "schedule",
                "adopt",
                file.toString(),
                "--effective",
                "2026-10-01",
                "--by",
                MARIA,
                "--second",
                JOHN);
    }

    @Test
    void anItemSaysWhatItIsAndWhy() {
        Console.Said page = console.run("item", item("motion"));
        assertThat(page.out())
                .contains("Class         Class 1, series R01 (5 CCR 16023(b)(1))", "never: kept permanently");
        assertThat(json("item", item("motion"))
                        .get("classification")
                        .get("recordClass")
                        .asInt())
                .isEqualTo(1);
        Console.Said why = console.run("schedule", "explain", item("motion"));
        assertThat(why.out()).contains("series R01 Board and committee minutes", "motion carried", "2025-09-15");
        assertThat(console.run("item", item("invoice")).out())
                .contains("series R35 (5 CCR 16025(a); 5 CCR 16026; not verified)");
        assertThat(json("item", item("invoice"))
                        .get("classification")
                        .get("verified")
                        .asBoolean())
                .isFalse();
        JsonNode invoice = json("schedule", "explain", item("invoice"));
        assertThat(invoice.get("series").asString()).isEqualTo("R35");
        assertThat(invoice.get("eligible").asString()).contains("audit of 2025-26");
        assertThat(invoice.get("countedWords").asString())
                .isEqualTo("waits for a record that the audit of 2025-26 was completed");
        assertThat(invoice.get("upToDate").asBoolean()).isTrue();
    }

    @Test
    void whatAnotherScheduleWouldChangeIsShownAndNothingChanges() {
        JsonNode diff = json("schedule", "diff", "now", "clovis-ar-7203");
        assertThat(diff.get("items").asLong()).isEqualTo(3);
        assertThat(diff.get("moved").asLong()).isEqualTo(3);
        assertThat(diff.get("first").size()).isEqualTo(3);
        assertThat(json("schedule", "diff", "1", "now").get("moved").asLong()).isZero();
        assertRefused(ExitCode.WRONG_USAGE, "no schedule version 9", "schedule", "diff", "1", "9");
        assertThat(json("schedule", "list").get("versions").size()).isEqualTo(1);
    }

    @Test
    void onePersonDeclaresAndAnotherConfirms() {
        String id = item("zebra");
        Console.Said declared = console.run(
                "declare", id, "--class", "1", "--series", "R11", "--reason", "a resignation", "--by", MARIA);
        assertThat(declared.code()).isZero();
        assertThat(declared.out()).contains("now Class 1, series R11", "--confirm --by NAME");
        assertThat(console.run("declare", "--pending").out())
                .contains("1 declaration waits", id, "declared by " + MARIA);
        assertThat(console.run("status").out()).contains("1 declarations wait");
        assertRefused(ExitCode.REFUSED, "Another person", "declare", id, "--confirm", "--by", "Maria Ortiz, Clerk");
        assertThat(console.run("declare", id, "--confirm", "--by", JOHN).out()).contains("confirmed by " + JOHN);
        assertThat(console.run("declare", "--pending").out()).contains("0 declarations wait");
        assertThat(console.run("item", id).out())
                .contains("declared by " + MARIA + ", confirmed by " + JOHN + ": a resignation");
        assertThat(console.run("schedule", "explain", id).out())
                .contains("declared: Class 1, series R11", "kept: permanent", "counted: from no day");
        assertRefused(
                ExitCode.REFUSED,
                "no series R99",
                "declare",
                id,
                "--class",
                "1",
                "--series",
                "R99",
                "--reason",
                "x",
                "--by",
                MARIA);
        assertRefused(ExitCode.WRONG_USAGE, "--class 1, 2 or 3", "declare", id, "--by", MARIA);
        assertRefused(ExitCode.WRONG_USAGE, "leave out --class", "declare", id, "--confirm", "--class", "1");
    }

    @Test
    void aCompletedAuditStartsTheClock() {
        String[] record = {"event", "record", "audit-completed", "--on", "2026-10-15", "--by", MARIA};
        assertRefused(ExitCode.WRONG_USAGE, "--school-year", record);
        assertRefused(ExitCode.WRONG_USAGE, "2025-26", with(record, "--school-year", "2025"));
        Console.Said said = console.run(with(record, "--school-year", "2025-26"));
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("E1 2026-10-15", "3 items looked at, 3 of them read again, 0 moved");
        assertThat(json("item", item("invoice"))
                        .get("classification")
                        .get("eligibleDay")
                        .asString())
                .startsWith("2029-07-0");
        assertThat(console.run("schedule", "explain", item("invoice")).out())
                .contains("counted: from 2026-10-15, when the audit of 2025-26 was completed");
        JsonNode start =
                json("schedule", "explain", item("invoice")).get("counted").get(0);
        assertThat(start.get("event").asString()).isEqualTo("audit-completed");
        assertThat(start.get("day").asString()).isEqualTo("2026-10-15");
        assertThat(console.run("event", "list").out()).contains("1 events recorded", "school year 2025-26", MARIA);
        record[2] = "lunch";
        assertRefused(ExitCode.WRONG_USAGE, "There is no event 'lunch'", with(record, "--school-year", "2025-26"));
        record[2] = "pupil-left";
        assertRefused(ExitCode.WRONG_USAGE, "--query", with(record, "--school-year", "2025-26"));
        assertRefused(ExitCode.WRONG_USAGE, "There is no field", with(record, "--query", "nofield:x"));
        assertThat(console.run(with(record, "--query", "zebra")).out()).contains("1 of them read again");
    }

    @Test
    void theYearlyReviewCountsWhatIsPendingUntilBothAgree() {
        JsonNode review = json("review");
        assertThat(review.get("schoolYear").asString()).isEqualTo("2025-26");
        assertThat(review.get("items").asLong()).isEqualTo(3);
        assertThat(review.get("pending").asLong()).isEqualTo(1);
        assertThat(review.get("daysLeft").asLong()).isEqualTo(61);
        assertThat(console.run("review").out()).contains("3 items, 1 pending", "61 days are left");
        assertThat(console.run("review", "--school-year", "2024-25").out()).contains("0 items, 0 pending");
        String[] agree = {"review", "--agree", "--superintendent", JOHN, "--date", "2026-10-20"};
        assertRefused(ExitCode.WRONG_USAGE, "--board-action", agree);
        assertThat(console.run(with(agree, "--board-action", "Minutes of 2026-10-20, item 7"))
                        .out())
                .contains("3 items, 1 pending, 1 of them Class 2 by agreement", "item 7", "it lapses on 2027-10-20");
        assertThat(json("review").get("agreed").asLong()).isEqualTo(1);
        assertThat(console.run("item", item("zebra")).out()).contains("Class 2", "5 CCR 16024");
        assertRefused(ExitCode.REFUSED, "once", with(agree, "--board-action", "again"));
    }

    @Test
    void aNewArchiveTakesTheScheduleThatIsNamed() {
        Console other = new Console(folder.resolve("other"));
        assertThat(other.run("init", "--schedule", "nothing").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(folder.resolve("other")).doesNotExist();
        assertThat(other.run("init", "--schedule", "clovis-ar-7203").code()).isZero();
        assertThat(other.run("schedule", "list").out()).contains("Version 1  clovis-ar-7203");
        assertRefused(
                ExitCode.REFUSED,
                "muniment schedule adopt",
                "ingest",
                folder.resolve("mail").toString(),
                "--custodian",
                "a@b.example",
                "--schedule",
                "clovis-ar-7203");
        for (String name : List.of("california-k12-title-5", "clovis-ar-7203")) {
            assertThat(ShippedSchedules.read(name)).contains("schedule: " + name);
        }
    }
}
