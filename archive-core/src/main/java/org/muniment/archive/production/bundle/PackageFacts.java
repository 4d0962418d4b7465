package org.muniment.archive.production.bundle;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.muniment.archive.ledger.VerifierKey;
import org.muniment.archive.production.BatesRange;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.production.ProductionOrder;
import org.muniment.archive.store.Digest;

/**
 * What whoever builds a package tells about it; all of it stands in {@code production.json}, so it must be the same when it
 * is built again: no time of the build, no path of this computer.
 *
 * @param production what was asked for
 * @param agency the district's name
 * @param zone in which its days and times are written
 * @param snapshot the catalogue's revision at which items were selected
 * @param decisions how many items there are of each decision
 * @param documents documents in it: items, attachments, placeholders
 * @param range all its numbers
 * @param free numbers within it that stand on no page, in order
 * @param versions of what it was made with, by name: {@code muniment}, {@code schedule}, {@code index}
 */
public record PackageFacts(
        Production production,
        String agency,
        ZoneId zone,
        long snapshot,
        SortedMap<String, Long> decisions,
        long documents,
        BatesRange range,
        List<BatesRange> free,
        SortedMap<String, String> versions) {
    public PackageFacts {
        decisions = Collections.unmodifiableSortedMap(new TreeMap<>(decisions));
        free = List.copyOf(free);
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    ProductionFile file(
            ProductionFormat layout,
            ProductionFile.Listed manifest,
            SortedMap<String, Digest> beside,
            VerifierKey key) {
        ProductionOrder order = production.order();
        ProductionId replaces = order.replaces();
        return new ProductionFile(
                ProductionFile.FORMAT,
                production.id(),
                layout,
                agency,
                order.about(),
                replaces == null ? "" : replaces.value(),
                order.query(),
                snapshot,
                order.by(),
                order.at(),
                zone,
                decisions,
                documents,
                range.pages() - free.stream().mapToLong(BatesRange::pages).sum(),
                new ProductionFile.Numbers(
                        range.first().toString(),
                        range.last().toString(),
                        free.stream().map(BatesRange::toString).toList()),
                versions,
                manifest,
                beside,
                new ProductionFile.Log(key.name(), key.toString()));
    }
}
