package org.muniment.archive.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a site, or an entry of a feed, as it was when it was last visited.
 *
 * @param address its URL in one spelling, or an entry's own name
 * @param payload digest of what stood there; empty when it was never read
 * @param item id of the version that was taken in last; empty for none
 * @param etag as the server gave it; empty for none
 * @param modified {@code Last-Modified} as the server gave it; empty for none
 * @param links addresses it leads to, so that an unchanged page need not be read for them
 * @param firstSeen the first visit that found it
 * @param lastSeen the last visit that found it
 * @param vanished the first visit since then that did not find it; null while it is there
 * @param versions how many differing versions were taken in
 */
public record WatchedPage(
        String address,
        String payload,
        String item,
        String etag,
        String modified,
        List<String> links,
        Instant firstSeen,
        Instant lastSeen,
        @Nullable Instant vanished,
        long versions) {
    public WatchedPage {
        links = List.copyOf(links);
    }

    /** Found as it was. */
    public WatchedPage unchanged(Instant at) {
        return new WatchedPage(address, payload, item, etag, modified, links, firstSeen, at, null, versions);
    }

    /** Not found. A page that is gone stays gone since the first visit that missed it. */
    public WatchedPage gone(Instant at) {
        Instant since = vanished == null ? at : vanished;
        return new WatchedPage(address, payload, item, etag, modified, links, firstSeen, lastSeen, since, versions);
    }
}
