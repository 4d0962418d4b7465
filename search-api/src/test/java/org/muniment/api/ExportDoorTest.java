package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.search.Mail;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.store.Spool;

/** What {@code muniment search --export} writes is what was collected, for programs that are not ours. */
class ExportDoorTest {
    private static final String HEAD =
            "From: Ann Lee <ann@x.gov>\r\nTo: bob@x.gov\r\nDate: Mon, 2 Mar 2026 09:30:00 -0800\r\n";
    private static final List<String> MAILS = List.of(
            HEAD
                    + "Subject: =HYPERLINK(\"http://evil.example\")\r\nMessage-ID: <1@x>\r\n\r\nFrom here on\r\n>From there\r\n"
                    + ">>From far\r\nFrom\r\n",
            HEAD + "Subject: ../../etc/passwd \"CON\" Año\r\nMessage-ID: <2@x>\r\n\r\nbudget\r\n>>>\r\n>Fro\r\n",
            HEAD + "Subject: third\r\nMessage-ID: <3@x>\r\n\r\nbudget, no end of line\r\n");

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void takeIn() throws IOException {
        Path mails = Files.createDirectory(folder.resolve("mails"));
        for (int at = 0; at < MAILS.size(); at++) {
            Files.writeString(mails.resolve(at + ".eml"), MAILS.get(at));
        }
        console = new Console(folder.resolve("archive"));
        assertThat(console.run("init").code()).isZero();
        assertThat(console.run("ingest", mails.toString(), "--custodian", "bob@x.gov")
                        .code())
                .isZero();
    }

    private Set<String> ids(Console of) {
        return of.run("search", "*", "--json")
                .json()
                .get("items")
                .valueStream()
                .map(one -> one.get("id").asString())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void aMailboxFileGivesTheSameBytesBack() {
        Path file = folder.resolve("out.mbox");
        Console.Said said = console.run("search", "*", "--export", file.toString(), "--json");
        assertThat(said.code()).isZero();
        assertThat(said.json().get("items").asLong()).isEqualTo(3);
        assertThat(folder.resolve("out.mbox.manifest.csv")).exists();
        Console other = new Console(folder.resolve("other"));
        other.run("init");
        assertThat(other.run("ingest", file.toString(), "--custodian", "bob@x.gov")
                        .code())
                .isZero();
        assertThat(ids(other)).isEqualTo(ids(console));
        assertThat(console.run("search", "*", "--export", file.toString()).code())
                .isNotZero();
    }

    @Test
    void aZipFileHasEachItemUnderASafeNameOfItsOwn() throws IOException {
        Path file = folder.resolve("out.zip");
        assertThat(console.run("search", "budget", "--export", file.toString()).code())
                .isZero();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names =
                    zip.stream().map(entry -> entry.getName()).sorted().toList();
            assertThat(names).hasSize(3).last().isEqualTo("manifest.csv");
            assertThat(names.subList(0, 2))
                    .allMatch(name -> name.matches("items/2026-03-02_[a-z0-9-]+_[0-9a-f]{24}\\.eml"))
                    .anyMatch(name -> name.contains("etc-passwd-con-ano"));
        }
    }

    @Test
    void aTableRunsNothingInASpreadsheet() throws IOException {
        Path file = folder.resolve("out.csv");
        assertThat(console.run("search", "*", "--export", file.toString()).code())
                .isZero();
        String table = Files.readString(file);
        assertThat(table).startsWith("\ufeffFile,Item,Kind,").contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"");
        assertThat(table.split("\r\n")).hasSize(4);
        assertThat(console.run(
                                "search",
                                "*",
                                "--export",
                                folder.resolve("out.txt").toString())
                        .code())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    /** Who received blind is in the journal's report only, which the archive keeps whole. */
    @Test
    void ownMailFromAJournalIsTheMessageWithoutItsEnvelope() throws IOException {
        String report = "From: journal@x.gov\r\nTo: archive@x.gov\r\nX-MS-Journal-Report:\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
                + "Sender: ann@x.gov\r\nSubject: fourth\r\nMessage-Id: <4@x>\r\nTo: bob@x.gov\r\nBcc: secret@x.gov\r\n\r\n"
                + "--b\r\nContent-Type: message/rfc822\r\n\r\n" + HEAD
                + "Subject: fourth\r\nMessage-ID: <4@x>\r\n\r\nquarterly\r\n--b--\r\n";
        Path mails = Files.createDirectory(folder.resolve("journal"));
        Files.writeString(mails.resolve("4.eml"), report);
        console.run("ingest", mails.toString(), "--custodian", "bob@x.gov");
        try (Archive archive = Archive.read(console.archive(), Console.CLOCK)) {
            Mail bob = Mail.own(archive, Set.of(new Custodian("bob@x.gov")));
            ItemQuery query = new ItemQuery.Words(org.muniment.archive.query.Field.BODY, List.of("quarterly"), true);
            Item seen = bob.find(bob.search().matching(query, null, 1).getFirst())
                    .orElseThrow()
                    .item();
            assertThat(Mail.all(archive)
                            .find(seen.id())
                            .orElseThrow()
                            .item()
                            .people()
                            .toString())
                    .contains("secret@x.gov");
            assertThat(seen.people().toString()).doesNotContain("secret@x.gov");
            assertThat(bob.search().count(new ItemQuery.Is(org.muniment.archive.query.Field.RECIPIENT, "secret@x.gov")))
                    .isZero();
            assertThat(text(bob, seen)).contains("quarterly").doesNotContain("secret@x.gov");
            Mail ann = Mail.all(archive);
            assertThat(text(ann, seen)).isEqualTo(report);
        }
    }

    private static String text(Mail mail, Item item) throws IOException {
        try (Spool bytes = mail.export().bytes(item)) {
            var out = new ByteArrayOutputStream();
            try (var in = bytes.open()) {
                in.transferTo(out);
            }
            return out.toString(StandardCharsets.UTF_8);
        }
    }
}
