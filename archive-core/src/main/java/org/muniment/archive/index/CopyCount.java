package org.muniment.archive.index;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Counts matches in each of some groups of exact copies, a segment at a time, from its columns. For one thread. */
final class CopyCount {
    private final Collection<String> groups;
    private final PageOrder order;
    /** By what the column has of a group: its first 128 bits, which no two groups of an archive that could exist share. */
    private final Map<BytesRef, Found> found = new HashMap<>();

    private record Found(PageOrder.Spot first, long count) {
        Found and(Found other, PageOrder order) {
            return new Found(order.compare(first, other.first) <= 0 ? first : other.first, count + other.count);
        }
    }

    /** @param groups the digits of each */
    CopyCount(Collection<String> groups, PageOrder order) {
        this.groups = groups;
        this.order = order;
    }

    /** The items in these groups. */
    Query query() {
        return new TermInSetQuery(
                Column.DUPLICATE.key(), groups.stream().map(BytesRef::new).toList());
    }

    /** @param matches of these groups alone */
    void add(LeafReader segment, FixedBitSet matches) throws IOException {
        BinaryDocValues group = DocValues.getBinary(segment, ItemFields.GROUP);
        NumericDocValues time = DocValues.getNumeric(segment, ItemFields.TIME);
        NumericDocValues high = DocValues.getNumeric(segment, ItemFields.ID_HIGH);
        NumericDocValues low = DocValues.getNumeric(segment, ItemFields.ID_LOW);
        var documents = new BitSetIterator(matches, 0);
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (group.advanceExact(doc) && high.advanceExact(doc) && low.advanceExact(doc)) {
                var spot =
                        order.spot(time.advanceExact(doc) ? time.longValue() : null, high.longValue(), low.longValue());
                add(group.binaryValue(), new Found(spot, 1));
            }
        }
    }

    /** The column lends its bytes: only a new group keeps a copy of them. */
    private void add(BytesRef group, Found one) {
        @Nullable Found known = found.get(group);
        if (known == null) {
            found.put(BytesRef.deepCopyOf(group), one);
        } else {
            found.put(group, known.and(one, order));
        }
    }

    /** By the digits of the group; those of which nothing matched are left out. */
    Map<String, Copies> finish() {
        return groups.stream()
                .filter(group -> found.containsKey(column(group)))
                .collect(Collectors.toMap(group -> group, group -> copies(found.get(column(group)))));
    }

    private static Copies copies(@Nullable Found found) {
        Found known = Objects.requireNonNull(found);
        return new Copies(known.first().id(), known.count());
    }

    private static BytesRef column(String group) {
        return new BytesRef(HexFormat.of().parseHex(group), 0, ItemFields.GROUP_BYTES);
    }
}
