package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.production.loadfile.LoadField;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;

/** Attached files of all kinds, through a whole production. */
class AttachmentLeavesTest {
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @TempDir
    Path folder;

    private static String mail(String... parts) {
        StringBuilder mail = new StringBuilder("From: Office <office@district.example>\nTo: clerk@district.example\n"
                + "Date: Mon, 8 Sep 2025 12:00:00 -0700\nSubject: Files\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n\nSee the files about Milo Ashfeld.\n");
        for (String part : parts) {
            mail.append("--b\n").append(part).append('\n');
        }
        return mail.append("--b--\n").toString();
    }

    private static String file(String type, String name, String base64) {
        return "Content-Type: " + type + "; name=\"" + name + "\"\nContent-Disposition: attachment\n"
                + "Content-Transfer-Encoding: base64\n\n" + base64;
    }

    private static String text(String type, String name, String text) {
        return file(type, name, District.base64(text));
    }

    private Package internal(String mail) {
        try (District district = District.create(folder)) {
            district.mail("one", mail);
            return new Package(district.produce(district.internal(ProductionFormat.COURT, "out"))
                    .folder());
        }
    }

    private static List<String> natives(Package made) {
        return made.files().stream()
                .filter(file -> file.toString().contains("NATIVES"))
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }

    @Test
    void everyFileHasAPageAndWhatHasNoneIsGivenAsItIs() throws IOException {
        Package made = internal(mail(
                text("text/plain", "note.txt", "A note."),
                file("image/png", "dot.png", PIXEL),
                text("text/csv", "list.csv", "a,b\n1,2\n"),
                text("application/octet-stream", "sound.mp3", "ID3\u0001\u0002"),
                text("application/pdf", "broken.pdf", "%PDF-1.4 and no more"),
                text("application/octet-stream", "nothing.dat", "")));
        List<DocumentRow> rows = made.dat();
        assertThat(rows)
                .extracting(row -> row.get(LoadField.FILENAME))
                .containsExactly("", "note.txt", "dot.png", "list.csv", "sound.mp3", "broken.pdf", "nothing.dat");
        assertThat(natives(made))
                .containsExactly(
                        "ACUSD-000000004.csv", "ACUSD-000000005.mp3", "ACUSD-000000006.pdf", "ACUSD-000000007.dat");
        assertThat(made.allText())
                .contains("A note.", "ACUSD-000000004.csv in the folder NATIVES", "The file is empty", "damaged");
    }

    @Test
    void aMessageInTheMessageIsSetAndItsFilesFollow() throws IOException {
        Package made = internal(mail("Content-Type: message/rfc822\n\nFrom: parent@home.example\nSubject: Complaint\n"
                + "Content-Type: multipart/mixed; boundary=i\n\n--i\n\nHe fell.\n--i\n"
                + text("text/plain", "doctor.txt", "A sprain.") + "\n--i--\n"));
        assertThat(made.dat()).hasSize(3);
        assertThat(made.allText()).contains("He fell.", "A sprain.", "Subject: Complaint");
    }

    @Test
    void aPictureThatTheTextShowsHasNoPageOfItsOwn() throws IOException {
        Package made = internal("From: a@district.example\nSubject: Logo\nDate: Mon, 8 Sep 2025 12:00:00 -0700\n"
                + "Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n"
                + "<p>Go Eagles <img src=\"cid:1\"></p>\n--r\nContent-Type: image/png\nContent-ID: <1>\n"
                + "Content-Transfer-Encoding: base64\n\n" + PIXEL + "\n--r--\n");
        assertThat(made.dat()).hasSize(1);
        assertThat(made.allText()).contains("Go Eagles");
    }

    @Test
    void ofARedactedItemNoFileIsGivenAndItsWordsAreSetInstead() throws IOException {
        try (District district = District.create(folder)) {
            district.mail(
                    "one",
                    mail(
                            text("text/csv", "pupils.csv", "name,grade\nMilo Ashfeld,2\nAna Lima,3\n"),
                            text(
                                    "text/html",
                                    "Milo Ashfeld.html",
                                    "<title>Milo Ashfeld</title><p>About Milo Ashfeld, a pupil")));
            district.code(district.all(), Decision.RESPONSIVE);
            var item = district.item("Files");
            district.redact(item, new Part.Body(), "Milo Ashfeld");
            district.redact(item, new Part.AttachmentText("2"), "Milo Ashfeld");
            district.redact(item, new Part.AttachmentName("3"), "Milo Ashfeld");
            district.redact(item, new Part.AttachmentText("3"), "Milo Ashfeld");
            Package made = new Package(district.produce(district.reviewed(ProductionFormat.COURT, "out"))
                    .folder());
            assertThat(natives(made)).isEmpty();
            assertThat(made.allText())
                    .contains("Ana Lima", "a pupil", "its words are set instead", ".html")
                    .doesNotContain("Milo");
            assertThat(made.dat())
                    .allMatch(row -> row.get(LoadField.SHA256HASH).isEmpty()
                            && row.get(LoadField.REDACTED).equals("Y"));
        }
    }

