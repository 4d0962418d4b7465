package org.muniment.batch.expire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.store.Digest;
import org.muniment.batch.TestArchive;
import org.muniment.batch.TestItem;
import org.muniment.batch.fixity.FixityCheck;
import org.muniment.batch.fixity.Verification.Fault;
import org.springframework.jdbc.core.JdbcTemplate;

/** How approved plans are carried out. */
class ExpireTest {
    private static final Set<Integer> LUNCH = Set.of(0, 1, 2, 3, 4, 5);

    @TempDir
    private Path folder;

    private Path home() {
        return folder.resolve("archive");
    }

    private Archive on(LocalDate day) {
        return Archive.write(home(), Office.on(day));
    }

    /** Six items about lunch among thirty; proposed and approved. */
    private PlanId approved(ArchiveSettings settings) {
        return approved(settings, TestItem.EMAIL);
    }

    private PlanId approved(ArchiveSettings settings, TestItem kind) {
        try (Archive archive = Office.create(settings)) {
            Office.collect(archive, folder.resolve("mail"), 30, LUNCH, kind);
            assertThat(found(archive, "kind:" + kind.kind().name().toLowerCase(Locale.ROOT) + " noon"))
                    .isEqualTo(30);
            PlanId plan = Office.propose(archive).plan().id();
            Office.approve(archive, plan);
            return plan;
        }
    }

    private static List<Fault> faults(Archive archive) {
        return new FixityCheck(archive, done -> {})
                .run(OptionalInt.empty(), List.of())
                .faults();
    }

    private static Plan.Stage stage(Archive archive, PlanId plan) {
        return archive.disposal().plans().find(plan).orElseThrow().stage();
    }

    private static long found(Archive archive, String query) {
        return archive.index()
                .search(new Search(
                        new ItemQueryParser(Office.ZONE).parse(query), 0, Optional.empty(), Search.Order.NEWEST_FIRST))
                .total();
    }

    @ParameterizedTest
    @EnumSource
    void aPlanIsCondemnedAtOnceAndDestroyedWhenItsGraceIsOver(TestItem kind) {
        PlanId plan = approved(ArchiveSettings.embedded(home()), kind);
        try (Archive archive = on(Office.PLANNED)) {
            Expired first = new Expire(archive).run(Expire.Progress.NONE);
            assertThat(first.condemned()).containsExactly(new Expired.Condemned(plan.value(), 6, Office.GRACE_OVER));
            assertThat(first.destroyed()).isZero();
            assertThat(archive.disposal().dispositions().condemned(items(archive)))
                    .hasSize(6);
        }
        try (Archive archive = on(Office.GRACE_OVER.minusDays(1))) {
            assertThat(new Expire(archive).run(Expire.Progress.NONE).carriedOut())
                    .isEmpty();
        }
        try (Archive archive = on(Office.GRACE_OVER)) {
            Expired stopped = new Expire(archive).run(Expire.Progress.NONE);
            assertThat(stopped.isStopped()).isTrue();
            assertThat(stopped.carriedOut().getFirst().stopped()).contains("more than 5 %");
            assertThat(items(archive)).hasSize(30);
            Office.override(archive, plan);
            assertThat(Office.expire(archive))
                    .containsExactly(new Expired.CarriedOut(plan.value(), 6, Map.of(), 0, null));
            assertThat(items(archive)).hasSize(24);
            assertThat(archive.index().size()).isEqualTo(24);
            assertThat(found(archive, "subject:lunch")).isZero();
            assertThat(stage(archive, plan)).isInstanceOf(Plan.Stage.Finished.class);
            assertThat(faults(archive)).isEmpty();
        }
    }

    @Test
    void whatWasTakenOffBeforeItsDayIsNotCountedAsHidden() {
        PlanId plan = approved(ArchiveSettings.embedded(home()));
        try (Archive archive = on(Office.PLANNED)) {
            ItemId first =
                    archive.disposal().plans().lines(plan, 0, 1).getFirst().item();
            Office.changed(archive, () -> {
                Instant now = archive.clock().instant();
                archive.disposal().plans().withdraw(plan, first, Office.LEE, "still needed", now);
                return first;
            });
            assertThat(new Expire(archive).run(Expire.Progress.NONE).condemned())
                    .containsExactly(new Expired.Condemned(plan.value(), 5, Office.GRACE_OVER));
        }
    }

