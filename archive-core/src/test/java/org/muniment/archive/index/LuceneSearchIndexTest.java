package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.archive.item.ItemId;

/** How an index keeps what is put, and gives it page by page. */
class LuceneSearchIndexTest extends OpenIndexTest {
    @Test
    void changesAreSeenTogetherAtTheCommit() {
        index.put(List.of(mail("a", "budget")));
        assertThat(index.size()).isZero();
        index.commit(7);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.through()).isEqualTo(7);
    }

    @Test
    void closingTwiceIsNoErrorAndUseAfterwardsIs() {
        index.close();
        index.close();
        assertThatThrownBy(() -> count("*")).isInstanceOf(IndexUnavailable.class);
    }

    @Test
    void anItemPutAgainIsReplaced() {
        put(mail("a", "budget"), mail("b", "budget"));
        var a = mail("a", "budget");
        put(new ItemDocument(
                a.reading(),
                List.of(Samples.collected(id(a), "bob@x.gov", ""), Samples.collected(id(a), "ann@x.gov", ""))));
        assertThat(count("*")).isEqualTo(2);
        assertThat(count("custodian:ann@x.gov")).isEqualTo(1);
    }

    @Test
    void aRemovedItemIsGoneAndAnUnknownOneIsNoError() {
        put(mail("a", "budget"), mail("b", "budget"));
        index.remove(List.of(id(mail("a", "")), id(mail("never", ""))));
        index.commit(2);
        assertThat(count("budget")).isEqualTo(1);
    }

    @Test
    void itsItemsAreThoseThatWerePutAndNotRemoved() {
        assertThat(index.items()).isEmpty();
        var expected = new TreeSet<ItemId>();
        for (int i = 0; i < 50; i++) {
            put(mail("item-" + i, "budget"), mail("item-" + i / 2, "again"));
            expected.add(id(mail("item-" + i, "")));
        }
        var gone = id(mail("item-7", ""));
        index.remove(List.of(gone));
        index.commit(99);
        expected.remove(gone);
        assertThat(index.items()).containsExactlyElementsOf(expected);
    }

    @Test
    void aFlippedBitInAnyFileOfTheIndexIsDamage() throws IOException {
        long seed = System.nanoTime();
        System.out.println("aFlippedBitInAnyFileOfTheIndexIsDamage seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            put(mail("item-" + i, "budget"), mail("item-" + i / 3, "again"));
        }
        assertThat(index.damage()).isEmpty();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(one -> !one.endsWith("write.lock")).toList()) {
                byte[] good = Files.readAllBytes(file);
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, bad);
                String name = file.getFileName().toString();
                assertThat(index.damage()).as(name).anyMatch(line -> line.startsWith(name));
                Files.delete(file);
                assertThat(index.damage()).as("without " + name).isNotEmpty();
                Files.write(file, good);
            }
        }
        assertThat(index.damage()).isEmpty();
    }

    @Test
    void afterACrashTheIndexIsAsOfItsLastCommit() {
        put(mail("a", "budget"));
        index.put(List.of(mail("b", "budget")));
        index.close();
        open();
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.through()).isEqualTo(1);
    }

    @Test
    void aReaderSeesEachCommitOfTheWriter() {
        put(mail("a", "budget"));
        try (var reader = LuceneSearchIndex.openReadOnly(folder)) {
            assertThat(reader.count(parser.parse("budget"))).isEqualTo(1);
            index.put(List.of(mail("b", "budget")));
            assertThat(reader.count(parser.parse("budget"))).isEqualTo(1);
            index.commit(2);
            assertThat(reader.count(parser.parse("budget"))).isEqualTo(2);
            assertThat(reader.through()).isEqualTo(2);
            var documents = List.of(mail("c", "budget"));
            assertThatThrownBy(() -> reader.put(documents)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void onlyOneProcessWrites() {
        assertThatThrownBy(() -> LuceneSearchIndex.open(folder))
                .isInstanceOf(IndexUnavailable.class)
                .hasMessageContaining("Another process");
        assertThatThrownBy(() -> LuceneSearchIndex.openReadOnly(folder.resolve("none")))
                .isInstanceOf(IndexUnavailable.class)
                .hasMessageContaining("no index");
    }

    @Test
    void pagesOfAnySizeGiveEachItemOnceInOneOrder() {
        long seed = System.nanoTime();
        List<ItemDocument> items = new Samples(new Random(seed)).several(83);
        put(items.toArray(ItemDocument[]::new));
        for (Search.Order order : Search.Order.values()) {
            List<ItemId> whole = pages("*", 10_000, order);
            assertThat(whole).as("seed %d", seed).hasSize(83).doesNotHaveDuplicates();
            for (int size : List.of(1, 7, 82, 83)) {
                assertThat(pages("*", size, order)).as("seed %d", seed).isEqualTo(whole);
            }
        }
    }

    @Test
    void theOrderIsByTimeThenIdAndUnknownTimesAreLast() {
        var items = List.of(
                Samples.mail("a", "", "x", DAY),
                Samples.mail("b", "", "x", DAY),
                Samples.mail("c", "", "x", DAY.plusSeconds(1)),
                Samples.mail("d", "", "x", null));
        put(items.toArray(ItemDocument[]::new));
        List<ItemId> tie =
                Stream.of(id(items.get(0)), id(items.get(1))).sorted().toList();
        assertThat(pages("x", 2, Search.Order.NEWEST_FIRST))
                .containsExactly(id(items.get(2)), tie.get(0), tie.get(1), id(items.get(3)));
        assertThat(pages("x", 2, Search.Order.OLDEST_FIRST))
                .containsExactly(tie.get(0), tie.get(1), id(items.get(2)), id(items.get(3)));
    }

    @Test
    void theTotalDoesNotDependOnThePage() {
        for (int i = 0; i < 30; i++) {
            index.put(List.of(mail("m" + i, "budget")));
        }
        index.commit(1);
        for (int limit : List.of(0, 1, 29, 30, 10_000)) {
            assertThat(search("budget", limit, Optional.empty()).total()).isEqualTo(30);
        }
    }

    @Test
    void aPageKeyThatNoSearchGaveIsRefused() {
        put(mail("a", "budget"), mail("b", "budget"));
        String newest = search("budget", 1, Optional.empty()).next().orElseThrow();
        for (String key : List.of("", "x", newest + "0", "o" + newest.substring(1), newest.toUpperCase(Locale.ROOT))) {
            assertThatThrownBy(() -> search("budget", 1, Optional.of(key))).isInstanceOf(InvalidPageKey.class);
        }
    }

    @Test
    void aRebuiltIndexGivesEqualAnswers() {
        long seed = System.nanoTime();
        List<ItemDocument> items = new Samples(new Random(seed)).several(100);
        put(items.toArray(ItemDocument[]::new));
        index.remove(List.of(id(items.get(3))));
        index.commit(5);
        Hits before = search("budget OR NOT school", 50, Optional.empty());
        index.clear();
        var again = new ArrayList<>(items);
        again.remove(3);
        java.util.Collections.shuffle(again, new Random(seed));
        put(again.toArray(ItemDocument[]::new));
        assertThat(search("budget OR NOT school", 50, Optional.empty()))
                .as("seed %d", seed)
                .isEqualTo(before);
    }

    @Test
    void manyThreadsMayPutAtOnce() throws Exception {
        List<ItemDocument> items = new Samples(new Random(1)).several(400);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var puts = new ArrayList<Future<?>>();
            for (int i = 0; i < 400; i += 20) {
                List<ItemDocument> chunk = items.subList(i, Math.min(400, i + 40));
                puts.add(threads.submit(() -> index.put(chunk)));
            }
            for (Future<?> put : puts) {
                put.get();
            }
        }
        index.commit(1);
        assertThat(index.size()).isEqualTo(400);
    }

    private List<ItemId> pages(String query, int size, Search.Order order) {
        var all = new ArrayList<ItemId>();
        Optional<String> after = Optional.empty();
        do {
            Hits hits = index.search(new Search(parser.parse(query), size, after, order));
            hits.page().forEach(hit -> all.add(hit.item()));
            after = hits.next();
        } while (after.isPresent());
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        return all;
    }
}
