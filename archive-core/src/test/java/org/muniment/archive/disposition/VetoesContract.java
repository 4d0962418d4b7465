package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.disposition.RecordsOffice.CHO;
import static org.muniment.archive.disposition.RecordsOffice.LEE;
import static org.muniment.archive.disposition.RecordsOffice.ORTIZ;
import static org.muniment.archive.disposition.RecordsOffice.START;
import static org.muniment.archive.disposition.RecordsOffice.on;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.InMemoryObjectStore;
import org.muniment.archive.store.StoreUnavailable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each reason to keep an item keeps it, when a plan is made and when it is carried out; and so does a broken part. */
abstract class VetoesContract {
    private static final String ANN = "ann@district.example";
    private static final LocalDate OLD = START.minusYears(3);
    private static final LocalDate AFTER_GRACE = START.plusDays(30);

    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Fuse fuse = new Fuse();
    private final AtomicBoolean away = new AtomicBoolean();

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private RecordsOffice office;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openOffice() {
        catalogue = open(folder);
        office = reopened();
        office.adopt(SmallSchedule.yaml(90));
    }

    private RecordsOffice reopened() {
        return new RecordsOffice(
                catalogue,
                new WatchedObjects(new Unreachable(store, away), fuse, object -> {}),
                folder,
                fuse.around(catalogue.transactions()),
                RecordsOffice.key(folder));
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String keptBy(PlanId plan) {
        Batch batch = office.destroyAll(plan, AFTER_GRACE);
        assertThat(batch.destroyed()).isEmpty();
        return batch.withdrawn().getFirst().refusal().veto();
    }

    private void declare(ItemId item, RecordClass recordClass, String series) {
        office.change(() -> office.retention
                .declarations()
                .declare(
                        office.document(item), recordClass, new SeriesId(series), "see file", ORTIZ, START, on(START)));
    }

    private void confirm(ItemId item) {
        office.change(() -> office.retention.declarations().confirm(office.document(item), LEE, START, on(START)));
    }

    @Test
    void whatWasDeclaredPermanentAfterItWasListedIsKept() {
        ItemId item = office.collect("invoice", "for chairs", OLD, ANN);
        PlanId plan = office.condemned(START);
        declare(item, RecordClass.PERMANENT, "R01");
        confirm(item);
        assertThat(keptBy(plan)).isEqualTo("classification changed");
    }

    @Test
    void aDeclarationThatAwaitsConfirmationKeepsTheItem() {
        ItemId item = office.collect("invoice", "for chairs", OLD, ANN);
        PlanId plan = office.condemned(START);
        declare(item, RecordClass.DISPOSABLE, "R35");
        assertThat(keptBy(plan)).isEqualTo("declaration awaits confirmation");
        assertThat(office.propose(START).refusals()).containsOnlyKeys("declaration awaits confirmation");
        confirm(item);
        assertThat(office.propose(START).plan().items()).isEqualTo(1);
    }

    @Test
    void aLongerPeriodOfANewScheduleKeepsWhatIsListed() {
        office.collect("lunch", "at noon", START.minusDays(100), ANN);
        PlanId plan = office.condemned(START);
        office.adopt(SmallSchedule.yaml(200));
        assertThat(keptBy(plan)).isEqualTo("not yet eligible");
    }

    @Test
    void aPlanMadeForALaterDayDoesNotDestroyBefore() {
        office.collect("lunch", "at noon", START.minusDays(10), ANN);
        PlanId plan = office.propose(START.plusDays(85)).plan().id();
        office.approve(plan, START);
        office.disposal.destruction().condemn(plan, on(START));
        assertThat(keptBy(plan)).isEqualTo("not yet eligible");
    }

    @Test
    void anItemOfUnknownAgeIsNeverDue() {
        office.collect(RecordsOffice.mail("lunch", "at noon", null), null, ANN);
        assertThat(office.propose(START.plusYears(50)).plan().items()).isZero();
    }

    @Test
    void permanentAndUnmatchedItemsAreNeverDue() {
        office.collect("minutes", "motion carried", OLD, ANN);
        office.collect("hello", "there", OLD, ANN);
        Planned planned = office.propose(START.plusYears(50));
        assertThat(planned.plan().items() + planned.refused()).isZero();
    }

    @Test
    void whatCouldNotBeReadInFullIsKeptUntilAPersonDeclaresIt() {
        byte[] mail = ("Subject: invoice\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nsee file\r\n--b\r\nContent-Type: application/zip;"
                        + " name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBAoAAAAAAA==\r\n--b--\r\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        ItemId item = office.collect(mail, on(OLD), ANN);
        assertThat(office.items.find(item).orElseThrow().item().coverage().gaps())
                .isNotEmpty();
        assertThat(office.propose(START).refusals()).containsOnlyKeys("not read in full");
        declare(item, RecordClass.DISPOSABLE, "R35");
        confirm(item);
        assertThat(office.propose(START).plan().items()).isEqualTo(1);
    }

    @Test
    void whatIsNoRecordIsKeptWithTheRecordsOfItsThread() {
        String root = "<root@district.example>";
        ItemId thanks = office.collect(RecordsOffice.mail("thanks", "a lot", root), on(OLD), ANN);
        PlanId plan = office.condemned(START);
        ItemId invoice = office.collect(RecordsOffice.mail("invoice", "for chairs", root), on(OLD), ANN);
        assertThat(keptBy(plan)).isEqualTo("part of a record thread");
        assertThat(office.propose(START, "R58").refusals()).containsOnlyKeys("part of a record thread");
        office.destroyAll(office.condemned(START, "R35"), AFTER_GRACE);
        assertThat(office.isThere(invoice)).isFalse();
        assertThat(office.destroyAll(office.condemned(START), AFTER_GRACE).destroyed())
                .containsExactly(thanks);
    }

    @Test
    void wherePeriodsOfTwoLawsConflictAPersonDecides() {
        ItemId alert = office.collect("alert", "a post", OLD, ANN);
        assertThat(office.propose(START).refusals()).containsOnlyKeys("statutory conflict");
        declare(alert, RecordClass.DISPOSABLE, "R29");
        confirm(alert);
        assertThat(office.propose(START).plan().items()).isEqualTo(1);
    }

    @Test
    void rowsThatContradictThemselvesKeepTheItem() {
        office.collect("lunch", "at noon", OLD, ANN);
        assertThat(refusedAfter("update classification set series = 'OLD'")).isEqualTo("no citation");
        assertThat(refusedAfter("update classification set record_class = 1")).isEqualTo("class 1");
        office.change(() -> new JdbcTemplate(catalogue.writer())
                .update("update item set received = null, received_source = 'UNKNOWN'"));
        assertThat(refusedAfter("update classification set record_class = 3")).isEqualTo("unknown receipt date");
        assertThat(refusedAfter("delete from collection")).isEqualTo("could not be judged");
    }

    private String refusedAfter(String change) {
        office.change(() -> new JdbcTemplate(catalogue.writer()).update(change));
        return office.propose(START).refusals().keySet().iterator().next();
    }

    @Test
    void aMissingOrDamagedObjectIsAnUnprovenCopy() {
        office.collect("lunch", "at noon", OLD, ANN);
        office.collect("lunch", "at one", OLD, ANN);
        PlanId plan = office.condemned(START);
        List<Digest> objects = store.list().toList();
        store.destroy(objects.getFirst());
        store.flip(objects.getLast(), 30);
        Batch batch = office.destroyAll(plan, AFTER_GRACE);
        assertThat(batch.destroyed()).isEmpty();
        assertThat(batch.withdrawn())
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.refusal().veto()).isEqualTo("unproven copy"));
        assertThat(office.items.all()).hasSize(2);
    }