    @Test
    void toldToStopItBeginsNoBatchAndTheNextRunGoesOn() {
        PlanId plan = approved(ArchiveSettings.embedded(home()));
        try (Archive archive = on(Office.PLANNED)) {
            Expired stopped = new Expire(archive).run(Expire.Progress.NONE, () -> true);
            assertThat(stopped.unfinished()).isTrue();
            assertThat(stage(archive, plan)).isInstanceOf(Plan.Stage.Approved.class);
            assertThat(new Expire(archive).run(Expire.Progress.NONE).unfinished())
                    .isFalse();
        }
        try (Archive archive = on(Office.GRACE_OVER)) {
            Office.override(archive, plan);
            Expired stopped = new Expire(archive).run(Expire.Progress.NONE, () -> true);
            assertThat(stopped.unfinished()).isTrue();
            assertThat(stopped.destroyed()).isZero();
            assertThat(items(archive)).hasSize(30);
            Expired rest = new Expire(archive).run(Expire.Progress.NONE, () -> false);
            assertThat(rest.unfinished()).isFalse();
            assertThat(rest.destroyed()).isEqualTo(6);
        }
    }

    @Test
    void onPostgresqlToo() {
        PlanId plan = approved(
                ArchiveSettings.embedded(home()).withCatalogue(TestArchive.postgresqlAddress() + "&password=postgres"));
        try (Archive archive = on(Office.PLANNED)) {
            Office.expire(archive);
        }
        try (Archive archive = on(Office.GRACE_OVER)) {
            Office.override(archive, plan);
            assertThat(Office.expire(archive).getFirst().destroyed()).isEqualTo(6);
            assertThat(faults(archive)).isEmpty();
        }
    }

    @Test
    void aPlanOfALaterDayIsNotCondemnedBeforeThatDay() {
        LocalDate later = Office.PLANNED.plusYears(1);
        PlanId plan;
        try (Archive archive = Office.create(home())) {
            Office.collect(archive, folder.resolve("mail"), 30, LUNCH);
            plan = archive.disposal()
                    .planner()
                    .propose(new PlanRequest(
                            later,
                            Set.of(),
                            false,
                            Office.ORTIZ,
                            archive.clock().instant()))
                    .plan()
                    .id();
            Office.approve(archive, plan);
        }
        try (Archive archive = on(later.minusDays(1))) {
            assertThat(new Expire(archive).run(Expire.Progress.NONE).condemned())
                    .isEmpty();
            assertThat(stage(archive, plan)).isInstanceOf(Plan.Stage.Approved.class);
        }
        try (Archive archive = on(later)) {
            assertThat(new Expire(archive).run(Expire.Progress.NONE).condemned())
                    .hasSize(1);
        }
    }

    @Test
    void aPlanThatWasTamperedWithIsStoppedAndTheOthersGoOn() {
        PlanId tampered = approved(ArchiveSettings.embedded(home()));
        PlanId good;
        try (Archive archive = on(Office.PLANNED)) {
            Office.expire(archive);
            Office.collect(archive, folder.resolve("more"), 60, Set.of(40, 41));
            good = Office.propose(archive).plan().id();
            Office.approve(archive, good);
            Office.expire(archive);
            new JdbcTemplate(archive.catalogue().writer())
                    .update("update plan_line set size = size + 1 where plan = 1 and number = 1");
        }
        try (Archive archive = on(Office.GRACE_OVER)) {
            List<Expired.CarriedOut> done = Office.expire(archive);
            assertThat(done).extracting(Expired.CarriedOut::plan).containsExactly(tampered.value(), good.value());
            assertThat(done.getFirst().stopped()).contains("not those that were frozen");
            assertThat(done.getFirst().destroyed()).isZero();
            assertThat(done.getLast().destroyed()).isEqualTo(2);
        }
    }

    /** A process that dies between deleting objects and committing leaves this behind. */
    @Test
    void whatACrashLeftHalfDestroyedIsNamedWithTheCommandThatGoesOn() {
        PlanId plan = approved(ArchiveSettings.embedded(home()));
        try (Archive archive = on(Office.PLANNED)) {
            Office.expire(archive);
        }
        try (Archive archive = on(Office.GRACE_OVER)) {
            Office.override(archive, plan);
            JdbcTemplate sql = new JdbcTemplate(archive.catalogue().writer());
            sql.update("update plan_line set state = 'DESTROYING' where number <= 2");
            String object = sql.queryForObject("select object from plan_line where number = 1", String.class);
            archive.objects().destroy(new Digest(String.valueOf(object)));
            assertThat(faults(archive)).singleElement().satisfies(fault -> {
                assertThat(fault.where()).startsWith("item ");
                assertThat(fault.what())
                        .isEqualTo("its destruction was begun and not ended; run: muniment purge execute");
            });
            assertThat(Office.expire(archive).getFirst().destroyed()).isEqualTo(6);
            assertThat(faults(archive)).isEmpty();
        }
    }

    private static List<ItemId> items(Archive archive) {
        return archive.items().all().map(row -> row.item().id()).toList();
    }
}
