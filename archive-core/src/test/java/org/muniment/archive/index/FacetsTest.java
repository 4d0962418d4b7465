package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Dates;
import org.muniment.archive.query.ItemQueryParser;

class FacetsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    @TempDir
    Path folder;

    @Test
    void groupsAreCountedAsOneCountsByHand() {
        long seed = System.nanoTime();
        System.out.println("FacetsTest: seed " + seed);
        List<ItemDocument> items = new Samples(new Random(seed)).several(500);
        var query = new ItemQueryParser(ZONE).parse("budget OR kind:email");
        var naive = new NaiveEvaluator();
        List<ItemDocument> matching =
                items.stream().filter(one -> naive.matches(query, one)).toList();
        try (var index = LuceneSearchIndex.open(folder)) {
            index.put(items.subList(0, 300));
            index.commit(1);
            index.put(items.subList(200, 500));
            index.commit(2);
            Facets found = index.facets(query, ZONE);
            assertThat(found.total()).as("seed %d", seed).isEqualTo(matching.size());
            assertThat(found.kinds())
                    .isEqualTo(count(
                            matching, one -> Stream.of(one.reading().item().kind())));
            assertThat(found.custodians())
                    .isEqualTo(count(
                            matching,
                            one -> one.collections().stream()
                                    .map(Collection::custodian)
                                    .distinct()));
            assertThat(found.years()).isEqualTo(count(matching, FacetsTest::year));
            assertThat(found.undated())
                    .isEqualTo(matching.stream()
                            .filter(one -> year(one).findAny().isEmpty())
                            .count());
        }
    }

    private static Stream<Integer> year(ItemDocument document) {
        Dates dates = document.reading().item().dates();
        Instant time = dates.received() == null ? dates.sent() : dates.received();
        if (time == null) {
            return Stream.of();
        }
        return Stream.of(
                time.equals(Instant.MAX)
                        ? Instant.ofEpochMilli(Long.MAX_VALUE).atZone(ZONE).getYear()
                        : time.atZone(ZONE).getYear());
    }

    private static <T> java.util.Map<T, Long> count(List<ItemDocument> items, Function<ItemDocument, Stream<T>> by) {
        return items.stream().flatMap(by).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void theYearBeginsInTheAgencysZone() {
        try (var index = LuceneSearchIndex.open(folder)) {
            index.put(List.of(
                    Samples.mail("a", "", "new year's eve", Instant.parse("2025-01-01T07:59:59Z")),
                    Samples.mail("b", "", "new year", Instant.parse("2025-01-01T08:00:00Z"))));
            index.commit(1);
            assertThat(index.facets(new ItemQueryParser(ZONE).parse("*"), ZONE).years())
                    .containsEntry(2024, 1L)
                    .containsEntry(2025, 1L);
        }
    }

    @Test
    void markedWordsArePartsThatNoTextCanFake() {
        var parser = new ItemQueryParser(ZONE);
        var marks = new Highlighter(parser.parse("subject:motion OR \"was cut\" NOT secret"));
        Marked body = marks.body("The [[budget]] <b>was\ncut</b>, secret motion");
        assertThat(body.parts())
                .containsExactly(
                        new Marked.Part("The [[budget]] <b>", false),
                        new Marked.Part("was\ncut", true),
                        new Marked.Part("</b>, secret motion", false));
        assertThat(body.text()).isEqualTo("The [[budget]] <b>was\ncut</b>, secret motion");
        assertThat(body.toString()).isEqualTo("The [ [budget] ] <b>[[was\ncut]]</b>, secret motion");
        assertThat(marks.subject("A Motion").hasFound()).isTrue();
        assertThat(marks.attachment("motion").hasFound()).isFalse();
    }
}
