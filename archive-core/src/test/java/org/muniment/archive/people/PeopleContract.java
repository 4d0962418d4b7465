package org.muniment.archive.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.ReleaseVeto;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;

/** What the registers of people and departures promise on every database. */
abstract class PeopleContract {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    private static final Officer LEE = new Officer("Ann Lee, Superintendent");
    private static final Instant NOW = Instant.parse("2026-06-01T17:00:00.123Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final String FILE = "ab".repeat(32);

    @TempDir
    private Path folder;

    private Catalogue catalogue;
    private Ledger ledger;
    private Holds holds;
    private People people;

    abstract Catalogue open(Path folder);

    @BeforeEach
    void openRegister() {
        catalogue = open(folder);
        ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        holds = new Holds(catalogue.writer(), catalogue.reader(), ledger, ZONE, ReleaseVeto.NONE);
        people = new People(catalogue.writer(), catalogue.reader(), ledger, holds);
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    private <T> T change(Supplier<T> change) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> change.get()));
    }

    private Imported take(String... lines) {
        String text = "Employee ID,Name,Email,Aliases,Title,Separated\n" + String.join("\n", lines) + "\n";
        List<DirectoryEntry> entries =
                DirectoryFile.read(text.getBytes(StandardCharsets.UTF_8)).entries();
        return change(() -> people.take(entries, FILE, ORTIZ, NOW));
    }

    private Person person(String address) {
        return people.find(address).orElseThrow();
    }

    private void refused(Class<? extends RuntimeException> type, String words, Supplier<?> deed) {
        long before = ledger.size();
        assertThatThrownBy(() -> change(deed)).isInstanceOf(type).hasMessageContaining(words);
        assertThat(ledger.size()).isEqualTo(before);
    }

    @Test
    void aFileAddsChangesAndNeverDeletes() {
        Imported first = take("1,Ann Lee,alee@d.example,,Teacher,", "2,Bob Roe,broe@d.example,bob@d.example,Cook,");
        assertThat(first.added()).extracting(one -> one.id().value()).containsExactly("PE1", "PE2");
        Imported second = take("1,Ann Lee-Kim,aleekim@d.example,,Teacher,", "3,Cy Poe,cpoe@d.example,,,");
        assertThat(second.added()).extracting(Person::name).containsExactly("Cy Poe");
        assertThat(second.changed()).singleElement().satisfies(change -> {
            assertThat(change.person().addresses()).containsExactly("alee@d.example", "aleekim@d.example");
            assertThat(change.what()).containsExactly("name Ann Lee-Kim (was Ann Lee)", "also aleekim@d.example");
        });
        assertThat(second.missing()).extracting(Person::name).containsExactly("Bob Roe");
        assertThat(people.list())
                .extracting(Person::name, Person::isListed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Ann Lee-Kim", true),
                        org.assertj.core.groups.Tuple.tuple("Bob Roe", false),
                        org.assertj.core.groups.Tuple.tuple("Cy Poe", true));
        assertThat(person("BOB@d.example")).isEqualTo(people.find("pe2").orElseThrow());
        Imported third = take("1,Ann Lee-Kim,aleekim@d.example,,Teacher,", "3,Cy Poe,cpoe@d.example,,,");
        assertThat(third.added()).isEmpty();
        assertThat(third.changed()).isEmpty();
        assertThat(third.unchanged()).isEqualTo(2);
    }

    @Test
    void everyAddressLeadsToTheMailboxThatWasKnownFirst() {
        take("1,Ann Lee,alee@d.example,ann@d.example,,");
        take("1,Ann Lee,new@d.example,,,");
        Custodian ann = new Custodian("alee@d.example");
        assertThat(people.custodians())
                .isEqualTo(Map.of("alee@d.example", ann, "ann@d.example", ann, "new@d.example", ann));
    }

    @Test
    void whoCannotBeToldApartIsRefusedWithTheLineAndNothingChanges() {
        take("1,Ann Lee,alee@d.example,,,", "2,Bob Roe,broe@d.example,,,");
        refused(
                DirectoryInvalid.class,
                "line 2: its addresses and number are those of several people: PE1 Ann Lee, PE2 Bob Roe",
                () -> take("1,Ann Lee,broe@d.example,,,"));
        refused(
                DirectoryInvalid.class,
                "line 3: x@d.example stands on line 2 too",
                () -> take("8,X,x@d.example,,,", "9,Y,y@d.example,x@d.example,,"));
        assertThat(people.list()).hasSize(2);
    }

    @Test
    void aDayOfSeparationInTheFileHoldsTheMailInTheSameTransaction() {
        take("1,Ann Lee,alee@d.example,ann@d.example,,");
        assertThat(people.departures().all()).isEmpty();
        Imported second = take("1,Ann Lee,alee@d.example,,,6/30/2026");
        Departure departure = second.departures().getFirst();
        assertThat(departure.separated()).isEqualTo(LAST_DAY);
        assertThat(departure.next()).contains(DepartureStep.CLASSIFICATION);
        LegalHold hold = holds.find(departure.holds().getFirst()).orElseThrow();
        assertThat(hold.kind()).isEqualTo(HoldKind.DEPARTED_EMPLOYEE);
        assertThat(hold.scope().custodians())
                .containsExactlyInAnyOrder(new Custodian("alee@d.example"), new Custodian("ann@d.example"));
        assertThat(hold.scope().from()).isNull();
        assertThat(hold.bindsOn(LocalDate.of(2026, 6, 1))).isTrue();
        assertThat(ledger.entriesFor("DE1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.event())
                        .isEqualTo(new CustodyEvent.DepartureOpened(
                                Instant.parse("2026-06-01T17:00:00.123Z"),
                                "DE1",
                                "PE1",
                                "2026-06-30",
                                hold.id().value(),
                                ORTIZ.name())));
        assertThat(take("1,Ann Lee,alee@d.example,,,6/30/2026").departures()).isEmpty();
        assertThat(take("1,Ann Lee,alee@d.example,,,").changed()).isEmpty();
        assertThat(person("ann@d.example").separated()).isEqualTo(LAST_DAY);
    }

    @Test
    void anImportThatFailsHoldsNothingAndAddsNobody() {
        assertThatThrownBy(() -> change(() -> {
                    people.take(
                            DirectoryFile.read("Name,Email,Separated\nA,a@d.example,2026-06-30\n"
                                            .getBytes(StandardCharsets.UTF_8))
                                    .entries(),
                            FILE,
                            ORTIZ,
                            NOW);
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(people.list()).isEmpty();
        assertThat(holds.all()).isEmpty();
        assertThat(ledger.size()).isZero();
    }

    @Test
    void anAddressThatBecomesKnownLaterIsHeldToo() {
        take("1,Ann Lee,alee@d.example,,,6/30/2026");
        Imported later = take("1,Ann Lee,alee@d.example,old@d.example,,");
        Departure departure = later.departures().getFirst();
        assertThat(departure.id().value()).isEqualTo("DE1");
        assertThat(departure.holds()).hasSize(2);
        assertThat(holds.find(departure.holds().getLast()).orElseThrow().scope().custodians())
                .containsExactly(new Custodian("old@d.example"));
    }

    @Test
    void theChecklistIsTakenInItsOrderAndByTwoPersons() {
        take("1,Ann Lee,alee@d.example,,,");
        Departure departure = change(() -> people.separate(new PersonId("PE1"), LAST_DAY, ORTIZ, NOW));
        DepartureId id = departure.id();
        HoldId hold = departure.holds().getFirst();
        refused(
                PeopleRefused.class,
                "The next step of DE1 is the classification, not the decision",
                () -> step(id, DepartureStep.DECISION, LEE));
        refused(PeopleRefused.class, "next is the classification", () -> {
            people.departures().refuseEarlyRelease(hold);
            return "";
        });
        step(id, DepartureStep.CLASSIFICATION, ORTIZ);
        step(id, DepartureStep.HOLD_CHECK, ORTIZ);
        step(id, DepartureStep.FIRST_APPROVAL, ORTIZ);
        refused(
                PeopleRefused.class,
                "another person must give the second",
                () -> step(id, DepartureStep.SECOND_APPROVAL, new Officer("MARIA ORTIZ, Director of Records")));
        step(id, DepartureStep.SECOND_APPROVAL, LEE);
        step(id, DepartureStep.BUNDLE, ORTIZ);
        refused(
                PeopleRefused.class,
                "what was found or decided",
                () -> change(() -> people.departures().take(id, DepartureStep.DECISION, " ", LEE, NOW)));
        Departure done = step(id, DepartureStep.DECISION, LEE);
        assertThat(done.next()).isEmpty();
        assertThat(done.done()).extracting(Departure.Done::step).containsExactly(DepartureStep.values());
        assertThat(done.done().getLast())
                .isEqualTo(new Departure.Done(DepartureStep.DECISION, LEE, NOW, "as looked at"));
        assertThat(people.departures().find(id)).contains(done);
        refused(PeopleRefused.class, "Every step of DE1 was taken", () -> step(id, DepartureStep.DECISION, LEE));
        people.departures().refuseEarlyRelease(hold);
        assertThat(ledger.entriesFor("DE1")).hasSize(7);
    }

    private Departure step(DepartureId id, DepartureStep step, Officer by) {
        return change(() -> people.departures().take(id, step, "as  looked at ", by, NOW));
    }

    @Test
    void whoLeavesASecondTimeIsHeldASecondTime() {
        take("1,Ann Lee,alee@d.example,,,6/30/2026");
        HoldId hold = people.departures().all().getFirst().holds().getFirst();
        change(() -> {
            holds.requestRelease(hold, ORTIZ, "done", NOW);
            return "";
        });
        change(() -> holds.approveRelease(hold, LEE, NOW, 1));
        assertThat(take("1,Ann Lee,alee@d.example,,,6/30/2026").departures()).isEmpty();
        refused(
                PeopleRefused.class,
                "has a departure already",
                () -> people.separate(new PersonId("PE1"), LAST_DAY, ORTIZ, NOW));
        assertThat(take("1,Ann Lee,alee@d.example,,,6/30/2027").departures())
                .extracting(one -> one.id().value())
                .containsExactly("DE2");
        refused(
                PeopleRefused.class,
                "There is no person PE9",
                () -> people.separate(new PersonId("PE9"), LAST_DAY, ORTIZ, NOW));
    }
}