    @Test
    void whileTheStoreDoesNotAnswerNothingIsJudgedAndThePlanStays() {
        ItemId item = office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.condemned(START);
        away.set(true);
        assertThatThrownBy(() -> office.destroyAll(plan, AFTER_GRACE)).isInstanceOf(StoreUnavailable.class);
        away.set(false);
        assertThat(office.destroyAll(plan, AFTER_GRACE).destroyed()).containsExactly(item);
    }

    @Test
    void aHoldPlacedAfterTheIntentKeepsWhatIsStillThere() {
        ItemId item = office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = interrupted(1, item);
        office.hold(HoldKind.AUDIT, office.scope(null, ANN), START);
        assertThat(keptBy(plan)).isEqualTo("hold: audit");
        assertThat(office.isThere(item)).isTrue();
    }

    @Test
    void whatWasDeletedBeforeTheProcessDiedIsFinishedWhateverIsHeldSince() {
        ItemId item = office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = interrupted(3, item);
        assertThat(store.list()).isEmpty();
        office.hold(HoldKind.AUDIT, office.scope(null, ANN), START);
        assertThat(office.disposal.destruction().restore(plan, CHO, "needed", on(START)))
                .containsExactly(item);
        assertThat(office.destroyAll(plan, AFTER_GRACE).destroyed()).containsExactly(item);
        assertThat(office.isThere(item)).isFalse();
        assertThat(office.events(CustodyEvent.Destroyed.class)).hasSize(1);
    }

