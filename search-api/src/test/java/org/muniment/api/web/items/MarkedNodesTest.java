package org.muniment.api.web.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muniment.archive.index.Highlighter;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.QuerySyntaxException;

class MarkedNodesTest {
    private static final List<String> PIECES = List.of(
            "budget",
            "Budgets ",
            " cuts",
            "<p>",
            "</p>",
            "<b title='budget cuts'>",
            "</b>",
            "<table><tr><td>",
            "</td>\n<td>",
            "</td></tr></table>",
            "&lt;script&gt;budget&lt;/script&gt;",
            "&amp;lt;budget",
            "<script>budget</script>",
            "<style>.budget { color: red }</style>",
            "<img src=x onerror='budget' alt='budget'>",
            "<a href='https://budget.example'>",
            "</a>",
            "<br>",
            "<textarea>budget",
            "</textarea>",
            "<noscript>budget<p title=\"</noscript><img src=x onerror=budget>\">",
            "<mark>budget</mark>",
            "<svg><style>budget<img src=x></style>");

    private static Document shown(String html, String words) throws QuerySyntaxException {
        Highlighter marks = new Highlighter(new ItemQueryParser(ZoneOffset.UTC).parse(words));
        return Jsoup.parse(SafeMarkup.of(html, Map.of(), marks).html());
    }

    @Test
    void wordsAreMarkedAlsoOverElementsAndNamesAndAttributesStay() throws QuerySyntaxException {
        Document page = shown(
                "<p class='budget' title='budget'>The <b>bud</b>get, and <i>budget</i><br>cuts</p><mark>other</mark>",
                "budget");
        assertThat(page.select("mark").eachText()).containsExactly("bud", "get", "budget");
        assertThat(page.select("p").attr("class")).isEqualTo("budget");
        assertThat(page.select("p").attr("title")).isEqualTo("budget");
        assertThat(page.body().text()).isEqualTo("The budget, and budget cuts other");
        assertThat(shown("<p>budget</p><p>cuts</p>", "\"budget cuts\"")
                        .select("mark")
                        .eachText())
                .containsExactly("budget", "cuts");
        assertThat(shown("<p>budget</p>", "*").select("mark")).isEmpty();
    }

    @Test
    void whateverStandsInAMailMarksAddNothingButThemselves() throws QuerySyntaxException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int marked = 0;
        for (int round = 0; round < 300; round++) {
            StringBuilder html = new StringBuilder();
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                html.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            Document page = shown(html.toString(), "budget cuts");
            Document plain =
                    Jsoup.parse(SafeMarkup.of(html.toString(), Map.of()).html());
            page.outputSettings().prettyPrint(false);
            plain.outputSettings().prettyPrint(false);
            marked += page.select("mark").size();
            page.select("mark")
                    .forEach(mark -> assertThat(mark.attributes().asList())
                            .as("seed %d: %s", seed, html)
                            .extracting(attribute -> attribute.getKey())
                            .containsExactly("style"));
            page.select("mark").unwrap();
            assertThat(page.body().html())
                    .as("seed %d: %s", seed, html)
                    .isEqualTo(plain.body().html());
        }
        assertThat(marked).isPositive();
    }
}
