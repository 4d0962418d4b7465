package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mailbox and nightly commands, as a clerk types them. */
class MailboxDoorTest {
    private static final Instant NOW = Console.CLOCK.instant();

    @TempDir
    private Path folder;

    private Path mail = Path.of("");
    private Console console = new Console(Path.of(""));

    @BeforeEach
    void takeIn() throws IOException {
        mail = folder.resolve("mail");
        console = new Console(folder.resolve("archive"));
        for (String part : List.of("cur", "new", "tmp")) {
            Files.createDirectories(mail.resolve(part));
        }
        for (int i = 0; i < 30; i++) {
            deliver(Duration.ofDays(3), "Recent " + i);
        }
        deliver(Duration.ofDays(120), "Old");
        assertThat(console.run("ingest", mail.toString(), "--custodian", "ann@district.example")
                        .code())
                .isZero();
    }

    private void deliver(Duration age, String subject) throws IOException {
        Files.writeString(
                mail.resolve("cur/" + NOW.minus(age).getEpochSecond() + "." + subject.replace(' ', '-') + ".mail:2,S"),
                "Subject: " + subject + "\n\nAbout " + subject + "\n");
    }

    private long mails() throws IOException {
        try (Stream<Path> files = Files.list(mail.resolve("cur"))) {
            return files.count();
        }
    }

    private void adopt() {
        Console.Said said = console.run(
                "schedule",
                "adopt",
                "california-k12-title-5",
                "--effective",
                "2026-01-01",
                "--by",
                "Maria Ortiz, Director of Records",
                "--second",
                "Ben Hall, Superintendent");
        assertThat(said.code()).as(said.err()).isZero();
    }

