package org.muniment.api.web.mine;

import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.api.search.Mail;
import org.muniment.api.web.Changes;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.schedule.Declaration;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.stereotype.Component;

/**
 * What persons declare items of their own to be, and the second person who confirms it. What the schedule refuses is a
 * {@code ScheduleRefused}. Safe for many threads.
 */
@Component
public final class Keeping {
    private final Archive archive;
    private final Changes changes;

    Keeping(Archive archive, Changes changes) {
        this.archive = archive;
        this.changes = changes;
    }

    /** Keeps an item of the person's own from now on. Throws {@link NotThere} when it is not the person's. */
    public Declaration keep(ItemId item, RecordClass recordClass, SeriesId series, Who who) {
        Mail.own(archive, who.own()).find(item).orElseThrow(NotThere::new);
        ItemDocument document = document(item);
        String reason = "kept by " + who.name() + " as " + titles().getOrDefault(series, series.value());
        return changes.make(() -> archive.retention()
                .declarations()
                .declare(
                        document,
                        recordClass,
                        series,
                        reason,
                        who.officer(),
                        archive.retention().day(changes.now()),
                        changes.now()));
    }

    /** Confirms, as the second person, what was declared of an item. Throws {@link NotThere} when there is no such item. */
    public Declaration confirm(ItemId item, Who who) {
        ItemDocument document = document(item);
        return changes.make(() -> archive.retention()
                .declarations()
                .confirm(document, who.officer(), archive.retention().day(changes.now()), changes.now()));
    }

    private ItemDocument document(ItemId item) {
        RegisteredItem row = archive.items().find(item).orElseThrow(NotThere::new);
        return new ItemDocument(
                new StoredItems(archive.objects(), archive.reader(), archive.reading()).read(row),
                archive.items().collections(item));
    }

    /** What people call the series of the schedule in force. */
    public Map<SeriesId, String> titles() {
        return archive.retention().evaluations().find(archive.retention().day(changes.now())).stream()
                .flatMap(evaluation -> evaluation.adopted().schedule().series().stream())
                .collect(Collectors.toMap(RecordSeries::id, RecordSeries::title));
    }
}
