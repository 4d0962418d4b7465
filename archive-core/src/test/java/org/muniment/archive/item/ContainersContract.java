package org.muniment.archive.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.item.SampleItems.NOON;
import static org.muniment.archive.item.SampleItems.arrival;
import static org.muniment.archive.item.SampleItems.item;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.archive.Catalogue;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.store.Digest;

/** What the register of containers promises, on every database. */
abstract class ContainersContract {
    private static final Digest WHOLE = Digest.of(new byte[] {1, 2});
    private static final Digest FIRST = Digest.of(new byte[] {1});
    private static final Digest SECOND = Digest.of(new byte[] {2});
    private static final Container.Original ORIGINAL = new Container.Original(
            WHOLE, 2, "pst", List.of(new Container.Part(FIRST, 1), new Container.Part(SECOND, 1)));

    private Catalogue catalogue;
    private Ledger ledger;
    private Items items;
    private Containers containers;

    abstract Catalogue open();

    @BeforeEach
    void openCatalogue() throws IOException {
        catalogue = open();
        LedgerKey key =
                LedgerKey.open(Files.createTempDirectory("containers").resolve("ledger.key"), "district.example/test");
        ledger = new Ledger(catalogue.writer(), catalogue.reader(), key);
        items = new Items(catalogue.writer(), catalogue.reader(), ledger);
        containers = new Containers(catalogue.writer(), catalogue.reader(), ledger);
    }

    @AfterEach
    void closeCatalogue() {
        catalogue.close();
    }

    private long keep(Item... some) {
        Long number = catalogue.transactions().execute(status -> {
            items.record(List.of(some).stream().map(one -> arrival(one, "1")).toList());
            long kept = containers.keep(ORIGINAL, "/mail", "a.pst", "run-1", NOON);
            containers.add(kept, List.of(some).stream().map(Item::id).toList());
            return kept;
        });
        return number == null ? 0 : number;
    }

    @Test
    void aContainerIsKeptOnceAndKnowsItsItems() {
        Item one = item("one");
        Item two = item("two");
        long number = keep(one, two);
        assertThat(keep(one, two)).isEqualTo(number);
        Container kept = containers.find(number).orElseThrow();
        assertThat(kept.original()).isEqualTo(ORIGINAL);
        assertThat(kept.ending()).isEmpty();
        assertThat(containers.of(List.of(one.id()))).containsOnlyKeys(one.id()).containsValue(Set.of(number));
        assertThat(containers.items(number, null, 9)).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(containers.after(0, 9)).containsExactly(kept);
        assertThat(ledger.entriesFor(WHOLE.hex()))
                .extracting(entry -> entry.event())
                .containsExactly(new CustodyEvent.ContainerKept(NOON, WHOLE.hex(), 2, 2, "run-1"));
    }

    @Test
    void itsStateChangesWhenAnItemOfItIsCollectedAgain() {
        Item one = item("one");
        long number = keep(one);
        Containers.State before = containers.state(number, false);
        catalogue.transactions().executeWithoutResult(status -> items.record(List.of(arrival(one, "2"))));
        assertThat(containers.state(number, false)).isNotEqualTo(before);
    }

    @Test
    void anEndedContainerGivesItsObjectsButNotThoseThatAreAnItem() {
        Item one = item("one");
        long number = keep(one);
        catalogue.transactions().executeWithoutResult(status -> containers.begin(Set.of(number), "P1", NOON));
        assertThat(containers.begun().values()).containsExactly("P1");
        List<Digest> free = catalogue.transactions().execute(status -> containers.end(number, "P1", NOON));
        assertThat(free).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(containers.of(List.of(one.id()))).isEmpty();
        assertThat(containers.all(one.id())).hasSize(1);
        assertThat(containers.destroyedWith("P1")).hasSize(1);
        assertThat(containers.destroyed(List.of(FIRST, WHOLE))).containsExactly(FIRST);
        List<Digest> again = catalogue.transactions().execute(status -> containers.end(number, "P1", NOON));
        assertThat(again).isEmpty();
        assertThat(ledger.entriesFor(WHOLE.hex())).hasSize(2);
        assertThat(keep(one)).isEqualTo(number + 1);
        assertThat(containers.kept(List.of(FIRST, SECOND, WHOLE))).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void aContainerOnceCollectedAsAnItemIsKeptAsThatItem() {
        Item file = item("the file itself");
        Container.Original original = new Container.Original(
                file.digest(), file.size(), "pst", List.of(new Container.Part(file.digest(), file.size())));
        List<Digest> free = catalogue.transactions().execute(status -> {
            items.record(List.of(arrival(file, "1")));
            long number = containers.keep(original, "/mail", "a.pst", "run-1", NOON);
            assertThat(containers.ofInTransaction(List.of(file.id()))).containsValue(Set.of(number));
            return containers.end(number, "P1", NOON);
        });
        assertThat(free).isEmpty();
    }
}
