package org.muniment.batch.holding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.schedule.Classifications.Due;

/** A walk through all that is due, a page at a time, keeping counts and the first few. */
final class HeldDueWalk {
    private static final int PAGE = 5_000;

    private final Archive archive;
    private final Set<HoldId> binding;
    private final Predicate<Set<HoldId>> wanted;
    private final int limit;
    private final Map<String, Long> bySeries = new TreeMap<>();
    private final Map<String, Long> byHold = new TreeMap<>();
    private final List<Held> first = new ArrayList<>();
    private long total;

    private record Held(Due due, Set<HoldId> holds) {}

    /**
     * @param binding holds that count
     * @param wanted which items to take, by those of these holds on whose lists they are: never none
     */
    HeldDueWalk(Archive archive, Set<HoldId> binding, Predicate<Set<HoldId>> wanted, int limit) {
        this.archive = archive;
        this.binding = binding;
        this.wanted = wanted;
        this.limit = limit;
    }

    HeldDue through(LocalDate asOf) {
        var register = archive.retention().classifications();
        List<Due> page = register.due(asOf, null, PAGE);
        while (!page.isEmpty()) {
            take(page);
            page = register.due(asOf, page.getLast(), PAGE);
        }
        return new HeldDue(asOf.toString(), total, bySeries, byHold, rows());
    }

    private void take(List<Due> page) {
        Map<ItemId, Set<HoldId>> listed =
                archive.caughtItems().holdsOf(page.stream().map(Due::item).toList());
        for (Due due : page) {
            Set<HoldId> holds = listed.getOrDefault(due.item(), Set.of()).stream()
                    .filter(binding::contains)
                    .collect(Collectors.toSet());
            if (!holds.isEmpty() && wanted.test(holds)) {
                count(new Held(due, holds));
            }
        }
    }

    private void count(Held held) {
        total++;
        bySeries.merge(held.due().series().value(), 1L, Long::sum);
        held.holds().forEach(hold -> byHold.merge(hold.value(), 1L, Long::sum));
        if (first.size() < limit) {
            first.add(held);
        }
    }

    private List<HeldDue.Row> rows() {
        Map<ItemId, RegisteredItem> items =
                archive
                        .items()
                        .find(first.stream().map(held -> held.due().item()).toList())
                        .stream()
                        .collect(Collectors.toMap(row -> row.item().id(), Function.identity()));
        return first.stream()
                .map(held -> new HeldDue.Row(
                        held.due().item().value(),
                        held.due().series().value(),
                        held.due().eligible().toString(),
                        held.holds().stream().map(HoldId::value).sorted().toList(),
                        subject(items, held.due().item())))
                .toList();
    }

    private static String subject(Map<ItemId, RegisteredItem> items, ItemId id) {
        RegisteredItem row = items.get(id);
        return row == null ? "" : row.item().subject();
    }
}
