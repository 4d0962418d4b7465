package org.muniment.api.web.requests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ReviewedTexts;
import org.muniment.api.web.Changes;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;
import org.muniment.archive.review.Place;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.RedactionId;
import org.muniment.archive.review.ReviewRefused;
import org.muniment.archive.review.ReviewSet;
import org.muniment.archive.review.Suggestion;
import org.muniment.batch.produce.ItemProof;
import org.springframework.stereotype.Component;

/** What reviewers remove from items: drawn, accepted, refused. Safe for many threads. */
@Component
public final class RedactionWork {
    private static final String DRAWN = "drawn by a reviewer";
    private static final String ON_THE_PAGE = "drawn on the page";
    private static final int PAGE = 1000;

    private final Archive archive;
    private final ReviewProofs proofs;
    private final Changes changes;

    RedactionWork(Archive archive, ReviewProofs proofs, Changes changes) {
        this.archive = archive;
        this.proofs = proofs;
        this.changes = changes;
    }

    /**
     * A stretch of a part's text.
     *
     * @param start UTF-16 unit, from 0
     * @param end after the last
     * @param measured digest of the text in which they were counted
     */
    public record Passage(Part part, int start, int end, String measured) {}

    /** The picture of a page, and its tag, see RFC 9110 §8.8.3. */
    public record Picture(byte[] png, String tag) {}

    /** On what a reviewer draws, and on which section it is removed. */
    public record Ground(ReviewSet set, ItemId item, Exemption exemption) {}

    /**
     * Applies redactions.
     *
     * @param instead the ground to print instead of the proposed one; null for that
     */
    public List<Redaction> apply(Collection<RedactionId> ids, @Nullable Exemption instead, Who who) {
        return changes.make(() -> archive.redactions().apply(ids, instead, who.officer(), changes.now()));
    }

    /** Refuses redactions, or lifts those that were applied: the words stay. */
    public List<Redaction> refuse(Collection<RedactionId> ids, Who who) {
        return changes.make(() -> archive.redactions().refuse(ids, who.officer(), changes.now()));
    }

    /** All proposals of a kind, in the whole request. */
    public List<RedactionId> proposedAs(ReviewSet set, String kind) {
        List<RedactionId> found = new ArrayList<>();
        List<Redaction> page = archive.redactions().page(set, Redaction.State.SUGGESTED, null, PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(one -> one.what().origin().equals(kind)).forEach(one -> found.add(one.id()));
            page = archive.redactions()
                    .page(set, Redaction.State.SUGGESTED, page.getLast().id(), PAGE);
        }
        return found;
    }

    /** All proposals on an item. */
    public List<RedactionId> proposedOn(ReviewSet set, ItemId item) {
        return archive.redactions().of(set, item).stream()
                .filter(one -> one.state() == Redaction.State.SUGGESTED)
                .map(Redaction::id)
                .toList();
    }

    /** Removes a passage. Throws {@link ReviewRefused} when the text reads differently by now. */
    public List<Redaction> remove(Ground on, Passage passage, Who who) {
        String text = new ReviewedTexts(archive).of(on.item()).getOrDefault(passage.part(), "");
        if (passage.end() > text.length() || !PartTexts.digest(text).equals(passage.measured())) {
            throw new ReviewRefused("The text reads differently now. Mark the passage again.");
        }
        Place.Span span = new Place.Span(passage.start(), passage.end());
        return add(
                List.of(new Suggestion(
                        on.set(), on.item(), passage.part(), span, on.exemption(), DRAWN, passage.measured())),
                who);
    }

    /** Removes words wherever they stand in the item. Throws {@link ReviewRefused} when they stand nowhere. */
    public List<Redaction> remove(Ground on, String words, Who who) {
        List<Suggestion> drawn = new ArrayList<>();
        new ReviewedTexts(archive)
                .of(on.item())
                .forEach((part, text) -> PartTexts.places(text, words)
                        .forEach(place -> drawn.add(new Suggestion(
                                on.set(), on.item(), part, place, on.exemption(), DRAWN, PartTexts.digest(text)))));
        if (drawn.isEmpty()) {
            throw new ReviewRefused("Mark a passage, or type words that stand in this item.");
        }
        return add(drawn, who);
    }

    private List<Redaction> add(List<Suggestion> drawn, Who who) {
        return changes.make(() -> archive.redactions().add(drawn, who.officer(), changes.now()));
    }

    /**
     * A page as it would be given out, with its words and what is proposed to be removed. Who looks is to be recorded before.
     *
     * @param document from 0, the message
     * @param page from 1
     * @throws NotThere when there is no such page
     */
    public PageSheet sheet(ReviewSet set, ItemId item, int document, int page) {
        List<Redaction> proposed = archive.redactions().of(set, item).stream()
                .filter(one -> one.state() == Redaction.State.SUGGESTED)
                .toList();
        return PageSheet.of(proofs.page(set, item, document, page), proposed, new ReviewedTexts(archive).of(item));
    }

    /** The page's picture; the same is said of it. */
    public Picture picture(ReviewSet set, ItemId item, int document, int page) {
        ReviewProofs.Drawn drawn = proofs.page(set, item, document, page);
        return new Picture(drawn.proof().proof().png(), drawn.tag(item));
    }

    /**
     * Removes what is marked on a page.
     *
     * @param hidden the sheet's digest of what was removed when it was seen
     * @throws ReviewRefused when the page looks otherwise by now, or nothing that can be removed is marked
     */
    public List<Redaction> mark(Ground on, int document, int page, String hidden, Marked marked, Who who) {
        ReviewProofs.Drawn drawn = proofs.page(on.set(), on.item(), document, page);
        if (!drawn.hidden().equals(hidden)) {
            throw new ReviewRefused(
                    "Something else was removed from this item meanwhile. Look at the page, and mark it again.");
        }
        Map<Part, String> texts = new ReviewedTexts(archive).of(on.item());
        List<Suggestion> suggestions = marked.on(drawn.proof()).stream()
                .map(one -> new Suggestion(
                        on.set(),
                        on.item(),
                        one.part(),
                        one.place(),
                        on.exemption(),
                        ON_THE_PAGE,
                        measured(one, texts)))
                .toList();
        return add(suggestions, who);
    }

    private static String measured(ItemProof.Mark mark, Map<Part, String> texts) {
        return mark.place() instanceof Place.Span ? PartTexts.digest(texts.getOrDefault(mark.part(), "")) : "";
    }
}
