package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import tools.jackson.databind.JsonNode;

/** What commands say when something is not as they need it. */
class DoorsTest {
    @TempDir
    private Path folder;

    private Path mail;
    private Console console;

    @BeforeEach
    void writeMail() throws IOException {
        mail = Files.createDirectories(folder.resolve("mail"));
        Files.writeString(mail.resolve("one.eml"), "From: a@district.example\r\nSubject: One\r\n\r\nAgenda\r\n");
        console = new Console(folder.resolve("an archive"));
    }

    @Test
    void whatIsMissingForAnIngestIsSaid() {
        assertRefused(
                ExitCode.WRONG_USAGE,
                "There is nothing at",
                "ingest",
                folder.resolve("nowhere").toString());
        assertRefused(ExitCode.WRONG_USAGE, "--custodian ADDRESS", "ingest", mail.toString());
        assertRefused(
                ExitCode.WRONG_USAGE, "one address, such as", "ingest", mail.toString(), "--custodian", "Ann Lee");
        assertRefused(
                ExitCode.WRONG_USAGE, "--source", "ingest", mail.toString(), "--custodian", "a", "--source", "pst");
        assertRefused(ExitCode.WRONG_USAGE, "it would take itself in", "ingest", folder.toString(), "--custodian", "a");
        assertThat(folder.resolve("an archive")).doesNotExist();
    }

    @Test
    void aSecondIngestStoresNothing() {
        assertThat(ingest().get("stored").asLong()).isEqualTo(1);
        JsonNode again = ingest();
        assertThat(again.get("stored").asLong()).isZero();
        assertThat(again.get("duplicates").asLong()).isEqualTo(1);
    }

    @Test
    void whatIsRejectedIsNamedAndTheExitCodeTells() throws IOException {
        Files.createSymbolicLink(mail.resolve("gone.eml"), folder.resolve("nowhere.eml"));
        Console.Said said = console.run("ingest", mail.toString(), "--custodian", "a@district.example");
        assertThat(said.code()).isEqualTo(ExitCode.DONE_WITH_REJECTED);
        assertThat(said.out()).contains("Rejected           1", "REJECTED  gone.eml: a link to nothing");
        assertThat(ingest().get("rejections").get(0).get("place").asString()).isEqualTo("gone.eml");
    }

    @Test
    void withoutAnArchiveEveryCommandSaysWhatToDo() {
        for (List<String> command : List.of(
                List.of("search", "budget"),
                List.of("item", "ab"),
                List.of("status"),
                List.of("exceptions"),
                List.of("verify"),
                List.of("reindex"),
                List.of("schedule", "list"),
                List.of("schedule", "apply"),
                List.of("declare", "--pending"),
                List.of("event", "list"),
                List.of("review"),
                List.of("bench", "search"))) {
            assertRefused(ExitCode.REFUSED, "There is no archive in", command.toArray(String[]::new));
        }
        assertThat(folder.resolve("an archive")).doesNotExist();
    }

    @Test
    void twoWritersDoNotMeet() {
        ingest();
        try (Archive writing = Archive.write(console.archive(), Console.CLOCK)) {
            assertRefused(
                    ExitCode.REFUSED,
                    "Another command is writing",
                    "ingest",
                    mail.toString(),
                    "--custodian",
                    "a@b.example");
            assertRefused(ExitCode.REFUSED, "Another command is writing", "reindex");
            assertThat(console.run("search", "agenda").code()).isZero();
            assertThat(writing.items().latestRevision()).isPositive();
        }
        assertThat(console.run("reindex").code()).isZero();
        assertThat(console.run("search", "agenda").out()).startsWith("1 item\n");
    }

    @Test
    void settingsOfAnArchiveStayAsTheyAre() {
        Console.Said created = console.run("init", "--zone", "America/Denver");
        assertThat(created.code()).isZero();
        assertThat(created.out()).contains("America/Denver", "ledger.key");
        assertRefused(ExitCode.REFUSED, "already", "init");
        assertRefused(
                ExitCode.REFUSED,
                "kept in another way",
                "ingest",
                mail.toString(),
                "--custodian",
                "a",
                "--zone",
                "UTC");
        assertRefused(ExitCode.REFUSED, "would mix made-up mail", "demo");
    }

