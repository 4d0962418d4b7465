package org.muniment.api.web.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.muniment.archive.pdf.Proof;
import org.muniment.archive.pdf.ProofWord;
import org.muniment.archive.pdf.ProofWord.Origin;
import org.muniment.archive.pdf.Spot;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Redaction;
import org.muniment.batch.produce.ItemProof;

/**
 * A page as the browser draws it: its picture, its words and what is proposed to be removed from it, in points.
 *
 * @param hidden digest of all that is removed from the item in this picture
 * @param lines its words line by line, for whoever does not see the picture
 * @param proposed frames around what is proposed
 */
public record PageSheet(ItemProof of, String hidden, List<Line> lines, List<Frame> proposed) {
    /**
     * A rectangle, as SVG writes lengths.
     *
     * @param name what it is, for people
     */
    public record Frame(String name, String x, String y, String width, String height) {}

    /**
     * A word.
     *
     * @param number by which the form names it
     * @param isFree whether it can be marked: a word of the item, not of the page around it
     */
    public record Word(int number, Frame frame, boolean isFree) {}

    /** A line of words. */
    public record Line(List<Word> words) {
        public String text() {
            return String.join(
                    " ", words.stream().map(word -> word.frame().name()).toList());
        }

        /** The numbers of its words as the form sends them. */
        public String range() {
            return words.getFirst().number() + "-" + words.getLast().number();
        }

        public boolean isFree() {
            return words.stream().anyMatch(Word::isFree);
        }
    }

    /** @param texts of the item's parts, which proposed passages are measured in */
    static PageSheet of(ReviewProofs.Drawn drawn, List<Redaction> proposed, Map<Part, String> texts) {
        ItemProof of = drawn.proof();
        List<Line> lines = new ArrayList<>();
        List<ProofWord> words = of.proof().words();
        int from = 0;
        for (int at = 1; at <= words.size(); at++) {
            if (at == words.size() || words.get(at).line() != words.get(from).line()) {
                lines.add(new Line(IntStream.range(from, at)
                        .mapToObj(number -> word(of.proof(), number))
                        .toList()));
                from = at;
            }
        }
        List<Frame> frames = proposed.stream()
                .flatMap(one -> of.spots(one, texts.getOrDefault(one.part(), "")).stream()
                        .map(spot -> frame(
                                of.proof(),
                                "Proposed: " + one.what().origin() + ", "
                                        + one.exemption().section(),
                                spot)))
                .toList();
        return new PageSheet(of, drawn.hidden(), lines, frames);
    }

    private static Word word(Proof proof, int number) {
        ProofWord word = proof.words().get(number);
        boolean free = word.origin() instanceof Origin.Given || word.origin() instanceof Origin.Foreign;
        return new Word(number, frame(proof, word.text(), word.spot()), free);
    }

    private static Frame frame(Proof proof, String name, Spot spot) {
        return new Frame(
                name,
                length(spot.left() * proof.width()),
                length(spot.top() * proof.height()),
                length(spot.width() * proof.width()),
                length(spot.height() * proof.height()));
    }

    private static String length(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }

    public String width() {
        return length(of.proof().width());
    }

    public String height() {
        return length(of.proof().height());
    }

    public int pages() {
        return of.proof().pages();
    }

    /** What a document is called: the message, or its file's name. */
    public String title(int document) {
        ItemProof.Document one = of.documents().get(document);
        if (one.place().isEmpty()) {
            return "Message";
        }
        return one.title().isBlank() ? "Attachment " + one.place() : one.title();
    }

    /** What the picture shows. */
    public String alternative() {
        return title(of.document()) + ", page " + of.page() + " of " + pages();
    }
}