    private Console.Said add(String... more) {
        return console.run(Stream.concat(
                        Stream.of("mailbox", "add", mail.toString(), "--custodian", "ann@district.example"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aMailboxIsRegisteredRehearsedAndPurged() throws IOException {
        adopt();
        assertThat(add().code()).isZero();
        assertThat(console.run("mailbox", "list").out()).contains("ann@district.example", mail.toString());
        Console.Said rehearsal = console.run("mailbox", "purge", mail.toString(), "--dry-run");
        assertThat(rehearsal.code()).isZero();
        assertThat(rehearsal.out()).contains("1 of 31 messages are old enough and proved", "30 kept: not old enough");
        assertThat(mails()).isEqualTo(31);
        Console.Said purge = console.run("mailbox", "purge", "--json");
        assertThat(purge.code()).isZero();
        assertThat(purge.json().get(0).get("removed").asInt()).isEqualTo(1);
        assertThat(mails()).isEqualTo(30);
        assertThat(console.run("mailbox", "list").out()).contains("1 of 31 messages removed");
        assertThat(console.run("mailbox", "forget", mail.toString()).code()).isZero();
        assertThat(console.run("mailbox", "list").out()).contains("No mailbox is registered");
        assertThat(console.run("mailbox", "forget", mail.toString()).code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(add().code()).isZero();
        assertThat(console.run("mailbox", "list").out()).contains("1 of 31 messages removed");
        assertThat(console.run("search", "subject:old").out()).contains("Old");
        Console.Said verify = console.run("verify");
        assertThat(verify.out()).contains("No fault found.");
    }

    @Test
    void aStoppedPurgeSaysSoAndGoesOnOnceWithAName() throws IOException {
        adopt();
        for (int i = 0; i < 3; i++) {
            deliver(Duration.ofDays(200 + i), "Older " + i);
        }
        console.run("ingest", mail.toString(), "--custodian", "ann@district.example");
        add();
        Console.Said stopped = console.run("mailbox", "purge", mail.toString());
        assertThat(stopped.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(stopped.out()).contains("Stopped, nothing was removed: it would remove 4 of the 34");
        assertThat(console.run("mailbox", "purge", mail.toString(), "--override", "The first one")
                        .code())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(mails()).isEqualTo(34);
        Console.Said gone = console.run(
                "mailbox", "purge", mail.toString(), "--override", "The first one", "--by", "Maria Ortiz, Records");
        assertThat(gone.code()).as(gone.err()).isZero();
        assertThat(mails()).isEqualTo(30);
        Console.Said again = console.run(
                "mailbox", "purge", mail.toString(), "--override", "The first one", "--by", "Maria Ortiz, Records");
        assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err()).contains("was not stopped");
    }

    @Test
    void aRestoreOfNothingIsNoSuccess() {
        Console.Said nobody = console.run(
                "mailbox",
                "restore",
                folder.resolve("back").toString(),
                "--custodian",
                "misspelt@district.example",
                "--by",
                "Maria Ortiz, Records");
        assertThat(nobody.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(nobody.err()).contains("Nothing in the archive was collected there", "muniment status");
        assertThat(folder.resolve("back")).doesNotExist();
    }

    @Test
    void whatCannotBeIsSaid() throws IOException {
        assertThat(console.run("mailbox", "add", folder.toString(), "--custodian", "a@b.example")
                        .code())
                .isZero();
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Console.Said none = console.run("mailbox", "add", empty.toString(), "--custodian", "a@b.example");
        assertThat(none.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(none.err()).contains("There is no Maildir at");
        Console.Said shorter = add("--keep", "P30D");
        assertThat(shorter.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(shorter.err()).contains("never shorter");
        assertThat(add("--keep", "a month").code()).isEqualTo(ExitCode.WRONG_USAGE);
        Console.Said unknown = console.run("mailbox", "purge", empty.toString());
        assertThat(unknown.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unknown.err()).contains("is not registered");
        add();
        assertThat(console.run("mailbox", "purge", mail.toString()).out())
                .contains("no retention schedule that two officers adopted");
        assertThat(mails()).isEqualTo(31);
    }

    @Test
    void aNightIsDoneAndItsPageWritten() throws IOException {
        adopt();
        add();
        Console.Said night = console.run("nightly");
        assertThat(night.code()).as(night.out() + night.err()).isZero();
        assertThat(night.out())
                .contains(
                        "Night of 2026-11-01",
                        "Fixity sample: done",
                        "Mailbox purge: done",
                        "Letters to staff: done. None go out",
                        "muniment.mail.host",
                        "reports/2026-11-01.html");
        assertThat(mails()).isEqualTo(30);
        assertThat(Files.readString(console.archive().resolve("reports/2026-11-01.html")))
                .contains("Sunday, November 1, 2026", "removed 1 message from mailboxes");
        Console.Said again = console.run("nightly", "--json");
        assertThat(again.json().get("attempt").asInt()).isEqualTo(2);
        assertThat(again.json().get("todo")).isEmpty();
        assertThat(console.run("nightly", "--stay", "--at", "06:00", "--report-at", "06:00")
                        .code())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void aMailboxComesBackFromTheArchive() throws IOException {
        Path back = folder.resolve("back");
        String[] order = {
            "mailbox",
            "restore",
            back.toString(),
            "--custodian",
            "ann@district.example",
            "--by",
            "Maria Ortiz, Director of Records"
        };
        Console.Said rehearsal = console.run(
                Stream.concat(Stream.of(order), Stream.of("--dry-run")).toArray(String[]::new));
        assertThat(rehearsal.out()).contains("31 for INBOX", "31 messages would be put back");
        assertThat(back).doesNotExist();
        Console.Said restored = console.run(order);
        assertThat(restored.code()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("31 put back and read back");
        assertThat(console.run(order).out()).contains("31 were there already");
        try (Stream<Path> files = Files.list(back.resolve("cur"))) {
            assertThat(files).hasSize(31);
        }
        assertThat(console.run("verify").out()).contains("No fault found.");
    }

    @Test
    void anAccountThatIsNotSetUpIsToldInWords() {
        Console.Said add = console.run("mailbox", "add", "imap://ann@mail.district.example");
        assertThat(add.err()).contains("sources.yaml names no account imap://ann@mail.district.example");
        Console.Said restore = console.run(
                "mailbox", "restore", "ann@distrct.example", "--custodian", "ann@district.example", "--by", "A, B");
        assertThat(restore.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(restore.err()).contains("names no mail account of this custodian");
        assertThat(console.run("mailbox", "restore", "back", "--by", "A, B").code())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }
}