    @Test
    void addressesThatCannotBeAreRefused() {
        assertRefused(ExitCode.REFUSED, "not in 'foo'", "init", "--objects", "foo");
        assertRefused(ExitCode.REFUSED, "not 'foo'", "init", "--catalogue", "foo");
        assertRefused(ExitCode.REFUSED, "There is no time zone 'Mars/Phobos'", "init", "--zone", "Mars/Phobos");
        assertRefused(ExitCode.REFUSED, "no setting colour", "init", "--objects", "s3://bucket?colour=red");
        assertRefused(
                ExitCode.FAILED,
                "The catalogue can't be used: Connection to 127.0.0.1:1 refused",
                "init",
                "--catalogue",
                "jdbc:postgresql://127.0.0.1:1/none?user=nobody");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Console.Said said = new Console(file.resolve("archive")).run("init");
        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.err())
                .contains("can't be written")
                .contains(file.toString())
                .doesNotContain("Exception");
    }

    @Test
    void damagedSettingsAreNamed() throws IOException {
        ingest();
        Path settings = console.archive().resolve("archive.properties");
        String good = Files.readString(settings);
        Files.writeString(settings, good.replace("America/Los_Angeles", "America/Fresno"));
        assertRefused(ExitCode.REFUSED, "There is no time zone 'America/Fresno'", "search", "agenda");
        Files.writeString(settings, good.replaceAll("origin=.*", ""));
        assertRefused(ExitCode.REFUSED, "its line origin=… is missing", "search", "agenda");
        Files.writeString(settings, good.replace("objects=files", "objects=\\u00"));
        assertRefused(ExitCode.REFUSED, "archive.properties is damaged", "search", "agenda");
        Files.write(settings, new byte[] {'a', '=', (byte) 0xff});
        assertRefused(ExitCode.REFUSED, "archive.properties is damaged", "search", "agenda");
    }

    @Test
    void aLostPartIsNeverMadeAnewInSilence() throws IOException {
        ingest();
        Files.move(console.archive().resolve("ledger.key"), folder.resolve("kept.key"));
        assertRefused(ExitCode.REFUSED, "lacks its file ledger.key", "status");
        Files.move(folder.resolve("kept.key"), console.archive().resolve("ledger.key"));
        Files.delete(console.archive().resolve("catalogue.db"));
        assertRefused(ExitCode.REFUSED, "lacks its file catalogue.db", "search", "agenda");
    }

    @Test
    void aCatalogueThatIsNoDatabaseIsNamed() throws IOException {
        ingest();
        Files.writeString(console.archive().resolve("catalogue.db"), "This was a database.");
        assertRefused(ExitCode.FAILED, "The catalogue can't be used", "status");
    }

    @Test
    void anItemIsShownAlthoughItsObjectIsLost() throws IOException {
        ingest();
        String id = console.run("search", "agenda", "--json")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        String digest = console.run("item", id, "--json").json().get("digest").asString();
        Files.delete(console.archive().resolve("objects/sha256/" + digest.substring(0, 2) + "/" + digest));
        Console.Said page = console.run("item", id);
        assertThat(page.code()).isZero();
        assertThat(page.out()).contains("Subject       One");
        assertThat(page.err()).contains(digest);
        assertThat(console.run("item", id, "--raw").code()).isEqualTo(ExitCode.FAILED);
        assertThat(console.run("verify").code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void noMailDrivesTheTerminal() throws IOException {
        String evil = "\u001b]0;owned\u0007\u009b31m\u202egnp.exe\u2066 \u200f";
        Files.write(
                mail.resolve("evil.eml"),
                ("From: \"" + evil + "\" <a@district.example>\r\nTo: \"" + evil
                                + "\" <b@district.example>\r\nSubject: mark " + evil + "\r\n\r\nbody of mark " + evil
                                + "\r\n\u001b[2Jcleared\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        ingest();
        String id = console.run("search", "mark", "--json")
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        for (List<String> command : List.of(
                List.of("search", "mark"),
                List.of("search", "mark", "--json"),
                List.of("item", id),
                List.of("item", id, "--json"),
                List.of("search", "mark", "--explain", id),
                List.of("status"),
                List.of("search", "mark " + evil),
                List.of("search", "sbuject:" + evil),
                List.of("item", evil))) {
            Console.Said said = console.run(command.toArray(String[]::new));
            assertThat(said.out() + said.err())
                    .doesNotContainPattern("[\\p{Cc}&&[^\n]]|[\u0080-\u009f\u200f\u202e\u2066]");
        }
        assertThat(console.run("item", id, "--json").json().get("subject").asString())
                .contains("\u202e");
    }

    @Test
    void programsGetJsonAndNothingElse() {
        ingest();
        for (List<String> command : List.of(
                List.of("search", "agenda"),
                List.of("exceptions"),
                List.of("status"),
                List.of("verify"),
                List.of("reindex"),
                List.of("reindex", "--catch-up"),
                List.of("schedule", "list"),
                List.of("schedule", "apply"),
                List.of("schedule", "check", "clovis-ar-7203"),
                List.of("schedule", "diff", "1", "now"),
                List.of("declare", "--pending"),
                List.of("event", "list"),
                List.of("review"),
                List.of("search", "("),
                List.of("init"),
                List.of("bench", "search", "--queries", "1"),
                List.of("item", "zz"))) {
            Console.Said said = console.run(
                    Stream.concat(command.stream(), Stream.of("--json")).toArray(String[]::new));
            assertThat(said.out()).as(command.toString()).endsWith("\n").hasLineCount(1);
            assertThat(said.json().isContainer()).as(command.toString()).isTrue();
        }
    }

    private JsonNode ingest() {
        return console.run("ingest", mail.toString(), "--custodian", "clerk@district.example", "--json")
                .json();
    }

    private void assertRefused(int code, String because, String... command) {
        Console.Said said = console.run(command);
        assertThat(said.err()).startsWith("muniment: ").contains(because).doesNotContain("Exception", "\tat ");
        assertThat(said.out()).isEmpty();
        assertThat(said.code()).isEqualTo(code);
    }
}
