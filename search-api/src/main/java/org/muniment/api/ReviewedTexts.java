package org.muniment.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.muniment.archive.Archive;
import org.muniment.archive.item.Coverage;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.item.Reading;
import org.muniment.archive.item.RegisteredItem;
import org.muniment.archive.item.reading.StoredItems;
import org.muniment.archive.review.Part;
import org.muniment.archive.review.PartTexts;

/** The texts of items as reviewers see them, read from their objects; the latest few are kept. */
public final class ReviewedTexts {
    private static final int KEPT = 50;

    private final Archive archive;
    private final StoredItems stored;
    private final Map<ItemId, Map<Part, String>> latest = new LinkedHashMap<>();
    private int notFully;

    public ReviewedTexts(Archive archive) {
        this.archive = archive;
        this.stored = new StoredItems(archive.objects(), archive.reader(), archive.spool());
    }

    /** The parts of an item; none when the archive no longer has it. */
    public Map<Part, String> of(ItemId item) {
        Map<Part, String> known = latest.get(item);
        if (known == null) {
            known = archive.items().find(item).map(this::read).orElse(Map.of());
            if (latest.size() >= KEPT) {
                latest.remove(latest.keySet().iterator().next());
            }
            latest.put(item, known);
        }
        return known;
    }

    private Map<Part, String> read(RegisteredItem item) {
        Reading reading = stored.readWhatIsThere(item);
        if (reading.item().coverage().extent() != Coverage.Extent.FULLY) {
            notFully++;
        }
        return PartTexts.of(reading);
    }

    /** How many of the items read so far have something that could not be read. */
    int notFully() {
        return notFully;
    }
}
