package org.muniment.archive.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.archive.review.ReviewDesk.HOME;
import static org.muniment.archive.review.ReviewDesk.NOON;
import static org.muniment.archive.review.ReviewDesk.ORTIZ;
import static org.muniment.archive.review.ReviewDesk.PUPIL;
import static org.muniment.archive.review.ReviewDesk.R1;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.review.Concealment.Cover;
import org.muniment.archive.review.Concealment.Piece;
import org.muniment.archive.review.Concealment.Piece.Hidden;
import org.muniment.archive.review.Concealment.Piece.Shown;

class ConcealmentTest {
    private static final ItemId ITEM = new ItemId("0".repeat(24));

    @Test
    void aPassageIsReplacedByItsSection() {
        List<Piece> pieces = Concealment.of("Call 555-0142 now", List.of(new Cover(5, 13, "7928.300")));
        assertThat(pieces).containsExactly(new Shown("Call "), new Hidden("7928.300", "555-0142"), new Shown(" now"));
        assertThat(Concealment.written(pieces)).isEqualTo("Call [7928.300] now");
        assertThat(Concealment.hidden(pieces)).containsExactly("555-0142");
        assertThat(pieces.toString()).doesNotContain("0142");
    }

    @Test
    void passagesThatOverlapBecomeOneWithBothSections() {
        assertThat(Concealment.of(
                        "abcdefghij",
                        List.of(
                                new Cover(4, 6, "b"),
                                new Cover(2, 5, "a"),
                                new Cover(3, 4, "a"),
                                new Cover(6, 7, "c"))))
                .containsExactly(new Shown("ab"), new Hidden("a, b", "cdef"), new Hidden("c", "g"), new Shown("hij"));
        assertThat(Concealment.of("abcd", List.of(new Cover(0, 2, "a"), new Cover(2, 4, "a"))))
                .containsExactly(new Hidden("a", "abcd"));
        assertThat(Concealment.of(
                        "abcdef",
                        List.of(
                                new Cover(0, 2, "b"),
                                new Cover(1, 3, "a"),
                                new Cover(3, 5, "b"),
                                new Cover(4, 6, "a"))))
                .as("the same label only by merging")
                .containsExactly(new Hidden("b, a", "abcdef"));
        assertThat(Concealment.of("", List.of())).isEmpty();
    }

    @Test
    void noCharacterIsCutInTwo() {
        String text = "a\ud83d\ude00b";
        assertThat(Concealment.of(text, List.of(new Cover(2, 3, "x"))))
                .containsExactly(new Shown("a"), new Hidden("x", "\ud83d\ude00"), new Shown("b"));
        assertThat(Concealment.of(text, List.of(new Cover(0, 2, "x"))))
                .containsExactly(new Hidden("x", "a\ud83d\ude00"), new Shown("b"));
    }

    @Test
    void aPassageOutsideTheTextIsRefused() {
        assertThatThrownBy(() -> Concealment.of("abc", List.of(new Cover(1, 4, "x"))))
                .hasMessageContaining("ends at 4");
    }

    @RepeatedTest(300)
    void shownAndHiddenInOrderAreTheTextAndNothingHiddenIsShown() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String text = text(random);
        List<Cover> covers = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0 && !text.isEmpty(); i--) {
            int start = random.nextInt(text.length());
            covers.add(new Cover(start, start + 1 + random.nextInt(text.length() - start), "s" + random.nextInt(3)));
        }
        List<Piece> pieces = Concealment.of(text, covers);
        assertThat(pieces.stream().map(ConcealmentTest::words).collect(Collectors.joining()))
                .as("seed %d", seed)
                .isEqualTo(text);
        int at = 0;
        for (Piece piece : pieces) {
            String words = words(piece);
            assertThat(words).as("seed %d", seed).isNotEmpty();
            for (int unit = at; unit < at + words.length(); unit++) {
                assertThat(isCovered(text, covers, unit))
                        .as("seed %d, unit %d", seed, unit)
                        .isEqualTo(piece instanceof Hidden);
            }
            at += words.length();
        }
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i - 1) instanceof Hidden before && pieces.get(i) instanceof Hidden after) {
                assertThat(before.label()).as("seed %d", seed).isNotEqualTo(after.label());
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.appendCodePoint(random.nextInt(4) == 0 ? 0x1f600 + random.nextInt(9) : 'a' + random.nextInt(26));
        }
        return text.toString();
    }

    private static String words(Piece piece) {
        return switch (piece) {
            case Shown shown -> shown.text();
            case Hidden hidden -> hidden.words();
        };
    }

    /** By looking at each unit alone; the other half of a character counts with it. */
    private static boolean isCovered(String text, List<Cover> covers, int unit) {
        int point = Character.isLowSurrogate(text.charAt(unit)) ? unit - 1 : unit;
        int last = point + Character.charCount(text.codePointAt(point)) - 1;
        return covers.stream().anyMatch(cover -> cover.start() <= last && point < cover.end());
    }

    private static Redaction redaction(
            Part part, Place place, String text, Redaction.State state, Exemption exemption) {
        return new Redaction(
                new RedactionId("X1"),
                new Suggestion(
                        R1,
                        ITEM,
                        part,
                        place,
                        exemption,
                        "test",
                        place instanceof Place.Span ? PartTexts.digest(text) : ""),
                state,
                state == Redaction.State.SUGGESTED ? null : ORTIZ,
                NOON);
    }

    @Test
    void onlyAppliedRedactionsOfThePartHide() {
        String text = "Call 555-0142 now";
        Part body = new Part.Body();
        Place.Span span = new Place.Span(5, 13);
        assertThat(Concealment.written(Concealment.of(
                        text,
                        body,
                        List.of(
                                redaction(body, span, text, Redaction.State.APPLIED, HOME),
                                redaction(body, new Place.Span(0, 4), text, Redaction.State.REFUSED, HOME),
                                redaction(body, new Place.Span(14, 17), text, Redaction.State.SUGGESTED, HOME),
                                redaction(new Part.Subject(), new Place.Whole(), "", Redaction.State.APPLIED, PUPIL)))))
                .isEqualTo("Call [Gov. Code 7928.300] now");
        assertThat(Concealment.written(Concealment.of(
                        text, body, List.of(redaction(body, new Place.Whole(), "", Redaction.State.APPLIED, PUPIL)))))
                .isEqualTo("[Gov. Code 7927.705; Ed. Code 49076]");
    }

    @Test
    void aTextThatReadsDifferentlyIsNotShown() {
        Part body = new Part.Body();
        Redaction measured = redaction(body, new Place.Span(0, 3), "as it was", Redaction.State.APPLIED, HOME);
        assertThatThrownBy(() -> Concealment.of("as it is now", body, List.of(measured)))
                .isInstanceOf(ReviewRefused.class)
                .hasMessageContaining("X1")
                .hasMessageContaining("reads differently");
    }
}
