package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogues;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.item.Container;
import org.muniment.archive.item.Containers;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.FileObjectStore;

/** A file that items came out of goes with the first of them, and keeps all of them while one is held. */
class ContainerHeldTest {
    private static final String ANN = "ann@district.example";
    private static final LocalDate START = RecordsOffice.START;
    private static final LocalDate OLD = START.minusYears(3);
    private static final LocalDate AFTER_GRACE = START.plusDays(30);

    @TempDir
    private Path folder;

    private RecordsOffice office;
    private ItemId lunch;
    private ItemId trip;
    private ItemId beside;
    private Digest object;
    private long number;

    @BeforeEach
    void openOffice() {
        office = new RecordsOffice(Catalogues.sqlite(folder), new FileObjectStore(folder.resolve("objects")), folder);
        office.adopt(SmallSchedule.yaml(90));
        lunch = office.collect("lunch", "soup", OLD, ANN);
        trip = office.collect("lunch", "at the museum", OLD, ANN);
        beside = office.collect("lunch", "not in the file", OLD, ANN);
        byte[] file = "the data file".getBytes(StandardCharsets.UTF_8);
        object = office.objects.put(new ByteArrayInputStream(file));
        number = office.inTransaction(() -> {
            long kept = containers()
                    .keep(
                            new Container.Original(
                                    object, file.length, "pst", List.of(new Container.Part(object, file.length))),
                            "/mail",
                            "ann.pst",
                            "run-1",
                            RecordsOffice.on(START));
            containers().add(kept, List.of(lunch, trip));
            return kept;
        });
    }

    @AfterEach
    void close() {
        office.close();
    }

    private Containers containers() {
        return office.premises.containers();
    }

    private void holdTheTrip() {
        office.hold(HoldKind.LITIGATION, office.scope("museum"), START);
    }

    @Test
    void theFileIsDestroyedWithTheFirstOfItsItemsAndNoted() {
        PlanId plan = office.condemned(START);
        office.disposal
                .destruction()
                .restore(plan, List.of(trip), RecordsOffice.CHO, "a keepsake", RecordsOffice.on(START));
        office.destroyAll(plan, AFTER_GRACE);
        assertThat(office.isThere(lunch)).isFalse();
        assertThat(office.isThere(trip)).isTrue();
        assertThat(office.objects.contains(object)).isFalse();
        assertThat(containers()
                        .find(number)
                        .orElseThrow()
                        .ending()
                        .orElseThrow()
                        .plan())
                .isEqualTo(plan.value());
        assertThat(office.events(CustodyEvent.ContainerDestroyed.class))
                .extracting(CustodyEvent.ContainerDestroyed::items)
                .containsExactly(1L);
    }

    @Test
    void whileOneOfItsItemsIsHeldNoneIsProposed() {
        holdTheTrip();
        Planned planned = office.propose(START);
        assertThat(planned.plan().items()).isEqualTo(1);
        assertThat(planned.refusals())
                .containsOnlyKeys("hold: " + HoldKind.LITIGATION.words(), new ContainerHeld().name());
    }

    @Test
    void aHoldOnASiblingThatComesAfterTheListKeepsAllOfTheFile() {
        PlanId plan = office.condemned(START);
        holdTheTrip();
        Batch batch = office.destroyAll(plan, AFTER_GRACE);
        assertThat(batch.destroyed()).containsExactly(beside);
        assertThat(batch.withdrawn())
                .filteredOn(one -> one.item().equals(lunch))
                .singleElement()
                .satisfies(one -> assertThat(one.refusal().words()).contains("also holds items on hold", "H1"));
        assertThat(office.objects.contains(object)).isTrue();
        assertThat(containers().begun()).isEmpty();
    }

    @Test
    void aDestructionThatWasInterruptedAtTheFileIsEnded() {
        PlanId plan = office.condemned(START);
        office.change(() -> containers().begin(List.of(number), plan.value(), RecordsOffice.on(START)));
        office.objects.destroy(object);
        new InterruptedContainers(office.premises).settle(RecordsOffice.on(START));
        assertThat(containers().find(number).orElseThrow().ending()).isPresent();
        assertThat(office.events(CustodyEvent.ContainerDestroyed.class)).hasSize(1);
    }

    @Test
    void aFileThatIsWholeIsSparedWhenItsItemsStay() {
        office.change(() -> containers().begin(List.of(number), "P9", RecordsOffice.on(START)));
        new InterruptedContainers(office.premises).settle(RecordsOffice.on(START));
        assertThat(containers().begun()).isEmpty();
        assertThat(containers().find(number).orElseThrow().ending()).isEmpty();
        assertThat(office.objects.contains(object)).isTrue();
    }
}
