package org.muniment.batch.ingest.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.store.Digest;
import org.muniment.archive.web.WatchedPage;
import org.muniment.archive.web.WatchedPages;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.RawItem;

/**
 * One visit of a site or a feed: what was known before, and what is found now. What is noted here is believed later only
 * for items that are registered, so a run that breaks off before it has stored them loses nothing. For one thread.
 */
public final class Visit {
    private static final int AT_ONCE = 100;

    private final Rooms rooms;
    private final WatchedPages pages;
    private final String source;
    private final Instant begun;
    private final Map<String, WatchedPage> known = new LinkedHashMap<>();
    private final Set<String> registered = new HashSet<>();
    private final List<WatchedPage> unsaved = new ArrayList<>();

    private Visit(Rooms rooms, String source) {
        this.rooms = rooms;
        this.pages =
                new WatchedPages(rooms.catalogue().writer(), rooms.catalogue().reader());
        this.source = source;
        this.begun = java.util.Objects.requireNonNull(rooms.catalogue()
                .transactions()
                .execute(status -> pages.begin(source, rooms.clock().instant())));
        pages.of(source).forEach(page -> known.put(page.address(), page));
        List<ItemId> items = known.values().stream()
                .map(WatchedPage::item)
                .filter(item -> !item.isEmpty())
                .map(ItemId::new)
                .toList();
        rooms.items().registered(items).forEach(item -> registered.add(item.value()));
    }

    /** Begins a visit, or goes on with one that was broken off. */
    public static Visit of(Rooms rooms, String source) {
        return new Visit(rooms, source);
    }

    /** The id that an item will have. */
    public static String item(RawItem version) throws IOException {
        MessageDigest hash = Digest.sha256();
        try (InputStream in = version.bytes().open();
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), hash)) {
            in.transferTo(out);
        }
        return ItemId.of(Digest.ofHash(hash.digest())).value();
    }

    public Instant begun() {
        return begun;
    }

    /** What is known of an address, and whose last version is in the archive. */
    public Optional<WatchedPage> kept(String address) {
        return Optional.ofNullable(known.get(address)).filter(page -> registered.contains(page.item()));
    }

    /** The same, already visited this time. */
    public Optional<WatchedPage> done(String address) {
        return kept(address)
                .filter(page -> !page.lastSeen().isBefore(begun)
                        || page.vanished() != null && !page.vanished().isBefore(begun));
    }

    /** All that is known. */
    public List<WatchedPage> all() {
        return List.copyOf(known.values());
    }

    /** Notes a page as it is now. */
    public void note(WatchedPage page) {
        known.put(page.address(), page);
        unsaved.add(page);
        if (unsaved.size() == AT_ONCE) {
            save();
        }
    }

    /** Ends the visit: all was seen. */
    public void end() {
        save();
        rooms.catalogue()
                .transactions()
                .executeWithoutResult(status -> pages.end(source, rooms.clock().instant()));
    }

    /** Writes down what was noted. */
    public void save() {
        List<WatchedPage> now = List.copyOf(unsaved);
        rooms.catalogue().transactions().executeWithoutResult(status -> pages.save(source, now));
        unsaved.clear();
    }
}
