package org.muniment.batch.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.schedule.EventKind;
import org.muniment.archive.schedule.RecordedEvent;
import org.muniment.archive.schedule.SchoolYear;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestItem;
import org.muniment.batch.classify.Classify;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/** What classes ask of people, of an archive with mail of the school year 2025-26, on November 22, 2026. */
class RetentionTasksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Officer CLERK = new Officer("Maria Ortiz, Director of Records");
    private static final Officer SUPERINTENDENT = new Officer("Ben Hall, Superintendent");
    private static final Custodian PRINCIPAL = new Custodian("principal@district.example");
    private static final String YAML = """
            schedule: pupils
            title: Monitoring, suits and everything else
            zone: America/Los_Angeles
            mailbox-purge: P90D
            unmatched: R62
            series:
              - id: R29
                title: Monitoring
                class: 2
                standing: continuing
                query: 'subject:alert'
                keep: P0D after pupil-left
                at-most: P1Y after pupil-left
                cite: "Ed. Code 49073.6"
                basis: STAT
                verified: false
                examples:
                  yes: ["Subject: Alert\\n\\nA post\\n"]
                  no: ["Subject: Budget\\n\\nAdopted\\n"]
              - id: R51
                title: Claims and suits
                class: 2
                standing: record
                query: 'subject:summons'
                keep: until reclassified
                hold-recommended: true
                cite: "CCP 2023.030"
                basis: STAT
                verified: true
                examples:
                  yes: ["Subject: Summons\\n\\nServed\\n"]
                  no: ["Subject: Budget\\n\\nAdopted\\n"]
              - id: R62
                title: Everything else
                class: 2
                standing: record
                keep: until reclassified
                cite: "5 CCR 16024"
                basis: REG
                verified: true
            """;

    @TempDir
    private Path folder;

    private Archive archive;

    @BeforeEach
    void takeIn() throws IOException {
        archive = Archive.create(ArchiveSettings.embedded(folder.resolve("archive")), Clock.fixed(NOW, ZoneOffset.UTC));
        in(() -> archive.retention().schedules().adopt(YAML, LocalDate.of(2020, 1, 1), CLERK, SUPERINTENDENT, NOW));
        Path mail = Files.createDirectories(folder.resolve("mail"));
        for (String subject : new String[] {"Alert", "Summons", "Second summons", "Garden"}) {
            Files.write(
                    mail.resolve(subject + ".eml"),
                    TestItem.EMAIL.bytes(
                            subject.hashCode(), Instant.parse("2025-09-15T19:00:00Z"), subject, "About " + subject));
        }
        new Ingest(Rooms.of(archive))
                .run(new IngestRequest(mail, SourceType.AUTO, new IngestRequest.Custody.One(PRINCIPAL)), Progress.NONE);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private void in(Runnable change) {
        archive.catalogue().transactions().executeWithoutResult(status -> change.run());
    }

    private RetentionTasks on(LocalDate day) {
        return new RetentionTasks(archive, day);
    }

    @Test
    void aSeriesThatCallsForAHoldIsNamedUntilAHoldCoversItsItems() {
        assertThat(on(DAY).withoutHold())
                .containsExactly(
                        "Consider a legal hold: the schedule recommends one for series R51 Claims and suits, and"
                                + " 2 items are of it under none: muniment hold place");
        hold("second");
        assertThat(on(DAY).withoutHold()).singleElement().asString().contains("1 item is");
        hold("summons");
        assertThat(on(DAY).withoutHold()).isEmpty();
    }

    private void hold(String words) {
        var query = new ItemQueryParser(archive.settings().zone()).parse(words);
        in(() -> archive.holds()
                .place(
                        archive.holds()
                                .open("Doe v. District, " + words, CLERK, NOW)
                                .id(),
                        HoldKind.LITIGATION,
                        new HoldScope(Set.of(), null, null, query),
                        CLERK,
                        NOW));
    }

    @Test
    void theYearlyReviewIsRememberedBeforeJanuaryOneAndWhereItsDeferralLapses() {
        assertThat(on(LocalDate.of(2026, 10, 1)).reviews()).isEmpty();
        assertThat(on(DAY).reviews())
                .containsExactly("The yearly review of school year 2025-26 is due before 2027-01-01, in 40 days"
                        + " (5 CCR 16022). 1 item is pending: muniment review --school-year 2025-26");
        assertThat(on(LocalDate.of(2027, 2, 1)).reviews())
                .singleElement()
                .asString()
                .startsWith("The yearly review of school year 2025-26 was due before 2027-01-01 (5 CCR 16022). 1 item");
        in(() -> archive.retention()
                .reviews()
                .agree(new SchoolYear(2025), SUPERINTENDENT, "Minutes, item 7", LocalDate.of(2026, 11, 20), DAY, NOW));
        classifyAgain();
        assertThat(archive.retention().reviews().pending(new SchoolYear(2025))).isEqualTo(1);
        assertThat(on(DAY).reviews()).isEmpty();
        assertThat(on(LocalDate.of(2027, 10, 21)).reviews())
                .containsExactly("The agreement that what is pending of school year 2025-26 is Class 2 lapses on"
                        + " 2027-11-20, in 30 days (5 CCR 16024). 1 item is pending: muniment review --school-year"
                        + " 2025-26");
        assertThat(on(LocalDate.of(2029, 1, 1)).reviews())
                .singleElement()
                .asString()
                .contains("lapsed on 2027-11-20");
    }

    @Test
    void aStatutoryMaximumIsToldByTheNameOfItsSeries() {
        var alert = new RecordedEvent.About.Matching(
                new ItemQueryParser(archive.settings().zone()).parse("alert"));
        in(() -> archive.retention()
                .events()
                .record(EventKind.PUPIL_LEFT, LocalDate.of(2026, 2, 1), alert, DAY, CLERK, NOW));
        classifyAgain();
        assertThat(on(LocalDate.of(2026, 11, 2)).maximums()).isEmpty();
        assertThat(on(DAY).maximums())
                .singleElement()
                .asString()
                .startsWith("1 item of series R29 Monitoring: the longest time that the law allows ends on 2027-02-01");
    }

    private void classifyAgain() {
        new Classify(Rooms.of(archive)).run(Classify.Progress.NONE);
    }
}
