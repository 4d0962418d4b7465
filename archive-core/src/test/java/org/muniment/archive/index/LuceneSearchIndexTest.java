package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Threading;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;

class LuceneSearchIndexTest {
    private static final Instant DAY = Instant.parse("2024-07-01T19:00:00Z");
    private final ItemQueryParser parser = new ItemQueryParser(ZoneId.of("America/Los_Angeles"));

    @TempDir
    Path folder;

    private LuceneSearchIndex index;

    @BeforeEach
    void open() {
        index = LuceneSearchIndex.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

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

    @Test
    void aSnippetShowsTheWordsOnOneLine() {
        put(mail("a", "Dear all,\n\nthe  budget of the\tdistrict was [[cut]]. Budgets are hard."));
        assertThat(snippet("budget"))
                .isEqualTo("Dear all, the [[budget]] of the district was [ [cut] ]. [[Budgets]] are hard");
        assertThat(snippet("\"of the district\"")).contains("[[of the district]]");
        assertThat(snippet("has:attachment OR kind:email")).startsWith("Dear all, the budget");
        assertThat(snippet("dist* NOT school")).contains("[[district]]");
    }

    @Test
    void aTermReportCountsItemsUniqueOnesAndFamilies() {
        put(mail("a", "budget cuts"), mail("b", "budget"), mail("c", "budget"), mail("d", "cuts"));
        var report = index.terms(parser.parse("budget OR cuts OR nothing"));
        assertThat(report).extracting(TermHits::documents).containsExactly(3L, 2L, 0L);
        assertThat(report).extracting(TermHits::unique).containsExactly(2L, 1L, 0L);
        assertThat(report).extracting(TermHits::families).containsExactly(2L, 2L, 0L);
    }

    @Test
    void anExplanationSaysWhichWordsAreWhere() {
        put(mail("a", "The budgets were cut"));
        var explanation = index.explain(parser.parse("budget AND NOT fox"), id(mail("a", "")));
        assertThat(explanation.matches()).isTrue();
        assertThat(explanation.lines())
                .containsExactly(
                        "Yes: all parts match",
                        "  Yes: budget is in body: \"budgets\"",
                        "  Yes: what follows must not match, and it does not",
                        "    No: fox is not there");
        assertThat(index.explain(parser.parse("*"), id(mail("other", ""))).matches())
                .isFalse();
    }

    @Test
    void headersOfAnyLengthAreIndexed() {
        String huge = "x".repeat(100_000);
        var plain = mail("a", "body").reading().item();
        var people = List.of(new Address(huge, huge + "@" + "a.".repeat(50_000) + "gov"), new Address("", huge));
        var file = new Attachment("1", huge + "." + huge, huge, 1, plain.digest(), false);
        var item = new Item(
                plain.id(),
                plain.digest(),
                1,
                Kind.EMAIL,
                plain.dates(),
                new Correspondents(people, people, people, people, people, people),
                huge,
                new Threading(huge, List.of(), List.of(), ""),
                List.of(file),
                Coverage.FULL,
                plain.duplicateGroup());
        put(new ItemDocument(
                new Parsed(item, new ItemText(huge + " budget\u0000\ud800 cuts", List.of())),
                List.of(Samples.collected(item.id(), "bob@x.gov", huge))));
        for (String query :
                List.of("budget cuts", "from:gov*", "from:xxx*", "subject:xxx*", "messageid:xxx*", "xxx*")) {
            assertThat(count(query)).as(query).isEqualTo(query.equals("from:gov*") ? 0 : 1);
        }
    }

    @Test
    void addressesAreFoundWholeByPartAndByDomain() {
        put(mail("a", "Write to ann.lee@mail.x.gov today"));
        for (String query : List.of(
                "from:bob@x.gov",
                "from:BOB",
                "from:hill",
                "from:\"bob hill\"",
                "from:x.gov",
                "from:@x.gov",
                "from:bo*",
                "participant:bob",
                "custodian:bob",
                "ann.lee@mail.x.gov",
                "mail",
                "\"lee@mail\"")) {
            assertThat(count(query)).as(query).isEqualTo(1);
        }
        for (String query :
                List.of("from:gov", "from:ob", "from:ob@x.gov", "to:bob", "from:y.gov", "from:\"hill bob\"")) {
            assertThat(count(query)).as(query).isZero();
        }
    }

    @Test
    void exactWordsStayExactAndOthersAreStemmed() {
        put(mail("a", "The teachers’ budgets were cut: Résumé, O’Brien"));
        for (String query : List.of(
                "teacher",
                "budget",
                "cuts",
                "resume",
                "o'brien",
                "obrien",
                "\"O'Brien\"",
                "~\"budget was\" OR teach*")) {
            assertThat(count(query)).as(query).isEqualTo(1);
        }
        for (String query : List.of("\"budget\"", "\"teacher\"", "\"teachers were\"", "teach")) {
            assertThat(count(query)).as(query).isZero();
        }
    }

    @Test
    void aListOfThousandsOfTermsIsAnOrdinarySearch() {
        put(mail("a", "term4321"));
        var list = new StringBuilder("term0");
        for (int i = 1; i < 5_000; i++) {
            list.append(" OR term").append(i);
        }
        assertThat(count(list.toString())).isEqualTo(1);
    }

    @Test
    void theFlagsOfTheLanguageAreTheWordsOfTheItems() {
        assertThat(Field.KIND.choices()).isEqualTo(lower(Kind.values()));
        assertThat(Field.INDEXED.choices()).isEqualTo(lower(Coverage.Extent.values()));
    }

    @Test
    void doubtCountsForAHoldAndAgainstDestruction() {
        var full = mail("a", "budget");
        var item = mail("b", "nothing").reading().item();
        var gap = new Coverage(Coverage.Extent.PARTLY, List.of(new Coverage.Gap("1", "encrypted")));
        var partly = new Item(
                item.id(),
                item.digest(),
                1,
                item.kind(),
                item.dates(),
                item.people(),
                "",
                item.threading(),
                List.of(),
                gap,
                item.duplicateGroup());
        put(
                full,
                new ItemDocument(
                        new Parsed(partly, ItemText.NONE), List.of(Samples.collected(item.id(), "bob@x.gov", ""))));
        ItemQuery contract = parser.parse("contract");
        assertThat(index.count(contract.relaxed())).isEqualTo(1);
        assertThat(index.count(contract.certain())).isZero();
        assertThat(index.count(parser.parse("NOT contract"))).isEqualTo(2);
        assertThat(index.count(parser.parse("NOT contract").certain())).isEqualTo(1);
        assertThat(index.count(parser.parse("NOT budget").relaxed())).isEqualTo(1);
        assertThat(index.count(parser.parse("NOT sent:2024").certain())).isZero();
    }

    private static List<String> lower(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
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

    private String snippet(String query) {
        return search(query, 1, Optional.empty()).page().getFirst().snippet();
    }

    private Hits search(String query, int limit, Optional<String> after) {
        return index.search(new Search(parser.parse(query), limit, after, Search.Order.NEWEST_FIRST));
    }

    private long count(String query) {
        return index.count(parser.parse(query));
    }

    private void put(ItemDocument... documents) {
        index.put(List.of(documents));
        index.commit(1);
    }

    private static ItemDocument mail(String name, String body) {
        return Samples.mail(name, "", body, DAY);
    }

    private static ItemId id(ItemDocument document) {
        return document.reading().item().id();
    }
}
