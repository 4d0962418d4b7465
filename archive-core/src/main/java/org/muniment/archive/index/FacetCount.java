package org.muniment.archive.index;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.Kind;

/** Counts matches a segment at a time, from its columns. */
final class FacetCount {
    private final ZoneId zone;
    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private final Map<Custodian, Long> custodians = new HashMap<>();
    private final Map<Integer, Long> years = new HashMap<>();
    private long total;
    private long undated;
    /** The year of the last time looked at: most come in runs. */
    private int year;

    private long yearBegins;
    private long yearEnds;

    FacetCount(ZoneId zone) {
        this.zone = zone;
    }

    void add(LeafReader segment, FixedBitSet found) throws IOException {
        total += found.cardinality();
        kinds(DocValues.getSorted(segment, ItemFields.KIND), found);
        custodians(DocValues.getSortedSet(segment, ItemFields.CUSTODIAN), found);
        years(DocValues.getNumeric(segment, ItemFields.TIME), found);
    }

    /** @param shown the custodians that may be told */
    Facets finish(Predicate<Custodian> shown) {
        custodians.keySet().removeIf(shown.negate());
        return new Facets(total, kinds, custodians, years, undated);
    }

    private void kinds(SortedDocValues values, FixedBitSet found) throws IOException {
        long[] counts = new long[values.getValueCount()];
        var documents = new BitSetIterator(found, 0);
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (values.advanceExact(doc)) {
                counts[values.ordValue()]++;
            }
        }
        for (int ord = 0; ord < counts.length; ord++) {
            if (counts[ord] > 0) {
                kinds.merge(Kind.valueOf(values.lookupOrd(ord).utf8ToString()), counts[ord], Long::sum);
            }
        }
    }

    private void custodians(SortedSetDocValues values, FixedBitSet found) throws IOException {
        long[] counts = new long[Math.toIntExact(values.getValueCount())];
        var documents = new BitSetIterator(found, 0);
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (values.advanceExact(doc)) {
                for (int i = values.docValueCount(); i > 0; i--) {
                    counts[Math.toIntExact(values.nextOrd())]++;
                }
            }
        }
        for (int ord = 0; ord < counts.length; ord++) {
            if (counts[ord] > 0) {
                custodians.merge(new Custodian(values.lookupOrd(ord).utf8ToString()), counts[ord], Long::sum);
            }
        }
    }

    private void years(NumericDocValues times, FixedBitSet found) throws IOException {
        var documents = new BitSetIterator(found, 0);
        long inYear = 0;
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (!times.advanceExact(doc)) {
                undated++;
            } else if (yearBegins <= times.longValue() && times.longValue() < yearEnds) {
                inYear++;
            } else {
                count(inYear);
                look(times.longValue());
                inYear = 1;
            }
        }
        count(inYear);
    }

    private void count(long inYear) {
        if (inYear > 0) {
            years.merge(year, inYear, Long::sum);
        }
    }

    private void look(long time) {
        year = Instant.ofEpochMilli(time).atZone(zone).getYear();
        yearBegins = begin(year);
        yearEnds = begin(year + 1);
    }

    private long begin(int of) {
        try {
            return LocalDate.of(of, 1, 1).atStartOfDay(zone).toInstant().toEpochMilli();
        } catch (ArithmeticException beyond) {
            return of < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
