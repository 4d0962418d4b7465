package org.muniment.archive.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.review.ReviewDesk.HOME;
import static org.muniment.archive.review.ReviewDesk.NOON;
import static org.muniment.archive.review.ReviewDesk.ORTIZ;
import static org.muniment.archive.review.ReviewDesk.R1;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muniment.archive.item.ItemId;

class QuotedCopiesTest {
    private static final String SOURCE = "Eva told me that she will leave\nher husband in June. Keep it quiet. So 42.";
    private static final Part BODY = new Part.Body();

    private static QuotedCopies of(String... passages) {
        QuotedCopies.Gathering gathering = new QuotedCopies.Gathering();
        for (String passage : passages) {
            int start = SOURCE.indexOf(passage);
            gathering.add(
                    List.of(new Redaction(
                            new RedactionId("X1"),
                            new Suggestion(
                                    R1,
                                    new ItemId("0".repeat(24)),
                                    BODY,
                                    new Place.Span(start, start + passage.length()),
                                    HOME,
                                    "test",
                                    PartTexts.digest(SOURCE)),
                            Redaction.State.APPLIED,
                            ORTIZ,
                            NOON)),
                    Map.of(BODY, SOURCE));
        }
        return gathering.finish();
    }

    private static List<String> copies(QuotedCopies copies, String text) {
        return copies.find(Map.of(BODY, text)).stream()
                .map(again -> text.substring(again.start(), again.end()))
                .toList();
    }

    @Test
    void aPassageIsFoundHoweverItIsQuoted() {
        QuotedCopies copies = of("she will leave\nher husband in June.");
        String wrapped = "See below.\n> > Eva told me that she\n> > will leave her husband\n> > in June. Keep";
        assertThat(copies(copies, wrapped)).containsExactly("she\n> > will leave her husband\n> > in June.");
        assertThat(copies(copies, "FW: SHE WILL LEAVE HER HUSBAND IN\u00a0JUNE. Really"))
                .containsExactly("SHE WILL LEAVE HER HUSBAND IN\u00a0JUNE.");
        assertThat(copies(copies, SOURCE)).hasSize(1);
        assertThat(copies(copies, SOURCE + "\n" + SOURCE)).hasSize(2);
        assertThat(copies(copies, "she will leave her house in June.")).isEmpty();
    }

    @Test
    void aPassageInTheMiddleOfOtherWordsIsNone() {
        QuotedCopies copies = of("husband");
        assertThat(copies(copies, "husbandry and a husband")).containsExactly("husband");
    }

    @Test
    void whatStandsEverywhereIsNotLookedFor() {
        assertThat(of("42").isEmpty()).isTrue();
        assertThat(of("Eva").isEmpty()).isTrue();
    }

    @Test
    void lettersThatChangeTheirLengthKeepTheirPlace() {
        String text = "\u0130stanbul \ud83d\ude00 the husband";
        assertThat(copies(of("husband"), text)).containsExactly("husband");
    }
}
