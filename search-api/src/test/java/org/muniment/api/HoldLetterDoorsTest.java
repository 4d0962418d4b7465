package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a hold would cover, its weeks and its letters, from the command line. */
class HoldLetterDoorsTest {
    private static final String ORTIZ = "Maria Ortiz, Director of Records";
    private static final String CLERK = "clerk@district.example";

    @TempDir
    private Path folder;

    private Console console;

    @BeforeEach
    void takeMailIn() throws IOException {
        console = new Console(folder.resolve("archive"));
        Path mail = Files.createDirectories(folder.resolve("mail"));
        for (String subject : new String[] {"Budget", "Lunch"}) {
            Files.writeString(
                    mail.resolve(subject + ".eml"),
                    "From: a@b.example\r\nDate: Mon, 2 Mar 2020 09:00:00 -0800\r\nSubject: " + subject
                            + "\r\n\r\nSee you.\r\n");
        }
        console.run("ingest", mail.toString(), "--custodian", CLERK);
    }

    private void place() {
        assertThat(console.run(
                                "hold",
                                "place",
                                "--matter",
                                "Doe",
                                "--kind",
                                "litigation",
                                "--custodian",
                                CLERK,
                                "--by",
                                ORTIZ)
                        .code())
                .isZero();
    }

    @Test
    void aPreviewPlacesNothing() {
        JsonNode preview =
                console.run("hold", "preview", "--query", "budget", "--json").json();
        assertThat(preview.get("items").asLong()).isEqualTo(1);
        assertThat(console.run("hold", "preview", "--custodian", "x@y.example").err())
                .contains("nothing was collected from x@y.example");
        assertThat(console.run("hold", "list").out()).contains("No hold binds");
    }

    @Test
    void aWeekListsWhatCame() {
        assertThat(console.run("hold", "week").out()).contains("No hold binds");
        place();
        assertThat(console.run("hold", "week").out())
                .contains("H1     2026-10-26 to 2026-11-01: 2 items came onto its list");
        JsonNode before = console.run("hold", "week", "h1", "--to", "2026-10-20", "--json")
                .json();
        assertThat(before.get(0).get("added").asLong()).isZero();
    }

    @Test
    void theFirstLetterIsANoticeTheSecondAReminder() {
        place();
        Console.Said letter = console.run(
                "hold", "letter", "H1", "--to", CLERK, "--by", ORTIZ, "--address", "https://records.example/");
        assertThat(letter.out())
                .contains("To: " + CLERK, "Subject: Please keep", "https://records.example/acknowledge/", ORTIZ);
        assertThat(console.run("hold", "letter", "H1", "--to", CLERK, "--by", ORTIZ)
                        .out())
                .contains("Subject: Reminder");
        assertThat(console.run("hold", "notice", "H1").out()).contains("1 reminders");
        Console.Said again = console.run("hold", "letter", "H1", "--to", CLERK, "--by", ORTIZ, "--step", "notice");
        assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(again.err()).contains("sent already");
        assertThat(console.run("hold", "letter", "H1", "--to", "x@y.example", "--by", ORTIZ)
                        .err())
                .contains("not on the mailbox of x@y.example");
        assertThat(console.run("hold", "letter", "H1").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void theTextsAreADistrictsOwn() throws IOException {
        place();
        assertThat(console.run("hold", "letter", "--templates").out()).contains("3 texts were put into");
        Files.writeString(
                console.archive().resolve("letters/hold-notice.txt"), "Subject: Ours\n\nDear {custodain}: {link}\n");
        Console.Said wrong = console.run("hold", "letter", "H1", "--to", CLERK, "--by", ORTIZ);
        assertThat(wrong.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(wrong.err()).contains("line 3: there is no {custodain}");
        assertThat(console.run("hold", "notice", "H1").out()).contains("not told yet");
    }
}
