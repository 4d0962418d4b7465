package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.Reach;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.Containers;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.store.ObjectMissing;
import org.muniment.archive.store.StoreUnavailable;

/**
 * Which holds cover anything in the containers that items came out of. Looks at items until one is held, reads an object
 * only where a hold depends on its words, and remembers what it found while neither holds nor items have changed. Safe for
 * many threads.
 */
final class Siblings {
    private static final int PAGE = 500;

    private final Premises premises;
    private final Map<Long, Found> remembered = new ConcurrentHashMap<>();

    private record Found(long epoch, Containers.State state, List<String> holds) {}

    Siblings(Premises premises) {
        this.premises = premises;
    }

    /**
     * What was found around items.
     *
     * @param containers what the containers of each item were at
     * @param holds those that cover anything in them, in words
     */
    record Around(Map<ItemId, List<Containers.State>> containers, Map<ItemId, List<String>> holds) {
        List<Containers.State> containersOf(ItemId item) {
            return containers.getOrDefault(item, List.of());
        }

        List<String> holdsBeside(ItemId item) {
            return holds.getOrDefault(item, List.of());
        }
    }

    /** Looks around committed items. */
    Around of(Collection<ItemId> items, StandingHolds standing) {
        Map<ItemId, List<Containers.State>> states =
                states(premises.containers().of(items), false);
        Map<ItemId, List<String>> holds = new HashMap<>();
        states.forEach((item, its) -> holds.put(
                item,
                its.stream()
                        .flatMap(state -> judged(state, standing).stream())
                        .distinct()
                        .toList()));
        return new Around(states, holds);
    }

    /** What the containers of items are at, as the caller's transaction sees it. */
    Map<ItemId, List<Containers.State>> statesInTransaction(Collection<ItemId> items) {
        return states(premises.containers().ofInTransaction(items), true);
    }

    private Map<ItemId, List<Containers.State>> states(Map<ItemId, Set<Long>> containers, boolean inTransaction) {
        Map<Long, Containers.State> known = new HashMap<>();
        Map<ItemId, List<Containers.State>> states = new HashMap<>();
        containers.forEach((item, its) -> states.put(
                item,
                its.stream()
                        .map(one -> known.computeIfAbsent(
                                one, any -> premises.containers().state(any, inTransaction)))
                        .toList()));
        return states;
    }

    /** An item that cannot be judged may be held. */
    private List<String> judged(Containers.State state, StandingHolds standing) {
        try {
            return holds(state, standing);
        } catch (StoreUnavailable noAnswer) {
            throw noAnswer;
        } catch (RuntimeException | StackOverflowError e) {
            return List.of(
                    "one of them could not be judged (" + Vetoes.notJudged(e).words() + ")");
        }
    }

    private List<String> holds(Containers.State state, StandingHolds standing) {
        Found known = remembered.get(state.container());
        if (known != null && known.epoch() == standing.epoch() && known.state().equals(state)) {
            return known.holds();
        }
        List<String> holds = standing.isEmpty() ? List.of() : search(state.container(), standing);
        remembered.put(state.container(), new Found(standing.epoch(), state, holds));
        return holds;
    }

    private List<String> search(long container, StandingHolds standing) {
        @Nullable ItemId last = null;
        while (true) {
            List<ItemId> page = premises.containers().items(container, last, PAGE);
            if (page.isEmpty()) {
                return List.of();
            }
            last = page.getLast();
            Optional<Set<HoldId>> found = first(page, standing);
            if (found.isPresent()) {
                return Grounds.holds(standing, found.get()).stream()
                        .map(hold -> hold.id() + " (matter " + hold.matter() + ")")
                        .toList();
            }
        }
    }

    private Optional<Set<HoldId>> first(List<ItemId> page, StandingHolds standing) {
        var collections = premises.items().collections(page);
        List<RegisteredItem> open = new ArrayList<>();
        for (RegisteredItem item : premises.items().find(page)) {
            switch (standing.reach(item, collections.getOrDefault(item.item().id(), List.of()))) {
                case Reach.Held held -> {
                    return Optional.of(held.holds());
                }
                case Reach.NeedsWords needsWords -> open.add(item);
                case Reach.Free free -> {}
            }
        }
        return InParallel.map(
                        open,
                        8,
                        item -> read(item, collections.getOrDefault(item.item().id(), List.of()), standing))
                .stream()
                .filter(holds -> !holds.isEmpty())
                .findFirst();
    }

    private Set<HoldId> read(
            RegisteredItem item, List<org.muniment.archive.item.Collection> collections, StandingHolds standing) {
        try {
            return standing.holding(new ItemDocument(premises.stored().read(item), collections));
        } catch (ObjectMissing missing) {
            if (isBegun(item.item().id())) {
                return Set.of();
            }
            throw missing;
        }
    }

    /** Its object was deleted inside the lock, when nothing held it; what is left of it follows. */
    private boolean isBegun(ItemId item) {
        return new Dispositions(premises.reader())
                .of(item).stream().anyMatch(place -> place.line().isBegun());
    }
}
