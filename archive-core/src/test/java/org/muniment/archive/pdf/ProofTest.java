package org.muniment.archive.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.muniment.archive.pdf.ProofWord.Origin;

class ProofTest {
    private static final String BODY = "Dear Maya,\n\n> the stadium\tlights and some naïve fi ligature stay\n"
            + "on until   ten. 東京で会議 مرحبا بالعالم and the end.\n".repeat(90);

    private static Paper paper() {
        return new Paper.Flow(
                "A mail",
                1,
                List.of(
                        new Block.Heading(
                                2, List.of(new Run.Words("Lights at ", "subject", 0), new Run.Box("AR 7203"))),
                        new Block.Facts(List.of(new Block.Fact("From", List.of(new Run.Words("Ann", "from", 4))))),
                        new Block.Prose(
                                List.of(
                                        new Run.Words(BODY.substring(0, 20), "body", 0),
                                        new Run.Box("Ed. Code 49076"),
                                        new Run.Words(BODY.substring(24), "body", 24)),
                                true)));
    }

    private static String of(Origin.Given given) {
        return given.from().equals("body") ? BODY.substring(given.start(), given.end()) : "";
    }

    @Test
    void everyWordOfATextKnowsItsPassageOnEveryPage() throws Exception {
        Proof first = Proof.of(paper(), 1).orElseThrow();
        assertThat(first.pages()).isGreaterThan(1);
        int unknown = 0;
        int known = 0;
        for (int number = 1; number <= first.pages(); number++) {
            for (ProofWord word : Proof.of(paper(), number).orElseThrow().words()) {
                if (word.origin() instanceof Origin.Given given && given.from().equals("body")) {
                    assertThat(of(given)).isEqualTo(word.text());
                    known++;
                }
                unknown += word.origin() instanceof Origin.Unknown ? 1 : 0;
            }
        }
        // Arabic is drawn from the right in joined forms: those words are not taken for others.
        assertThat(known).isGreaterThan(90 * 8);
        assertThat(unknown).isLessThan(90 * 4);
        assertThat(first.words()).extracting(ProofWord::text).contains("Lights", "Ann", "Dear", "From", "7203");
        assertThat(first.words())
                .filteredOn(word -> word.text().equals("Ann"))
                .extracting(ProofWord::origin)
                .containsExactly(new Origin.Given("from", 4, 7));
        assertThat(Proof.of(paper(), first.pages() + 1)).isEmpty();
    }

    @Test
    void anAreaTouchesTheWordsUnderIt() throws Exception {
        Proof proof = Proof.of(paper(), 1).orElseThrow();
        int dear = proof.words().stream().map(ProofWord::text).toList().indexOf("Dear");
        assertThat(proof.touched(proof.words().get(dear).spot())).containsExactly(dear);
        List<Integer> line =
                proof.touched(new Spot(0, proof.words().get(dear).spot().top(), 1, 0.005));
        assertThat(line.stream().map(one -> proof.words().get(one).text()).collect(Collectors.joining(" ")))
                .startsWith("Dear Maya");
    }
}
