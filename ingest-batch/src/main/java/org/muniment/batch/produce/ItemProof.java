package org.muniment.batch.produce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.muniment.archive.pdf.Proof;
import org.muniment.archive.pdf.ProofWord;
import org.muniment.archive.pdf.ProofWord.Origin;
import org.muniment.archive.pdf.Spot;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.ReviewRefused;

/**
 * A page of an item as a production would show it, with what people hid so far, and what marks on it mean. On a page that is
 * set from words a mark hides those words wherever their text goes; on the page of a PDF file or a picture it hides an area.
 * Immutable.
 *
 * @param documents the item's documents, the message first
 * @param document the one whose page this is, from 0
 * @param page from 1
 * @param proof the page
 * @param isFormatted whether the message would be given in its own formatting if nothing of it were hidden
 */
public record ItemProof(List<Document> documents, int document, int page, Proof proof, boolean isFormatted) {
    private static final double LEAST = 0.002;
    private static final double FINENESS = 10_000;

    public ItemProof {
        documents = List.copyOf(documents);
    }

    /**
     * A document of the item.
     *
     * @param title for people; the message's is empty
     * @param place of the attachment it is; empty for the message
     */
    public record Document(String title, String place) {}

    /** Where something is to be hidden. */
    public record Mark(Part part, Place place) {}

    /**
     * What an area of the page hides: every word that it touches, wholly; on a foreign page the area itself.
     *
     * @throws ReviewRefused when that is nothing that can be hidden
     */
    public List<Mark> under(Spot area) {
        if (area.width() < LEAST || area.height() < LEAST) {
            throw new ReviewRefused("The area is too small. Draw it around what is to be removed.");
        }
        if (proof.isForeign()) {
            return List.of(proof.onForeign(area)
                    .map(this::region)
                    .orElseThrow(() -> new ReviewRefused("The area lies beside the page.")));
        }
        return passages(proof.touched(area));
    }

    /**
     * What hides these words of the page.
     *
     * @param words their numbers, see {@link Proof#words}; what is no number of a word is passed over
     * @throws ReviewRefused when that is nothing that can be hidden
     */
    public List<Mark> of(Collection<Integer> words) {
        List<Integer> chosen = new TreeSet<>(words)
                .stream()
                        .filter(word -> word >= 0 && word < proof.words().size())
                        .toList();
        if (!proof.isForeign()) {
            return passages(chosen);
        }
        return lines(chosen).stream()
                .flatMap(line -> proof.onForeign(line).stream())
                .map(this::region)
                .toList();
    }

    /** The areas of words, those of a line that follow one another together. */
    private List<Spot> lines(List<Integer> words) {
        List<Spot> lines = new ArrayList<>();
        int last = -2;
        for (int number : words) {
            ProofWord word = proof.words().get(number);
            if (number == last + 1 && proof.words().get(last).line() == word.line()) {
                lines.set(lines.size() - 1, lines.getLast().with(word.spot()));
            } else {
                lines.add(word.spot());
            }
            last = number;
        }
        return lines;
    }

    private Mark region(Spot spot) {
        double left = Math.floor(spot.left() * FINENESS) / FINENESS;
        double top = Math.floor(spot.top() * FINENESS) / FINENESS;
        double right = Math.min(1, Math.ceil((spot.left() + spot.width()) * FINENESS) / FINENESS);
        double bottom = Math.min(1, Math.ceil((spot.top() + spot.height()) * FINENESS) / FINENESS);
        return new Mark(
                new Part.AttachmentText(documents.get(document).place()),
                new Place.Region(page, left, top, within(left, right), within(top, bottom)));
    }

    /** A length that does not reach beyond the page by the last digit. */
    private static double within(double from, double to) {
        double length = Math.round((to - from) * FINENESS) / FINENESS;
        return from + length > 1 ? 1 - from : length;
    }

    private List<Mark> passages(List<Integer> words) {
        List<Origin.Given> passages = new ArrayList<>();
        int last = -2;
        for (int number : words) {
            switch (proof.words().get(number).origin()) {
                case Origin.Given given -> {
                    boolean follows = last == number - 1
                            && passages.getLast().from().equals(given.from())
                            && passages.getLast().end() <= given.start();
                    if (follows) {
                        passages.set(
                                passages.size() - 1,
                                new Origin.Given(
                                        given.from(), passages.getLast().start(), given.end()));
                    } else {
                        passages.add(given);
                    }
                    last = number;
                }
                case Origin.Own own -> {}
                case Origin.Foreign foreign -> {}
                case Origin.Unknown unknown ->
                    throw new ReviewRefused("Some of these words are drawn in another order than they are written."
                            + " Mark them in the text instead.");
            }
        }
        if (passages.isEmpty()) {
            throw new ReviewRefused("No words of the item are marked there.");
        }
        return passages.stream()
                .map(one -> new Mark(Part.read(one.from()), new Place.Span(one.start(), one.end())))
                .toList();
    }

    /**
     * Where on the page a redaction is, or would be; none when it is on another.
     *
     * @param text of the part it is of
     */
    public List<Spot> spots(Redaction redaction, String text) {
        return proof.isForeign() ? foreign(redaction, text) : lines(covered(redaction));
    }

    private List<Spot> foreign(Redaction redaction, String text) {
        if (!redaction
                .part()
                .equals(new Part.AttachmentText(documents.get(document).place()))) {
            return List.of();
        }
        return switch (redaction.place()) {
            case Place.Whole whole ->
                proof.ofForeign(new Spot(0, 0, 1, 1)).stream().toList();
            case Place.Span span ->
                span.end() <= text.length() ? proof.places(text.substring(span.start(), span.end())) : List.of();
            case Place.Region region ->
                region.page() != page
                        ? List.of()
                        : proof
                                .ofForeign(new Spot(region.left(), region.top(), region.width(), region.height()))
                                .stream()
                                .toList();
        };
    }

    private List<Integer> covered(Redaction redaction) {
        List<Integer> covered = new ArrayList<>();
        String part = redaction.part().written();
        for (int number = 0; number < proof.words().size(); number++) {
            if (proof.words().get(number).origin() instanceof Origin.Given given
                    && given.from().equals(part)
                    && covers(redaction.place(), given)) {
                covered.add(number);
            }
        }
        return covered;
    }

    private static boolean covers(Place place, Origin.Given word) {
        return switch (place) {
            case Place.Whole whole -> true;
            case Place.Span span -> span.start() < word.end() && word.start() < span.end();
            case Place.Region region -> false;
        };
    }
}