    @Test
    void aWithheldAttachmentHasAPlaceholderAndTheRestIsShown() throws IOException {
        try (District district = District.create(folder)) {
            district.mail("one", mail(text("text/plain", "grades.txt", "Secret grades of all pupils.")));
            district.code(district.all(), Decision.EXEMPT_IN_PART, District.PUPIL);
            district.redactAll(district.item("Files"), new Part.AttachmentText("2"));
            Package made = new Package(district.produce(district.reviewed(ProductionFormat.PDF, "out"))
                    .folder());
            assertThat(made.allText())
                    .contains("This attachment is withheld", "See the files about")
                    .doesNotContain("Secret grades");
        }
    }

    @Test
    void officeFilesAreRenderedWhereAProgramIsInstalledAndElseGivenWithTheirWords() throws IOException {
        byte[] docx = Files.readAllBytes(
                Path.of("../archive-core/src/test/resources/org/muniment/archive/item/reading/files/plan.docx"));
        Package made = internal(mail(file("application/octet-stream", "plan.docx", District.base64(docx))));
        boolean rendered = OfficeFiles.find(System.getenv("PATH"), folder).isInstalled();
        assertThat(natives(made)).isEqualTo(rendered ? List.of() : List.of("ACUSD-000000002.docx"));
        assertThat(made.allText().contains("No program that renders such files"))
                .isNotEqualTo(rendered);
        assertThat(made.allText()).contains("Individual plan");

        Path program = folder.resolve("bin/soffice");
        Files.createDirectories(folder.resolve("bin"));
        Path agenda = Path.of("../archive-core/src/test/resources/org/muniment/archive/item/reading/files/agenda.pdf")
                .toAbsolutePath();
        Files.writeString(program, "#!/bin/sh\ncp '" + agenda + "' \"$8/document.pdf\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        OfficeFiles office = OfficeFiles.find(folder.resolve("bin").toString(), folder.resolve("scratch"));
        Path input = Files.write(folder.resolve("in.docx"), docx);
        assertThat(office.render(input, "plan.docx").orElseThrow()).hasSameBinaryContentAs(agenda);
    }

    @Test
    void aProgramThatFailsCostsThatFileItsPagesOnly() throws IOException {
        Path program = folder.resolve("bin/soffice");
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(program, "#!/bin/sh\nexit 7\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        OfficeFiles office = OfficeFiles.find(folder.resolve("bin").toString(), folder.resolve("scratch"));
        Path input = Files.writeString(folder.resolve("in.doc"), "x");
        assertThat(office.render(input, "in.doc")).isEmpty();
        assertThat(office.why("")).contains("could not render");
    }

    @Test
    void aProgramThatHangsIsEndedWithAllThatItStartedAndTheNextFileGetsANewProfile() throws Exception {
        Path program = folder.resolve("bin/soffice");
        Files.createDirectories(folder.resolve("bin"));
        Path told = folder.resolve("told");
        Files.writeString(
                program, "#!/bin/sh\necho \"$1\" >> '" + told + "'\nsleep 300 &\necho $! >> '" + told + "'\nwait\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        OfficeFiles office =
                OfficeFiles.find(folder.resolve("bin").toString(), folder.resolve("scratch"), Duration.ofSeconds(1));
        Path input = Files.writeString(folder.resolve("in.doc"), "x");
        assertThat(office.render(input, "in.doc")).isEmpty();
        assertThat(office.render(input, "in.doc")).isEmpty();
        List<String> lines = Files.readAllLines(told);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).isNotEqualTo(lines.get(2));
        for (String child : List.of(lines.get(1), lines.get(3))) {
            ProcessHandle.of(Long.parseLong(child))
                    .ifPresent(still -> still.onExit().join());
        }
    }
}
