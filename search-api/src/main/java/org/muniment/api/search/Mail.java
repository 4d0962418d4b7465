package org.muniment.api.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Reach;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.ItemSearch;
import org.muniment.archive.index.Own;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.Conversation;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Item;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.batch.export.Export;

/**
 * The archive's items as far as somebody may see them. Of own mail there is no other way to it: what is not one's own is
 * answered exactly as what does not exist, in searches, counts, conversations, copies, exports and by its id. Whoever sees all
 * mail sees it for a purpose, which whoever asks records first. Safe for many threads.
 */
public final class Mail {
    private static final int THREAD = 2_000;

    private final Archive archive;
    private final @Nullable Own own;
    private final ItemSearch search;

    private Mail(Archive archive, @Nullable Own own) {
        this.archive = archive;
        this.own = own;
        this.search = own == null ? archive.index() : archive.index().seenBy(own);
    }

    /** Everything. */
    public static Mail all(Archive archive) {
        return new Mail(archive, null);
    }

    /**
     * What was collected from any mailbox of one person's, and is not condemned at this moment: made for one question.
     *
     * @param mailboxes every address that the person's mail may be filed under; none sees nothing
     */
    public static Mail own(Archive archive, Set<Custodian> mailboxes) {
        return new Mail(
                archive, new Own(mailboxes, archive.disposal().dispositions().condemnedFrom(mailboxes)));
    }

    public boolean isOwn() {
        return own != null;
    }

    /** What can be asked of it. */
    public ItemSearch search() {
        return search;
    }

    /** What takes items of it out. */
    public Export export() {
        return new Export(archive, own);
    }

    /** An item; empty when there is none to be seen. */
    public Optional<SeenItem> find(ItemId item) {
        return find(List.of(item)).stream().findFirst();
    }

    /** Items in the order asked for; what is not to be seen is left out. */
    public List<SeenItem> find(List<ItemId> items) {
        Map<ItemId, List<Collection>> collections = archive.items().collections(items);
        List<SeenItem> found = new ArrayList<>();
        for (RegisteredItem row : archive.items().find(items)) {
            List<Collection> taken = collections.getOrDefault(row.item().id(), List.of());
            if (own == null) {
                found.add(new SeenItem(row.item(), taken));
            } else if (own.sees(row.item().id(), taken)) {
                found.add(new SeenItem(own.shown(row.item()), own.shown(taken)));
            }
        }
        return found;
    }

    /**
     * The conversation of an item: itself and what it is connected with by message ids, oldest first, at most 2,000. Of own
     * mail what is connected through own mail alone.
     */
    public List<SeenItem> conversation(ItemId item) {
        return archive.items().find(item).map(this::conversation).orElse(List.of());
    }

    private List<SeenItem> conversation(RegisteredItem row) {
        List<SeenItem> together = find(archive.items().thread(row.thread(), THREAD).stream()
                .map(one -> one.item().id())
                .toList());
        Set<ItemId> connected = new HashSet<>(connected(row.item().id(), together));
        return together.stream()
                .filter(one -> connected.contains(one.id()))
                .sorted(Comparator.comparing((SeenItem one) -> time(one.item())).thenComparing(SeenItem::id))
                .toList();
    }

    private List<ItemId> connected(ItemId item, List<SeenItem> together) {
        List<Item> items = together.stream().map(SeenItem::item).toList();
        List<Item> connected = own == null
                ? items
                : items.stream()
                        .filter(one -> one.id().equals(item))
                        .findFirst()
                        .map(one -> Conversation.of(one, items))
                        .orElse(List.of());
        return connected.stream().map(Item::id).toList();
    }

    private static Instant time(Item item) {
        Instant received = item.dates().received();
        Instant sent = item.dates().sent();
        return received != null ? received : sent != null ? sent : Instant.MAX;
    }

    /** The exact copies of an item, itself left out, in the order of ids. */
    public List<SeenItem> copies(ItemId item) {
        if (find(item).isEmpty()) {
            return List.of();
        }
        return find(archive.items().copies(List.of(item)).getOrDefault(item, List.of()));
    }

    /** For each of these items, by its thread, those of its conversation, itself among them, as far as they are to be seen. */
    Map<ItemId, List<ItemId>> conversations(Map<ItemId, String> threads) {
        Map<String, List<ItemId>> members = archive.items().threads(Set.copyOf(threads.values()));
        Map<ItemId, SeenItem> seen = own == null ? Map.of() : seen(members.values());
        Map<ItemId, List<ItemId>> found = new LinkedHashMap<>();
        threads.forEach((item, thread) -> {
            List<ItemId> together = members.getOrDefault(thread, List.of());
            boolean narrow = own != null && together.size() > 1;
            found.put(item, narrow ? connected(item, known(together, seen)) : together);
        });
        return found;
    }

    private Map<ItemId, SeenItem> seen(java.util.Collection<List<ItemId>> groups) {
        List<ItemId> several = groups.stream()
                .filter(group -> group.size() > 1)
                .flatMap(List::stream)
                .toList();
        return find(several).stream().collect(Collectors.toMap(SeenItem::id, Function.identity()));
    }

    private static List<SeenItem> known(List<ItemId> items, Map<ItemId, SeenItem> seen) {
        return items.stream()
                .flatMap(item -> Optional.ofNullable(seen.get(item)).stream())
                .toList();
    }

    /**
     * The holds that bind the item today. Who sees own mail only is to be told whether there is one, never which.
     *
     * @return oldest first
     */
    public List<LegalHold> holds(SeenItem seen) {
        StandingHolds holds =
                archive.holds().standing(archive.holds().day(archive.clock().instant()));
        Set<HoldId> binding =
                archive.items().find(seen.id()).map(row -> holding(row, holds)).orElse(Set.of());
        return holds.holds().stream()
                .filter(hold -> binding.contains(hold.id()))
                .toList();
    }

    private Set<HoldId> holding(RegisteredItem row, StandingHolds holds) {
        List<Collection> taken = archive.items().collections(row.item().id());
        return holds.isEmpty() || holds.reach(row, taken) instanceof Reach.Free
                ? Set.of()
                : holds.holding(new ItemDocument(stored().readWhatIsThere(row), taken));
    }

    private StoredItems stored() {
        return new StoredItems(archive.objects(), archive.reader(), archive.reading());
    }

    Archive archive() {
        return archive;
    }
}
