package org.muniment.api.web.requests;

import java.util.List;
import org.muniment.api.web.NotThere;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.Redactions;
import org.muniment.archive.review.ReviewSet;
import org.muniment.batch.produce.ItemProof;
import org.muniment.batch.produce.ItemProofs;
import org.springframework.stereotype.Component;

/** The pages of items under review, with what is removed from them so far. Safe for many threads. */
@Component
final class ReviewProofs {
    private final Archive archive;
    private final ItemProofs proofs;

    /**
     * A page, and the state of what is removed in which it was drawn.
     *
     * @param hidden digest of all that is removed from the item
     */
    record Drawn(ItemProof proof, String hidden) {
        /** Of this picture alone, see RFC 9110 §8.8.3. */
        String tag(ItemId item) {
            return '"' + item.value() + "-" + proof.document() + "-" + proof.page() + "-" + hidden + '"';
        }
    }

    ReviewProofs(Archive archive) {
        this.archive = archive;
        this.proofs = new ItemProofs(archive);
    }

    /** Throws {@link NotThere} when the item, its document or the page is not there. */
    Drawn page(ReviewSet set, ItemId item, int document, int page) {
        RegisteredItem registered = archive.items().find(item).orElseThrow(NotThere::new);
        List<Redaction> applied =
                archive.redactions().applied(set, List.of(item)).getOrDefault(item, List.of());
        return new Drawn(
                proofs.page(registered, applied, document, page).orElseThrow(NotThere::new),
                Redactions.digest(applied));
    }
}
