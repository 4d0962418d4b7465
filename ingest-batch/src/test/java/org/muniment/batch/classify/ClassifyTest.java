package org.muniment.batch.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Eligibility;
import org.muniment.archive.schedule.EventKind;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.RecordedEvent;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.SchoolYear;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.batch.Rooms;
import org.muniment.batch.TestItem;
import org.muniment.batch.ingest.Reconciliation;
import org.springframework.jdbc.core.JdbcTemplate;

class ClassifyTest {
    private static final String NOTICE =
            "NOTICE: this message may hold minutes of confidential matters and is meant for its recipients only.";

    @TempDir
    private Path folder;

    private static void writeFour(SampleDistrict district) throws IOException {
        district.write("clerk", 1, "ann", "Minutes", "of Tuesday");
        district.write("clerk", 2, "ann", "Contract with Acme", "is signed");
        district.write("clerk", 3, "ann", "Bulletin", "of the week");
        district.write("clerk", 4, "ann", "Lunch", "at noon");
    }

    @Test
    void everyItemHasItsClassWhenTheIngestReturns() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            writeFour(district);
            Reconciliation sum = district.ingest("clerk");
            assertThat(sum.classified()).isEqualTo(new Reconciliation.Classified(1, 2, 1));
            assertThat(district.series())
                    .isEqualTo(
                            Map.of("Minutes", "R01", "Contract with Acme", "R41", "Bulletin", "R42", "Lunch", "R62"));
            assertThat(district.classes().values())
                    .noneMatch(one -> one.reason().isBlank());
            assertThat(district.registered()).isEqualTo(district.readAgain());
            assertThat(district.archive.retention().evaluations().areDone()).isTrue();
            assertThat(district.classify()).isEqualTo(Classify.Outcome.NOTHING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverAnItemIsItHasItsClassAtOnceAndAnEventReachesIt(TestItem kind) throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            district.write(kind, "clerk", 1, "Minutes", "of Tuesday");
            district.write(kind, "clerk", 2, "Contract with Acme", "is signed");
            district.write(kind, "clerk", 3, "Lunch", "at noon");
            assertThat(district.ingest("clerk").classified().items()).isEqualTo(3);
            assertThat(district.series())
                    .isEqualTo(Map.of("Minutes", "R01", "Contract with Acme", "R41", "Lunch", "R62"));
            assertThat(district.classes().values())
                    .noneMatch(one -> one.reason().isBlank());
            record(district, "acme");
            assertThat(district.classify().read()).isEqualTo(1);
            assertThat(district.classOf("Contract with Acme").eligibility())
                    .isEqualTo(new Eligibility.On(LocalDate.parse("2029-10-01")));
            assertThat(district.registered()).isEqualTo(district.readAgain());
        }
    }

    @Test
    void withoutAScheduleItemsWaitUntilOneIsAdopted() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, "")) {
            writeFour(district);
            assertThat(district.ingest("clerk").classified().items()).isZero();
            assertThat(district.classify()).isEqualTo(Classify.Outcome.NOTHING);
            assertThat(district.archive.retention().classifications().counts().unclassified())
                    .isEqualTo(4);
            district.adopt(SampleDistrict.schedule());
            Classify.Outcome outcome = district.classify();
            assertThat(List.of(outcome.looked(), outcome.read(), outcome.moved()))
                    .containsOnly(4L);
            assertThat(district.registered()).isEqualTo(district.readAgain()).hasSize(4);
        }
    }

    @Test
    void aFooterThatManySendersHaveDoesNotCountForThoseBeforeEither() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            for (int i = 0; i < 8; i++) {
                district.write("clerk", i, "sender" + i, "Lunch " + i, "See you at noon.\n\n" + NOTICE);
            }
            district.write("clerk", 9, "ann", "Minutes", "of Tuesday\n\n" + NOTICE);
            assertThat(district.ingest("clerk").classified().class1()).isEqualTo(1);
            assertThat(district.archive.retention().footers().known().all()).isNotEmpty();
            assertThat(district.series()).containsEntry("Minutes", "R01").containsEntry("Lunch 0", "R62");
            assertThat(district.registered()).isEqualTo(district.readAgain());
        }
    }

    @Test
    void whoLearnsAFooterDoesNotWaitForTheRunAsAPersonDoes() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            for (int i = 0; i < 600; i++) {
                district.write("clerk", i, "sender" + i, "Lunch " + i, "See you at noon.\n\n" + NOTICE);
            }
            district.ingest("clerk");
            assertThat(district.archive.retention().footers().known().all()).hasSize(1);
            assertThat(new JdbcTemplate(district.archive.catalogue().reader())
                            .queryForObject(
                                    "select commit_count from batch_step_execution where step_name = 'take in'",
                                    Long.class))
                    .as("transactions of a load that is not broken up")
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    void anEventIsCountedForTheItemsItIsAboutAndOthersAreNotRead() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            writeFour(district);
            district.ingest("clerk");
            assertThat(district.classOf("Contract with Acme").eligibility()).isInstanceOf(Eligibility.Waiting.class);
            record(district, "acme");
            Classify.Outcome outcome = district.classify();
            assertThat(outcome.looked()).isEqualTo(4);
            assertThat(outcome.read()).isEqualTo(1);
            assertThat(district.classOf("Contract with Acme").eligibility())
                    .isEqualTo(new Eligibility.On(LocalDate.parse("2029-10-01")));
            assertThat(district.registered()).isEqualTo(district.readAgain());
        }
    }

    private static void record(SampleDistrict district, String query) {
        var zone = district.archive.settings().zone();
        district.archive
                .catalogue()
                .transactions()
                .executeWithoutResult(status -> district.archive
                        .retention()
                        .events()
                        .record(
                                EventKind.CONTRACT_ENDED,
                                LocalDate.parse("2025-10-01"),
                                new RecordedEvent.About.Matching(new ItemQueryParser(zone).parse(query)),
                                district.today(),
                                SampleDistrict.MARIA,
                                district.archive.clock().instant()));
    }

    @Test
    void anAgreementReachesWhatIsPendingOfItsYear() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            writeFour(district);
            district.ingest("clerk");
            district.archive
                    .catalogue()
                    .transactions()
                    .executeWithoutResult(status -> district.archive
                            .retention()
                            .reviews()
                            .agree(
                                    SchoolYear.parse("2025-26"),
                                    SampleDistrict.JOHN,
                                    "Item 7",
                                    district.today(),
                                    district.today(),
                                    district.archive.clock().instant()));
            assertThat(district.classify().read()).isEqualTo(1);
            assertThat(district.classOf("Lunch").basis()).isEqualTo(Classification.Basis.AGREED);
            assertThat(district.classOf("Minutes").basis()).isEqualTo(Classification.Basis.RULE);
        }
    }

    @Test
    void anItemTakenAgainFromAnotherMailboxIsClassifiedAgain() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            writeFour(district);
            district.ingest("clerk");
            district.write("secretary", 4, "ann", "Lunch", "at noon");
            district.ingest("secretary");
            assertThat(district.series()).containsEntry("Lunch", "R02").containsEntry("Bulletin", "R42");
            district.write("aide", 4, "ann", "Lunch", "at noon");
            district.ingest("aide");
            assertThat(district.series()).containsEntry("Lunch", "R02");
            assertThat(district.registered()).isEqualTo(district.readAgain());
        }
    }

    @Test
    void whatWasDeclaredOutlivesANewSchedule() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            writeFour(district);
            district.ingest("clerk");
            RegisteredItem bulletin = district.archive
                    .items()
                    .all()
                    .filter(row -> row.item().subject().equals("Bulletin"))
                    .findFirst()
                    .orElseThrow();
            var document = new ItemDocument(
                    Rooms.of(district.archive).stored().read(bulletin),
                    district.archive.items().collections(bulletin.item().id()));
            district.archive
                    .catalogue()
                    .transactions()
                    .executeWithoutResult(status -> district.archive
                            .retention()
                            .declarations()
                            .declare(
                                    document,
                                    RecordClass.PERMANENT,
                                    new SeriesId("R01"),
                                    "history of the district",
                                    SampleDistrict.MARIA,
                                    district.today(),
                                    district.archive.clock().instant()));
            district.adopt(SampleDistrict.schedule().replace("'minutes'", "'minutes OR lunch'"));
            assertThat(district.classify().moved()).isEqualTo(1);
            assertThat(district.series()).containsEntry("Lunch", "R01");
            assertThat(district.classOf("Bulletin").basis()).isEqualTo(Classification.Basis.DECLARED);
            assertThat(district.registered()).isEqualTo(district.readAgain());
        }
    }

    @Test
    void anItemWhoseObjectIsDamagedStaysWhatItWas() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            writeFour(district);
            district.ingest("clerk");
            Classification before = district.classOf("Minutes");
            var minutes = district.archive
                    .items()
                    .all()
                    .filter(row -> row.item().subject().equals("Minutes"))
                    .findFirst()
                    .orElseThrow();
            String digest = minutes.item().digest().hex();
            Files.delete(folder.resolve("archive/objects/sha256/" + digest.substring(0, 2) + "/" + digest));
            district.adopt(SampleDistrict.schedule());
            Classify.Outcome outcome = district.classify();
            assertThat(outcome.unread()).isEqualTo(1);
            assertThat(district.classes()).containsEntry("Minutes", before);
            assertThat(district.archive.retention().evaluations().areDone()).isTrue();
        }
    }

    @Test
    void aComparisonCountsWhatWouldMoveAndWritesNothing() throws IOException {
        try (SampleDistrict district = SampleDistrict.create(folder, SampleDistrict.schedule())) {
            writeFour(district);
            district.ingest("clerk");
            long number = district.archive.retention().evaluations().number();
            long entries = district.archive.ledger().size();
            var before = district.registered();
            Comparison.Result result = new Comparison(Rooms.of(district.archive), 20)
                    .run(
                            RetentionSchedule.parse(SampleDistrict.schedule()),
                            RetentionSchedule.parse(SampleDistrict.schedule()
                                    .replace("'minutes'", "'minutes OR bulletin'")
                                    .replace("'contract'", "'lunch'")),
                            Classify.Progress.NONE);
            assertThat(result.items()).isEqualTo(4);
            assertThat(result.moved()).isEqualTo(3);
            assertThat(result.later()).isEqualTo(1);
            assertThat(result.earlier()).isZero();
            assertThat(result.moves())
                    .contains(new Comparison.Move(new Comparison.Place("R42", 3), new Comparison.Place("R01", 1), 1));
            assertThat(result.first()).extracting(Comparison.Example::subject).contains("Bulletin");
            assertThat(district.registered()).isEqualTo(before);
            assertThat(district.archive.retention().evaluations().number()).isEqualTo(number);
            assertThat(district.archive.ledger().size()).isEqualTo(entries);
        }
    }
}
