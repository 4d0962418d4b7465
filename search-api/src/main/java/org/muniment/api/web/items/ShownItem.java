package org.muniment.api.web.items;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.search.SeenItem;
import org.muniment.archive.index.Marked;
import org.muniment.archive.item.Item;

/**
 * An item as its page shows it: the model of {@code items/reading.html}.
 *
 * @param place where this and its parts are
 * @param words the body, with what was searched marked; empty when it is shown in a frame
 * @param frame the address of the formatted body; empty when there is none
 * @param blocked pictures on other servers that are not shown
 * @param isHeld whether it must be kept for a hold
 * @param holds which; empty for whoever sees own mail only
 * @param history what the ledger says; empty for whoever sees own mail only
 * @param conversation with itself, oldest first
 */
public record ShownItem(
        SeenItem seen,
        Place place,
        Marked subject,
        Marked words,
        String frame,
        int blocked,
        List<ShownFile> files,
        @Nullable ShownWhy why,
        boolean isHeld,
        List<Hold> holds,
        List<Deed> history,
        List<SeenItem> conversation,
        List<SeenItem> copies) {
    /** A hold that binds it. */
    public record Hold(String id, String kind, String matter) {}

    /**
     * An entry of the ledger.
     *
     * @param proof the address of its proof
     */
    public record Deed(long entry, Instant at, String words, String proof) {}

    public Item item() {
        return seen.item();
    }

    /** Its first line for titles. */
    public String title() {
        return item().subject().isBlank() ? "(no subject)" : item().subject();
    }

    /** When it came, as far as that is known. */
    public @Nullable Instant time() {
        return item().dates().received() == null
                ? item().dates().sent()
                : item().dates().received();
    }

    public String raw() {
        return place.of(seen.id(), "raw");
    }
}
