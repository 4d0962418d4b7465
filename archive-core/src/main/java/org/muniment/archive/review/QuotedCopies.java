package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds passages that were redacted elsewhere: in replies that quote them, in forwarded and exact copies, in a subject that
 * repeats them. Line breaks, quote marks and spaces may differ, and the case of letters.
 */
public final class QuotedCopies {
    /** Shorter passages stand in too many places by chance. */
    private static final int SHORTEST = 6;

    private final List<Passage> passages;

    private record Passage(String bare, Exemption exemption, RedactionId of) {}

    /**
     * Where a passage stands again.
     *
     * @param of the redaction whose words they are
     */
    public record Again(Part part, int start, int end, Exemption exemption, RedactionId of) {}

    private QuotedCopies(Collection<Passage> passages) {
        this.passages = List.copyOf(passages);
    }

    /** Takes up passages, item by item, so that no more than one item's texts are needed at a time. */
    public static final class Gathering {
        private final Map<String, Passage> passages = new LinkedHashMap<>();

        /**
         * Takes up the passages that are redacted in an item; what was measured in another text is left out.
         *
         * @param applied redactions of the item that count
         * @param texts the item's parts
         */
        public void add(Collection<Redaction> applied, Map<Part, String> texts) {
            for (Redaction one : applied) {
                String text = texts.getOrDefault(one.part(), "");
                if (one.place() instanceof Place.Span span
                        && span.end() <= text.length()
                        && PartTexts.digest(text).equals(one.what().measured())) {
                    add(
                            one,
                            BareText.of(text.substring(span.start(), span.end()))
                                    .text());
                }
            }
        }

        private void add(Redaction one, String bare) {
            if (bare.codePoints().filter(Character::isLetterOrDigit).count() >= SHORTEST) {
                passages.putIfAbsent(bare + "\n" + one.exemption().id(), new Passage(bare, one.exemption(), one.id()));
            }
        }

        /** All that was taken up. */
        public QuotedCopies finish() {
            return new QuotedCopies(passages.values());
        }
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return passages.isEmpty();
    }

    /** Every place where one of the passages stands in these texts, the redacted places themselves included. */
    public List<Again> find(Map<Part, String> texts) {
        List<Again> found = new ArrayList<>();
        texts.forEach((part, text) -> {
            BareText bare = BareText.of(text);
            passages.forEach(passage -> bare.places(passage.bare())
                    .forEach(span ->
                            found.add(new Again(part, span.start(), span.end(), passage.exemption(), passage.of()))));
        });
        return found;
    }
}
