package org.muniment.archive.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muniment.archive.item.Address;
import org.muniment.archive.item.Attachment;
import org.muniment.archive.item.Correspondents;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemText;
import org.muniment.archive.item.Kind;
import org.muniment.archive.item.Parsed;
import org.muniment.archive.item.Threading;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;

/** What is found by which words, and how it is shown. */
class IndexedWordsTest extends OpenIndexTest {
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
    void aCallerIsFoundByNameAndByNumberHoweverItIsWritten() {
        var plain = mail("a", "Please call back");
        var call = new ItemText(
                "Please call back",
                List.of(),
                "",
                List.of(new Address("Rosa Ibarra", "+15595550136"), new Address("+1 (559) 555-0136", "5595550136")));
        put(
                mail("b", "Rosa Ibarra 5595550136"),
                new ItemDocument(new Parsed(plain.reading().item(), call), plain.collections()));
        for (String query : List.of(
                "caller:ibarra",
                "caller:\"rosa ibarra\"",
                "caller:5595550136",
                "caller:559555*",
                "caller:+15595550136",
                "caller:\"(559) 555-0136\"")) {
            assertThat(count(query)).as(query).isEqualTo(1);
        }
        assertThat(count("caller:bob@x.gov"))
                .as("who wrote a mail did not call")
                .isZero();
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

    private String snippet(String query) {
        return search(query, 1, Optional.empty()).page().getFirst().snippet();
    }
}