    /** Moments: the object is read, the intent committed (2), the object deleted (2). */
    private PlanId interrupted(int afterIntent, ItemId item) {
        PlanId plan = office.condemned(START);
        assertThat(office.disposal.destruction().destroy(plan, 10, on(AFTER_GRACE)))
                .isInstanceOf(Step.Stopped.class);
        office.change(() -> office.disposal.trips().override(plan.value(), LEE, "small", on(AFTER_GRACE)));
        fuse.light(2 + 2 + afterIntent);
        assertThatThrownBy(() -> office.disposal.destruction().destroy(plan, 10, on(AFTER_GRACE)))
                .isInstanceOf(Crash.class);
        office = reopened();
        assertThat(office.disposal.plans().lines(plan, 0, 1).getFirst().isBegun())
                .isTrue();
        assertThat(office.isThere(item)).isTrue();
        return plan;
    }

    @Test
    void theBreakerStopsARunOnceAndAnOfficerLetsItGoOn() {
        office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.condemned(START);
        Step step = office.disposal.destruction().destroy(plan, 10, on(AFTER_GRACE));
        assertThat(step)
                .isInstanceOfSatisfying(
                        Step.Stopped.class,
                        stopped ->
                                assertThat(stopped.trip().causes()).containsExactly(new Trip.Cause.Share(ANN, 1, 1)));
        assertThat(office.events(CustodyEvent.BreakerTripped.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("share of a mailbox"));
        office.change(() -> office.disposal.trips().override(plan.value(), LEE, "a small office", on(AFTER_GRACE)));
        assertThatThrownBy(() -> office.change(
                        () -> office.disposal.trips().override(plan.value(), LEE, "again", on(AFTER_GRACE))))
                .isInstanceOf(DispositionRefused.class);
        assertThat(office.destroyAll(plan, AFTER_GRACE).destroyed()).hasSize(1);
        assertThat(office.disposal.trips().latest(10)).singleElement().satisfies(stop -> {
            assertThat(stop.overriddenBy()).isEqualTo(LEE);
            assertThat(stop.used()).isEqualTo(on(AFTER_GRACE));
        });
        assertThat(office.disposal.trips().removedOn(Trips.Clock.ARCHIVE, AFTER_GRACE))
                .containsOnly(java.util.Map.entry("", 1L), java.util.Map.entry(ANN, 1L));
        assertThat(office.disposal.trips().history(Trips.Clock.ARCHIVE, AFTER_GRACE.plusDays(30)))
                .containsExactly(1L);
        assertThat(office.disposal.trips().history(Trips.Clock.ARCHIVE, AFTER_GRACE))
                .isEmpty();
    }

    @Test
    void anInterruptedIngestStopsTheRun() {
        for (int i = 0; i < 40; i++) {
            office.collect("minutes", "of meeting " + i, OLD, ANN);
        }
        office.collect("lunch", "at noon", OLD, ANN);
        PlanId plan = office.condemned(START);
        Run run = new Run("r1", "/mail", ANN, "mbox", Run.State.OPEN, on(START), null, Duration.ZERO, Tally.NONE);
        office.change(() -> office.premises.runs().begin(run));
        assertThat(office.disposal.destruction().destroy(plan, 10, on(AFTER_GRACE)))
                .isInstanceOfSatisfying(
                        Step.Stopped.class,
                        stopped -> assertThat(stopped.trip().causes())
                                .containsExactly(new Trip.Cause.Unreconciled("/mail")));
        Instant end = on(START);
        office.change(() -> office.premises.runs().end("r1", end));
        assertThat(office.disposal.destruction().destroy(plan, 10, on(AFTER_GRACE)))
                .isInstanceOfSatisfying(
                        Batch.class, batch -> assertThat(batch.destroyed()).hasSize(1));
    }

    /** A store that can be out of reach. */
    private record Unreachable(InMemoryObjectStore store, AtomicBoolean away)
            implements org.muniment.archive.store.ObjectStore {
        @Override
        public Digest put(InputStream bytes) {
            return store.put(bytes);
        }

        @Override
        public void sync() {}

        @Override
        public InputStream open(Digest digest) {
            if (away.get()) {
                throw new StoreUnavailable("No answer", new java.io.IOException("timeout"));
            }
            return store.open(digest);
        }

        @Override
        public boolean contains(Digest digest) {
            return store.contains(digest);
        }

        @Override
        public Stream<Digest> list() {
            return store.list();
        }

        @Override
        public void destroy(Digest digest) {
            store.destroy(digest);
        }

        @Override
        public void close() {}
    }
}
