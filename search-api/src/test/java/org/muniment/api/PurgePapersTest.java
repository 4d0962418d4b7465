package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.Console.Said;
import tools.jackson.databind.JsonNode;

/** The papers of a destruction, as a clerk gets them: for the board before, the certificate after, and its check. */
class PurgePapersTest {
    private static final Instant THEN = Instant.parse("2031-07-08T17:00:00Z");
    private static final String ORTIZ = "Maria Ortiz, Director of Records";
    private static final String LEE = "Ann Lee, Superintendent";

    @TempDir
    private Path folder;

    private Instant now = THEN;

    private Said run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--archive", folder.resolve("archive").toString()));
        return bare(all.toArray(String[]::new));
    }

    private Said bare(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, false, StandardCharsets.UTF_8),
                out,
                Clock.fixed(now, ZoneOffset.UTC),
                false);
        int code = Muniment.run(terminal, arguments);
        return new Said(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    private Said done(String... arguments) {
        Said said = run(arguments);
        assertThat(said.code()).as(said.err() + said.out()).isEqualTo(ExitCode.DONE);
        return said;
    }

    private String proposed() {
        SampleDistrict.unpack(folder.resolve("mail"));
        Path mail = SampleDistrict.mailboxes(folder.resolve("mail"));
        assertThat(run("ingest", mail.toString(), "--folder-custodians").code())
                .isIn(ExitCode.DONE, ExitCode.DONE_WITH_REJECTED);
        done(
                "schedule",
                "adopt",
                "california-k12-title-5",
                "--effective",
                "2026-07-01",
                "--by",
                ORTIZ,
                "--second",
                LEE);
        JsonNode planned = done("purge", "plan", "--by", ORTIZ, "--json").json();
        assertThat(planned.findValue("items").asLong()).as(planned.toString()).isPositive();
        return planned.findValue("id").asString();
    }

    private void destroy(String plan) {
        done("purge", "approve", plan, "--by", LEE, "--meeting", "2031-07-01", "--reference", "item 9.2");
        run("purge", "execute");
        now = now.plus(Duration.ofDays(31));
        run("purge", "execute");
        run("purge", "override", plan, "--by", LEE, "--reason", "first run");
        run("purge", "execute");
    }

    private void whatABackupBringsBackIsNamed(Path backup, Path certificate, String plan) {
        long destroyed =
                done("purge", "show", plan, "--json").json().findValue("items").asLong();
        String restored = folder.resolve("restored").toString();
        Said back = bare(
                "restore-backup", backup.toString(), "--archive", restored, "--certificate", certificate.toString());
        assertThat(back.code()).isEqualTo(ExitCode.FAILED);
        assertThat(back.out())
                .contains(" items were destroyed after this backup, say the certificates, and are back:")
                .contains("This archive is not as it was");
        assertThat(destroyed).isPositive();
    }

    @Test
    void fromTheBoardsListToACertificateThatAnyoneChecks() throws Exception {
        String plan = proposed();
        Path paper = folder.resolve("agenda.pdf");
        done("purge", "board-list", plan, "--out", paper.toString());
        assertThat(Files.readString(paper, StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.7");
        assertThat(Files.readAllLines(folder.resolve("agenda.csv"))).hasSizeGreaterThan(1);
        assertThat(run("purge", "certificate", plan, "--out", folder.toString()).code())
                .isEqualTo(ExitCode.REFUSED);
        Path backup = folder.resolve("backup");
        done("backup", backup.toString());
        destroy(plan);
        Said written = done("purge", "certificate", plan, "--out", folder.toString());
        assertThat(written.out()).contains("Certificate C" + plan.substring(1) + " of plan " + plan);
        Path certificate = folder.resolve("certificate-" + plan);
        String key = folder.resolve("archive").resolve("ledger.pub").toString();
        Said checked = bare("purge", "verify", certificate.toString(), "--key", key);
        assertThat(checked.code()).as(checked.out() + checked.err()).isEqualTo(ExitCode.DONE);
        assertThat(checked.out())
                .contains("is whole")
                .contains("board action of July 1, 2031, item 9.2")
                .contains("Officers: " + ORTIZ + "; " + LEE);
        assertThat(bare("purge", "verify", certificate.toString()).out())
                .contains("Checked with the key in the folder");
        assertThat(run("purge", "board-list", plan, "--out", paper.toString()).code())
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run("verify").code()).isEqualTo(ExitCode.DONE);
        whatABackupBringsBackIsNamed(backup, certificate, plan);
        changed(certificate);
    }

    private void changed(Path certificate) throws Exception {
        assertThat(run("purge", "verify", certificate.toString()).out()).doesNotContain("the key in the folder");
        Path items = certificate.resolve("items.csv");
        Files.writeString(items, Files.readString(items).replaceFirst(",destroyed,", ",kept,"));
        Said checked = bare("purge", "verify", certificate.toString(), "--json");
        assertThat(checked.code()).isEqualTo(ExitCode.FAILED);
        assertThat(checked.json().get("findings").findValuesAsString("file")).contains("items.csv");
    }

    @Test
    void whatIsNoCertificateIsNone() {
        assertThat(bare("purge", "verify", folder.resolve("nowhere").toString()).code())
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(bare("purge", "verify", folder.toString()).code()).isEqualTo(ExitCode.FAILED);
    }
}
