package org.muniment.batch.restore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.Collection;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Items;
import org.muniment.archive.item.RegisteredItem;

/** Finds what is to be put back, folder by folder in the order of receipt. An item is put once into each folder it was in. */
final class Choice {
    private static final int PAGE = 500;

    private final Items items;
    private final RestoreRequest request;

    Choice(Items items, RestoreRequest request) {
        this.items = items;
        this.request = request;
    }

    List<Chosen> all() {
        List<Chosen> found = new ArrayList<>();
        switch (request.what()) {
            case RestoreRequest.What.Named named -> add(named.items(), found);
            case RestoreRequest.What.FromMailbox mailbox -> {
                List<ItemId> page = items.of(mailbox.custodian(), null, PAGE);
                while (!page.isEmpty()) {
                    add(page, found);
                    page = items.of(mailbox.custodian(), page.getLast(), PAGE);
                }
            }
        }
        found.sort(Comparator.comparing(Chosen::folder)
                .thenComparing(one -> one.received() == null ? Instant.MAX : one.received())
                .thenComparing(Chosen::item));
        return found;
    }

    private void add(List<ItemId> page, List<Chosen> found) {
        Map<ItemId, List<Collection>> collections = items.collections(page);
        for (RegisteredItem item : items.find(page)) {
            Map<String, Chosen> byFolder = new LinkedHashMap<>();
            for (Collection one : wanted(collections.getOrDefault(item.item().id(), List.of()))) {
                String folder = request.folder(one.folder());
                byFolder.putIfAbsent(
                        folder,
                        new Chosen(
                                item.item().id(),
                                item.item().digest(),
                                item.item().dates().received(),
                                folder,
                                one.flags()));
            }
            found.addAll(byFolder.values());
        }
    }

    private List<Collection> wanted(List<Collection> collections) {
        return switch (request.what()) {
            case RestoreRequest.What.Named named ->
                collections.stream().limit(1).toList();
            case RestoreRequest.What.FromMailbox mailbox ->
                collections.stream().filter(one -> isFrom(mailbox, one)).toList();
        };
    }

    private static boolean isFrom(RestoreRequest.What.FromMailbox mailbox, Collection one) {
        @Nullable String folder = mailbox.folder();
        return one.custodian().equals(mailbox.custodian())
                && (mailbox.source() == null || Objects.equals(mailbox.source(), one.source()))
                && (folder == null
                        || one.folder().equals(folder)
                        || one.folder().startsWith(folder + "/"));
    }
}
