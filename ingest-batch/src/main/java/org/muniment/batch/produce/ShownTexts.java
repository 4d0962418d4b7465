package org.muniment.batch.produce;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.archive.item.Reading;
import org.muniment.archive.pdf.Mask;
import org.muniment.archive.pdf.Run;
import org.muniment.archive.pdf.Strike;
import org.muniment.archive.review.Concealment;
import org.muniment.archive.review.Concealment.Piece;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.Redaction;

/** An item's texts as they may be shown: the one place where what is hidden is taken out, before anything is set. */
final class ShownTexts {
    private final Map<Part, String> texts;
    private final List<Redaction> applied;
    private final boolean redacting;

    /**
     * @param reading whose texts
     * @param applied the redactions that count
     */
    ShownTexts(Reading reading, List<Redaction> applied) {
        this(reading, applied, false);
    }

    /** @param redacting whether they are set as those of which something is hidden even while nothing is */
    ShownTexts(Reading reading, List<Redaction> applied, boolean redacting) {
        this.texts = PartTexts.of(reading);
        this.applied = List.copyOf(applied);
        this.redacting = redacting;
    }

    /** Whether anything is hidden in any part. */
    boolean isRedacted() {
        return redacting || !applied.isEmpty();
    }

    /** Whether a part is set by its words alone, since a rendering of it could show what is hidden in it. */
    boolean isByWords(Part part) {
        return redacting || hides(part);
    }

    /** Whether an area of a part's pages is hidden. */
    boolean hidesAreas(Part part) {
        return applied.stream().anyMatch(one -> one.part().equals(part) && one.place() instanceof Place.Region);
    }

    /** Whether anything is hidden in one of these parts. */
    boolean hides(Part... parts) {
        Set<Part> asked = Set.of(parts);
        return applied.stream().anyMatch(redaction -> asked.contains(redaction.part()));
    }

    /** Whether all of a part is hidden. */
    boolean hidesAll(Part part) {
        return applied.stream().anyMatch(one -> one.part().equals(part) && one.place() instanceof Place.Whole);
    }

    /** The text of a part with a box for each passage that is hidden. */
    List<Run> runs(Part part) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (Piece piece : pieces(part)) {
            switch (piece) {
                case Piece.Shown shown -> {
                    runs.add(new Run.Words(shown.text(), part.written(), start));
                    start += shown.text().length();
                }
                case Piece.Hidden hidden -> {
                    runs.add(new Run.Box(hidden.label()));
                    start += hidden.words().length();
                }
            }
        }
        return runs;
    }

    /** The text of a part with {@code [section]} for each passage that is hidden. */
    String written(Part part) {
        return Concealment.written(pieces(part));
    }

    /** The words that are hidden in any part, each once, in no particular order. */
    Set<String> hidden() {
        Set<String> words = new LinkedHashSet<>();
        for (Redaction redaction : applied) {
            words.addAll(Concealment.hidden(pieces(redaction.part())));
        }
        return words;
    }

    /** What is blacked out on an attachment's pages. */
    List<Mask> masks(String place) {
        List<Mask> masks = new ArrayList<>();
        for (Redaction one : applied) {
            if (one.part().equals(new Part.AttachmentText(place)) && one.place() instanceof Place.Region at) {
                masks.add(new Mask(
                        at.page(),
                        at.left(),
                        at.top(),
                        at.width(),
                        at.height(),
                        one.exemption().section()));
            }
        }
        return masks;
    }

    /** What is blacked out on an attachment's pages wherever it stands. */
    List<Strike> strikes(String place) {
        List<Strike> strikes = new ArrayList<>();
        for (Piece piece : pieces(new Part.AttachmentText(place))) {
            if (piece instanceof Piece.Hidden hidden && !hidden.words().isBlank()) {
                strikes.add(new Strike(hidden.words(), hidden.label()));
            }
        }
        return strikes;
    }

    /** The sections under which something is hidden in one of these parts; in any part when none is named. */
    List<String> sections(Part... parts) {
        Set<Part> asked = Set.of(parts);
        return applied.stream()
                .filter(one -> asked.isEmpty() || asked.contains(one.part()))
                .map(one -> one.exemption().section())
                .distinct()
                .sorted()
                .toList();
    }

    private List<Piece> pieces(Part part) {
        String text = texts.getOrDefault(part, "");
        if (hides(part)) {
            // Also where there is no text: a passage can't be hidden in what can no longer be read.
            return Concealment.of(text, part, applied);
        }
        return text.isEmpty() ? List.of() : List.of(new Piece.Shown(text));
    }
}
