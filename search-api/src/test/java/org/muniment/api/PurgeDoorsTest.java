package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.ledger.Officer;
import tools.jackson.databind.JsonNode;

/** A purge as a records office carries it out. */
class PurgeDoorsTest {
    private static final String ORTIZ = "Maria Ortiz, Director of Records";
    private static final String LEE = "Ann Lee, Superintendent";
    private static final LocalDate TODAY =
            LocalDate.ofInstant(Console.CLOCK.instant(), ZoneId.of("America/Los_Angeles"));
    private static final int LUNCHES = 3;

    private static final String SCHEDULE = """
            schedule: small
            title: A small schedule
            zone: America/Los_Angeles
            mailbox-purge: P90D
            unmatched: R62
            series:
            - id: T01
              title: Lunch
              class: 3
              standing: record
              query: 'subject:lunch'
              keep: P1Y after received
              cite: 5 CCR 16025
              basis: REG
              verified: true
              transitory: true
              examples:
                yes: ["Subject: lunch"]
                no: ["Subject: dinner"]
            - id: R62
              title: Unmatched
              class: 2
              standing: record
              keep: until reclassified
              cite: 5 CCR 16024
              basis: REG
              verified: false
            """;

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void takeMailIn() throws IOException {
        console = archive("archive", ArchiveSettings.embedded(folder.resolve("archive")));
    }

