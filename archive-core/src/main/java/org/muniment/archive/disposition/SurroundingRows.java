package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muniment.archive.disposition.Case.Surroundings;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.schedule.Standing;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the catalogue knows around items: their threads, what was declared about them, what officers took off lists. */
final class SurroundingRows {
    private static final int PORTION = 500;

    private final JdbcTemplate jdbc;
    private final Set<SeriesId> noRecords;

    SurroundingRows(JdbcTemplate jdbc, RetentionSchedule schedule) {
        this.jdbc = jdbc;
        this.noRecords = new HashSet<>(schedule.series().stream()
                .filter(series -> series.standing() == Standing.NOT_A_RECORD)
                .map(RecordSeries::id)
                .toList());
    }

    Map<ItemId, Surroundings> of(List<RegisteredItem> items, Map<ItemId, Classification> classifications) {
        List<String> ids = items.stream().map(one -> one.item().id().value()).toList();
        Set<String> waiting = strings(
                "select d.item from declaration d where d.second is null and not exists (select 1 from declaration l"
                        + " where l.item = d.item and l.number > d.number) and d.item in ",
                ids);
        Set<String> takenOff = strings(
                "select item from plan_line where state = 'WITHDRAWN' and officer is not null and item in ", ids);
        Set<String> recordThreads = recordThreads(items.stream()
                .filter(one -> isNoRecord(classifications.get(one.item().id())))
                .toList());
        Map<ItemId, Surroundings> found = new HashMap<>();
        for (RegisteredItem one : items) {
            String id = one.item().id().value();
            found.put(
                    one.item().id(),
                    new Surroundings(
                            recordThreads.contains(one.thread()), waiting.contains(id), takenOff.contains(id)));
        }
        return found;
    }

    private boolean isNoRecord(@org.jspecify.annotations.Nullable Classification classification) {
        return classification != null && noRecords.contains(classification.series());
    }

    /** The threads of these items that have an item that is a record, or that nobody classified. */
    private Set<String> recordThreads(List<RegisteredItem> items) {
        Set<String> threads = new HashSet<>();
        items.forEach(item -> threads.add(item.thread()));
        List<Object> series = new ArrayList<>();
        noRecords.forEach(one -> series.add(one.value()));
        return threads.isEmpty()
                ? Set.of()
                : strings(
                        "select i.thread from item i left join classification c on c.item = i.id where (c.series is null or"
                                + " c.series not in " + Rows.marks(series.size()) + ") and i.thread in ",
                        threads,
                        series);
    }

    private Set<String> strings(String query, java.util.Collection<String> values) {
        return strings(query, values, List.of());
    }

    private Set<String> strings(String query, java.util.Collection<String> values, List<Object> before) {
        Set<String> found = new HashSet<>();
        List<String> all = List.copyOf(values);
        for (int from = 0; from < all.size(); from += PORTION) {
            List<String> some = all.subList(from, Math.min(all.size(), from + PORTION));
            List<Object> parameters = new ArrayList<>(before);
            parameters.addAll(some);
            jdbc.query(
                    query + Rows.marks(some.size()),
                    row -> {
                        found.add(row.getString(1));
                    },
                    parameters.toArray());
        }
        return found;
    }
}
