package org.muniment.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.api.search.FoundPage;
import org.muniment.api.search.Mail;
import org.muniment.api.search.Pages;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.TestDistrict;
import org.muniment.archive.Archive;
import org.muniment.archive.index.Hits;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.index.LuceneSearchIndex;
import org.muniment.archive.index.Own;
import org.muniment.archive.index.Search;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.ItemNumbers;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;

/** On the sample district nothing that staff may ask tells of mail that is not theirs. */
class OwnMailTest {
    private static final int QUERIES = 10_000;
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @TempDir
    private static Path folder;

    private static Archive archive;
    private static Own own;
    private static Mail mail;
    private static List<ItemDocument> all = new ArrayList<>();
    private static Set<ItemId> ownIds;
    private static LuceneSearchIndex only;

    @BeforeAll
    static void takeIn() {
        archive = Archive.read(TestDistrict.copy(folder.resolve("archive")), Console.CLOCK);
        own = new Own(Set.of(new Custodian("principal.lincoln@district.example")));
        mail = Mail.own(archive, own.mailboxes());
        var stored = new StoredItems(archive.objects(), archive.reader(), folder.resolve("spool"));
        for (RegisteredItem row : archive.items().all().toList()) {
            List<Collection> taken = archive.items().collections(row.item().id());
            all.add(new ItemDocument(stored.read(row), taken));
        }
        List<ItemDocument> seen = all.stream()
                .filter(one -> own.sees(one.reading().item().id(), one.collections()))
                .map(own::shown)
                .toList();
        ownIds = seen.stream().map(one -> one.reading().item().id()).collect(Collectors.toSet());
        only = LuceneSearchIndex.open(folder.resolve("only"));
        only.put(seen);
        only.commit(1);
    }

    @AfterAll
    static void close() {
        only.close();
        archive.close();
    }

    /** Ten thousand questions are answered as by an archive with nothing but the person's own mail. */
    @Test
    void noQueryTellsOfMailThatIsNotOnesOwn() {
        long seed = Long.getLong("muniment.seed", System.nanoTime());
        System.out.println("OwnMailTest: seed " + seed);
        var random = new Random(seed);
        var queries = new DistrictQueries(random, all, ZONE);
        ItemSearch seen = mail.search();
        var numbers = new ItemNumbers();
        all.forEach(one -> numbers.put(one.reading().item().id(), 1 + random.nextInt(4)));
        BitSet even = BitSet.valueOf(new long[] {0b10100});
        long found = 0;
        for (int i = 0; i < QUERIES; i++) {
            ItemQuery query = queries.next();
            Hits hits = seen.search(newest(query));
            assertThat(hits).as("seed %d: %s", seed, query).isEqualTo(only.search(newest(query)));
            assertThat(ownIds).as("seed %d: %s", seed, query).containsAll(seen.matching(query, null, all.size()));
            if (i % 20 == 0) {
                assertThat(seen.facets(query, ZONE))
                        .as("seed %d: %s", seed, query)
                        .isEqualTo(only.facets(query, ZONE));
                assertThat(seen.tally(query, numbers))
                        .as("seed %d: %s", seed, query)
                        .isEqualTo(only.tally(query, numbers));
                assertThat(seen.among(numbers, even).search(newest(query)))
                        .as("seed %d: %s", seed, query)
                        .isEqualTo(only.among(numbers, even).search(newest(query)));
                assertThat(seen.terms(query)).as("seed %d: %s", seed, query).isEqualTo(only.terms(query));
                ItemId any =
                        all.get(random.nextInt(all.size())).reading().item().id();
                assertThat(seen.explain(query, any))
                        .as("seed %d: %s", seed, query)
                        .isEqualTo(only.explain(query, any));
            }
            found += hits.total();
        }
        assertThat(ownIds).hasSizeBetween(20, all.size() - 20);
        assertThat(found)
                .as("queries find something, but not all")
                .isBetween(QUERIES * 2L, QUERIES * (ownIds.size() - 2L));
    }

    private static Search newest(ItemQuery query) {
        return new Search(query, 2, Optional.empty(), Search.Order.NEWEST_FIRST);
    }

    @Test
    void whatIsNotOnesOwnIsAnsweredAsWhatDoesNotExist() {
        for (ItemDocument one : all) {
            ItemId id = one.reading().item().id();
            assertThat(mail.find(id).isPresent()).isEqualTo(ownIds.contains(id));
            List<SeenItem> around = new ArrayList<>(mail.conversation(id));
            around.addAll(mail.copies(id));
            assertThat(ownIds).containsAll(around.stream().map(SeenItem::id).toList());
            assertThat(around.isEmpty()).isEqualTo(!ownIds.contains(id));
            assertThat(around)
                    .allMatch(item ->
                            item.custodians().equals(List.of(new Custodian("principal.lincoln@district.example"))));
        }
    }

    @Test
    void everyMatchIsUnderOneRowOfTheCollapsedPages() {
        for (Mail some : List.of(mail, Mail.all(archive))) {
            for (String words : List.of("*", "climber", "has:attachment", "kind:email NOT from:parent")) {
                ItemQuery query = new ItemQueryParser(ZONE).parse(words);
                Set<ItemId> reached = new TreeSet<>();
                Set<ItemId> rows = new HashSet<>();
                Optional<String> after = Optional.empty();
                do {
                    FoundPage page =
                            new Pages(some, some.search(), query, Search.Order.NEWEST_FIRST).collapsed(7, after);
                    assertThat(page.total()).isEqualTo(some.search().count(query));
                    page.rows().forEach(row -> {
                        assertThat(rows.add(row.seen().id())).isTrue();
                        some.conversation(row.seen().id()).forEach(one -> reached.add(one.id()));
                        some.copies(row.seen().id()).forEach(one -> reached.add(one.id()));
                    });
                    after = page.next();
                } while (after.isPresent());
                assertThat(reached).as(words).containsAll(some.search().matching(query, null, all.size()));
                assertThat(rows).hasSizeLessThanOrEqualTo(reached.size());
            }
        }
    }

    @Test
    void anExportOfOwnMailLeavesOutWhatOthersHold() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        mail.export()
                .write(
                        all.stream().map(one -> one.reading().item().id()).iterator(),
                        org.muniment.batch.export.ExportFormat.CSV,
                        out);
        List<String> lines =
                out.toString(java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(ownIds.size() + 1);
        Map<Boolean, Long> named = all.stream()
                .map(one -> one.reading().item().id().value())
                .collect(Collectors.partitioningBy(
                        id -> lines.stream().anyMatch(line -> line.contains(id)), Collectors.counting()));
        assertThat(named.get(true)).isEqualTo(ownIds.size());
    }
}