    private Console archive(String name, ArchiveSettings settings) throws IOException {
        Path mail = Files.createDirectories(folder.resolve(name + "-mail"));
        for (int i = 0; i < 10; i++) {
            Files.writeString(
                    mail.resolve(i + ".eml"),
                    "From: clerk@district.example\r\nDate: Mon, 2 Mar 2020 09:00:00 -0800\r\n"
                            + "Received: from a by b; Mon, 2 Mar 2020 09:00:01 -0800\r\n"
                            + "Subject: " + (i < LUNCHES ? "Lunch " : "Budget ") + i + "\r\n\r\nSee you.\r\n");
        }
        try (Archive archive = Archive.create(settings, Console.CLOCK)) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> archive.retention()
                            .schedules()
                            .adopt(SCHEDULE, TODAY, new Officer(ORTIZ), new Officer(LEE), Console.CLOCK.instant()));
        }
        Console made = new Console(settings.folder());
        assertThat(made.run("ingest", mail.toString(), "--custodian", "clerk@district.example")
                        .code())
                .isZero();
        return made;
    }

    private JsonNode json(String... command) {
        String[] all = Arrays.copyOf(command, command.length + 1);
        all[command.length] = "--json";
        Console.Said said = console.run(all);
        assertThat(said.code()).as(said.err()).isZero();
        return said.json();
    }

    private void refused(int code, String words, String... command) {
        Console.Said said = console.run(command);
        assertThat(said.code()).as(said.err()).isEqualTo(code);
        assertThat(said.err()).contains(words);
    }

    private void approve(String plan) {
        assertThat(json("purge", "approve", plan, "--by", LEE, "--meeting", "2026-10-13", "--reference", "item 7.3")
                        .get("authority")
                        .asString())
                .isEqualTo("board action of October 13, 2026, item 7.3");
    }

    @Test
    void aListIsProposedApprovedByAnotherPersonHiddenAndGivenBack() {
        JsonNode planned = json("purge", "plan", "--by", ORTIZ);
        assertThat(planned.get("plan").get("id").asString()).isEqualTo("P1");
        assertThat(planned.get("series").get("T01").asLong()).isEqualTo(LUNCHES);
        refused(
                ExitCode.REFUSED,
                "must be approved by another person",
                "purge",
                "approve",
                "P1",
                "--by",
                "maria ortiz",
                "--meeting",
                "2026-10-13",
                "--reference",
                "7.3");
        refused(ExitCode.WRONG_USAGE, "Name who approves", "purge", "approve", "P1", "--by", LEE);
        approve("p1");
        assertThat(json("purge", "execute")
                        .get("purge")
                        .get("condemned")
                        .get(0)
                        .get("graceEnds")
                        .asString())
                .isEqualTo(TODAY.plusDays(30).toString());
        JsonNode open = json("purge", "status").get("plans").get(0);
        assertThat(open.get("plan").get("state").asString()).isEqualTo("condemned");
        assertThat(open.get("next").asString()).isEqualTo("waits for " + TODAY.plusDays(30));
        String item = json("purge", "show", "P1", "--limit", "1")
                .get("lines")
                .get(0)
                .get("item")
                .asString();
        JsonNode one = json("purge", "restore", "P1", item.substring(0, 8), "--by", ORTIZ, "--reason", "in use");
        assertThat(one.get("plan").get("withdrawn").asLong()).isEqualTo(1);
        JsonNode all = json("purge", "restore", "P1", "--by", ORTIZ, "--reason", "the board changed its mind");
        assertThat(all.get("plan").get("state").asString()).isEqualTo("finished");
        assertThat(console.run("purge", "list").out()).contains("P1", "finished", "3 kept");
        assertThat(console.run("verify").code()).isZero();
    }

    @Test
    void whatALaterDayBringsIsPlannedForItAndNotBefore() {
        json("purge", "plan", "--by", ORTIZ, "--as-of", "2028-07-01");
        approve("P1");
        assertThat(console.run("purge", "execute").out()).contains("Nothing is to be carried out today");
        assertThat(console.run("purge", "status").out()).contains("next: waits for 2028-07-01");
        assertThat(json("purge", "status", "--as-of", "2028-07-01")
                        .get("plans")
                        .get(0)
                        .get("next")
                        .asString())
                .isEqualTo("muniment purge execute");
    }

    @Test
    void aMistypedDayDestroysNothingInADistrictsArchive() {
        json("purge", "plan", "--by", ORTIZ);
        approve("P1");
        json("purge", "execute");
        refused(ExitCode.REFUSED, "--as-of is for rehearsals", "purge", "execute", "--as-of", "2029-01-01");
        assertThat(json("status").get("items").asLong()).isEqualTo(10);
    }

    @Test
    void aRehearsalGoesThroughTheDaysToTheEmptyPlaceOnTheShelf() throws IOException {
        console = archive("rehearsal", ArchiveSettings.rehearsal(folder.resolve("rehearsal")));
        json("purge", "plan", "--by", ORTIZ);
        approve("P1");
        json("purge", "execute");
        String later = TODAY.plusDays(31).toString();
        Console.Said stopped = console.run("purge", "execute", "--as-of", later);
        assertThat(stopped.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(stopped.out()).contains("more than 5 %", "muniment purge override P1");
        json("purge", "override", "P1", "--by", LEE, "--reason", "a small archive");
        assertThat(json("purge", "execute", "--as-of", later).get("destroyed").asLong())
                .isEqualTo(LUNCHES);
        assertThat(json("status").get("items").asLong()).isEqualTo(10 - LUNCHES);
        Console.Said verified = console.run("verify");
        assertThat(verified.out()).contains("3 destroyed items", "No fault found.");
        assertThat(console.run("purge", "execute", "--sweep", "--as-of", later).out())
                .contains("Removed the bytes of 0");
        assertThat(console.run("purge", "show", "P1").out()).contains("destroyed 2026-");
        refused(ExitCode.REFUSED, "has passed", "purge", "execute", "--as-of", "2020-01-01");
    }

    @Test
    void aStandingAuthorityIsSignedByTwoUsedAndRevoked() {
        refused(
                ExitCode.REFUSED,
                "two persons",
                "purge",
                "authorize",
                "--series",
                "T01",
                "--by",
                ORTIZ,
                "--second",
                "Maria Ortiz");
        JsonNode signed = json("purge", "authorize", "--series", "T01", "--by", ORTIZ, "--second", LEE);
        assertThat(signed.get("lapses").asString()).isEqualTo(TODAY.plusYears(1).toString());
        json("purge", "plan", "--unattended", "--by", ORTIZ);
        assertThat(json("purge", "approve", "P1", "--under", "A1")
                        .get("authority")
                        .asString())
                .isEqualTo("standing authority A1");
        json("purge", "revoke", "A1", "--by", LEE);
        assertThat(json("purge", "status")
                        .get("authorities")
                        .get(0)
                        .get("holds")
                        .asBoolean())
                .isFalse();
        refused(ExitCode.REFUSED, "A1", "purge", "revoke", "A1", "--by", LEE);
    }

    @Test
    void whatIsNoPlanIsSaidToBeNone() {
        refused(ExitCode.WRONG_USAGE, "such as P12", "purge", "show", "twelve");
        refused(ExitCode.WRONG_USAGE, "There is no plan P12", "purge", "show", "P12");
        refused(ExitCode.REFUSED, "was not stopped", "purge", "override", "P12", "--by", LEE, "--reason", "x");
        assertThat(console.run("purge", "list").out()).contains("No plan was made yet");
    }
}
