package org.muniment.archive.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.archive.item.ItemId;

/**
 * Finds passages that were redacted elsewhere: in replies that quote them, in forwarded and exact copies, in a subject that
 * repeats them. Line breaks, quote marks and spaces may differ, and the case of letters.
 */
public final class QuotedCopies {
    /** Shorter passages stand in too many places by chance. */
    private static final int SHORTEST = 6;

    private final List<Passage> passages = new ArrayList<>();

    private record Passage(String bare, Exemption exemption, RedactionId of) {}

    /**
     * Where a passage stands again.
     *
     * @param of the redaction whose words they are
     */
    public record Again(Part part, int start, int end, Exemption exemption, RedactionId of) {}

    /**
     * @param applied redactions that count, of any items; only passages are looked for
     * @param texts the parts of the items they are on
     */
    public QuotedCopies(Collection<Redaction> applied, Map<ItemId, Map<Part, String>> texts) {
        Set<String> known = new LinkedHashSet<>();
        for (Redaction one : applied) {
            String text = texts.getOrDefault(one.item(), Map.of()).getOrDefault(one.part(), "");
            if (one.place() instanceof Place.Span span
                    && span.end() <= text.length()
                    && PartTexts.digest(text).equals(one.what().measured())) {
                String bare =
                        BareText.of(text.substring(span.start(), span.end())).text();
                if (bare.codePoints().filter(Character::isLetterOrDigit).count() >= SHORTEST
                        && known.add(bare + "\n" + one.exemption().id())) {
                    passages.add(new Passage(bare, one.exemption(), one.id()));
                }
            }
        }
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return passages.isEmpty();
    }

    /** Every place where one of the passages stands in these texts, the redacted places themselves included. */
    public List<Again> find(Map<Part, String> texts) {
        List<Again> found = new ArrayList<>();
        new LinkedHashMap<>(texts).forEach((part, text) -> {
            BareText bare = BareText.of(text);
            passages.forEach(passage -> bare.places(passage.bare())
                    .forEach(span ->
                            found.add(new Again(part, span.start(), span.end(), passage.exemption(), passage.of()))));
        });
        return found;
    }
}
