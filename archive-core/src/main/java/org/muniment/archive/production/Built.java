package org.muniment.archive.production;

import java.security.MessageDigest;
import java.util.List;
import org.muniment.archive.store.Digest;

/**
 * What was built: the facts by which the package is known again. It never changes.
 *
 * @param range all numbers of the production, from the first reserved to the last used
 * @param documents documents in it: items, attachments, placeholders
 * @param file digest of its {@code production.json}
 * @param manifest digest of its manifest
 * @param free numbers within the range that stand on no page, in order; they stay free for ever
 * @param items what it says of each item, in the order of the production
 * @param timeStamp the RFC 3161 token over its {@code production.json}, base64; empty for none
 */
public record Built(
        BatesRange range,
        long documents,
        Digest file,
        Digest manifest,
        List<BatesRange> free,
        List<Disclosed> items,
        String timeStamp) {
    public Built {
        free = List.copyOf(free);
        items = List.copyOf(items);
        for (BatesRange part : free) {
            requireWithin(range, part);
        }
        for (Disclosed item : items) {
            requireWithin(range, item.pages());
        }
    }

    private static void requireWithin(BatesRange range, BatesRange part) {
        if (!range.contains(part)) {
            throw new IllegalArgumentException(part + " is not within the production's numbers " + range);
        }
    }

    /** Pages it has: numbers less those left free. */
    public long pages() {
        return range.pages() - free.stream().mapToLong(BatesRange::pages).sum();
    }

    /** Digest of what it says of its items, a line each; it stands in the ledger. */
    Digest list() {
        MessageDigest digest = Digest.sha256();
        items.forEach(item -> item.addTo(digest));
        return Digest.ofHash(digest.digest());
    }
}
