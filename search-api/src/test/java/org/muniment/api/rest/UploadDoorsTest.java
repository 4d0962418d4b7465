package org.muniment.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.api.Console;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Reach;
import org.muniment.archive.access.Token;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.store.Digest;

/** The door that takes bytes: what is refused is refused in words, and whatever comes leaves nothing lying about. */
class UploadDoorsTest extends RestCase {
    private static final String GOOD = "custodian=principal.lincoln@district.example&name=";

    @AfterEach
    void nothingIsLeft() throws IOException, InterruptedException {
        // A refusal is answered a moment before its file is let go.
        for (int tries = 0; tries < 100 && !left().isEmpty(); tries++) {
            Thread.sleep(20);
        }
        assertThat(left()).isEmpty();
    }

    private static List<String> left() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString)
                    .filter(path -> path.contains("/arriving/") || path.contains("evil"))
                    .toList();
        }
    }

    private static Program.Answer send(String parameters, byte[] file) {
        return admin.upload(Uploads.PATH + "?" + parameters, file);
    }

    private static byte[] message(String subject) {
        return ("From: parent@mail.example\r\nTo: principal.lincoln@district.example\r\nSubject: " + subject
                        + "\r\nDate: Mon, 2 Nov 2026 10:00:00 -0800\r\nMessage-ID: <" + subject.hashCode()
                        + "@mail.example>\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return zip.toByteArray();
    }

    @Test
    void aMessageIsTakenInOnce() throws InterruptedException {
        byte[] message = message("Zebra crossing");
        assertThat(done(admin, send(GOOD + "one.eml", message))).contains("1 messages read = 1 stored");
        assertThat(done(admin, send(GOOD + "one.eml", message))).contains("1 messages read = 0 stored + 1 duplicates");
        String found = V1 + "/search?q=zebra&for=request:" + request();
        assertThat(clerk.get(found).json().get("total").asLong()).isEqualTo(1);
    }

    @Test
    void theSameBytesOfTwoPeopleAreKeptApartAndSentAgainAreTheSame(@TempDir Path aside) throws IOException {
        Digest digest = Digest.of(message("Twice"));
        Custodian one = new Custodian("one@district.example");
        Path first = arrived(aside, digest).keep("a.mbox", one);
        Path second = arrived(aside, digest).keep("a.mbox", new Custodian("two@district.example"));
        Path third = arrived(aside, digest).keep("b.mbox", one);
        assertThat(Stream.of(first, second, third).map(Path::getParent)).doesNotHaveDuplicates();
        assertThat(arrived(aside, digest).keep("a.mbox", one)).isEqualTo(first).exists();
    }

    private static Uploads.Arrived arrived(Path aside, Digest digest) throws IOException {
        return new Uploads.Arrived(Files.createTempFile(aside, "upload", ".part"), digest);
    }

    @Test
    void whatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        byte[] large = new byte[(1 << 20) + 1];
        assertProblem(send(GOOD + "large.mbox", large), 413, "1 MB");
        assertProblem(
                admin.send(admin.to(Uploads.PATH + "?" + GOOD + "large.mbox")
                        .header("Content-Type", "application/octet-stream")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))),
                413,
                "1 MB");
        assertProblem(send(GOOD + "empty.eml", new byte[0]), 422, "empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.eml",
                "/tmp/evil.eml",
                "a/evil.eml",
                "a\\evil.eml",
                "..",
                ".evil",
                "evil\r\nSet-Cookie: a=b",
                "evil\u0000.eml",
                " evil.eml",
                ""
            })
    void aNameIsAFilesOwnAndNothingElse(String name) {
        assertProblem(
                send(GOOD + URLEncoder.encode(name, StandardCharsets.UTF_8), message("Path")), 422, "without folders");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: c@d.example",
                "a@b.example, c@d.example",
                "../../evil",
                "\"x\" <a@b.example>",
                ""
            })
    void aCustodianIsOneAddress(String custodian) {
        Program.Answer answer = send(
                "name=a.eml&custodian=" + URLEncoder.encode(custodian, StandardCharsets.UTF_8), message("Custodian"));
        assertProblem(answer, 422, "one address");
    }

    @Test
    void aTokenThatIsNotForItOrAPersonWhoMayNotSendsNothing() {
        List<Program> others = List.of(
                clerk,
                staff,
                auditor,
                Program.of(server, "admin", Reach.whole(Token.Scope.READ)),
                Program.of(server, "admin", Reach.of(Map.of(Area.SEARCH, Token.Scope.WRITE))));
        for (Program other : others) {
            assertProblem(other.upload(Uploads.PATH + "?" + GOOD + "a.eml", message("Other")), 403, "");
        }
        assertProblem(clerk.with("").upload(Uploads.PATH + "?" + GOOD + "a.eml", message("Other")), 401, "token");
    }

    @Test
    void anArchiveThatUnfoldsWithoutEndIsNotUnfolded() throws IOException, InterruptedException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("bomb.eml"));
            for (int megabyte = 0; megabyte < 260; megabyte++) {
                out.write(new byte[1 << 20]);
            }
            out.closeEntry();
        }
        byte[] bomb = zip.toByteArray();
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(done(admin, send(GOOD + "bomb.zip", bomb))).contains("zip bomb");
    }

    @Test
    void aPathInAnArchiveLeadsNowhere() throws IOException, InterruptedException {
        byte[] sent = zip(Map.of("../../../evil.eml", message("Climbing"), "/etc/evil.eml", message("Rooted")));
        assertThat(done(admin, send(GOOD + "paths.zip", sent))).contains("2 messages read");
    }

    @Test
    void aProgramIsKeptAsBytesAndNothingRunsInASpreadsheet() throws InterruptedException, IOException {
        byte[] program = ("MZ" + "\u0000\u0001binary".repeat(50)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(done(admin, send(GOOD + "setup.exe", program))).contains("1 messages read", "0 rejected");
        assertThat(done(admin, send(GOOD + "formula.eml", message("=HYPERLINK(\"http://x.example\")"))))
                .contains("1 stored");
        Path sheet = folder.resolve("found.csv");
        Console console = new Console(server.archive());
        assertThat(console.run("search", "hyperlink", "--export", sheet.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(sheet)).contains("'=HYPERLINK").doesNotContain(",=HYPERLINK", ",\"=HYPERLINK");
    }
}
