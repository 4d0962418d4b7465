package org.muniment.batch.produce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Codings;
import org.muniment.archive.review.Exemption;
import org.muniment.archive.review.Redaction;
import org.muniment.archive.review.Redactions;
import org.muniment.archive.review.ReviewSet;

/**
 * What people decided about the items of a production.
 *
 * @param treatments what is shown of each item that is in it, in their order
 * @param codings the decision on each item; none of a bundle that nobody reviewed
 * @param counts how many items there are of each decision, in words
 * @param open what still stops it, in plain words: an item and what it needs
 */
record Decided(
        SequencedMap<ItemId, Treatment> treatments,
        Map<ItemId, Coding> codings,
        SortedMap<String, Long> counts,
        List<String> open) {
    private static final int FEW = 1_000;
    private static final String UNREVIEWED = "not reviewed";

    Decided {
        treatments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(treatments));
        codings = Map.copyOf(codings);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        open = List.copyOf(open);
    }

    /** The sections under which something is hidden or withheld, with what to mind about them. */
    List<Exemption> grounds() {
        Map<String, Exemption> found = new TreeMap<>();
        for (Treatment treatment : treatments.values()) {
            switch (treatment) {
                case Treatment.Whole whole -> {}
                case Treatment.Redacted redacted ->
                    redacted.redactions()
                            .forEach(one -> found.putIfAbsent(one.exemption().section(), one.exemption()));
                case Treatment.Withheld withheld ->
                    withheld.grounds().forEach(one -> found.putIfAbsent(one.section(), one));
            }
        }
        return List.copyOf(found.values());
    }

    /** Who decided that something is withheld or redacted: the law wants them named (Gov. Code 7922.540). */
    List<String> responsible() {
        TreeSet<String> names = new TreeSet<>();
        treatments.forEach((item, treatment) -> {
            Coding coding = codings.get(item);
            if (coding != null && !(treatment instanceof Treatment.Whole)) {
                names.add(coding.by().name());
            }
            treatment.applied().stream()
                    .map(Redaction::by)
                    .filter(java.util.Objects::nonNull)
                    .forEach(by -> names.add(by.name()));
        });
        return List.copyOf(names);
    }

    /** Items that are withheld as a whole. */
    long withheld() {
        return treatments.values().stream()
                .filter(Treatment.Withheld.class::isInstance)
                .count();
    }

    /** Items of which parts are hidden. */
    long redacted() {
        return treatments.values().stream()
                .filter(Treatment.Redacted.class::isInstance)
                .count();
    }

    /** Reads the decisions. For items of a bundle that nobody reviews, review is null: all of them are shown. */
    static Decided of(List<ItemId> items, @Nullable ReviewSet review, Codings codings, Redactions redactions) {
        if (review == null) {
            SequencedMap<ItemId, Treatment> whole = new LinkedHashMap<>();
            items.forEach(item -> whole.put(item, new Treatment.Whole()));
            return new Decided(whole, Map.of(), new TreeMap<>(Map.of(UNREVIEWED, (long) items.size())), List.of());
        }
        Reading reading = new Reading();
        for (int from = 0; from < items.size(); from += FEW) {
            List<ItemId> some = items.subList(from, Math.min(items.size(), from + FEW));
            Map<ItemId, Coding> latest = codings.latest(review, some);
            Map<ItemId, List<Redaction>> applied = redactions.applied(review, some);
            Map<ItemId, Long> waiting = redactions.waiting(review, some);
            for (ItemId item : some) {
                reading.take(
                        item, latest.get(item), applied.getOrDefault(item, List.of()), waiting.getOrDefault(item, 0L));
            }
        }
        return new Decided(reading.treatments, reading.codings, reading.counts, reading.open);
    }

    private static final class Reading {
        private final SequencedMap<ItemId, Treatment> treatments = new LinkedHashMap<>();
        private final Map<ItemId, Coding> codings = new HashMap<>();
        private final SortedMap<String, Long> counts = new TreeMap<>();
        private final List<String> open = new ArrayList<>();

        void take(ItemId item, @Nullable Coding coding, List<Redaction> applied, long waiting) {
            if (coding == null) {
                open.add(item + " has no decision yet");
                return;
            }
            codings.put(item, coding);
            counts.merge(coding.decision().words(), 1L, Long::sum);
            if (waiting > 0 && coding.decision() != org.muniment.archive.review.Decision.NOT_RESPONSIVE) {
                open.add(item + " has " + Words.count(waiting, "suggested redaction", "suggested redactions")
                        + " that nobody decided about");
            }
            treat(item, coding, applied);
        }

        private void treat(ItemId item, Coding coding, List<Redaction> applied) {
            switch (coding.decision()) {
                case NOT_RESPONSIVE -> {}
                case SECOND_LOOK -> open.add(item + " needs a second look");
                case EXEMPT_IN_WHOLE ->
                    treatments.put(item, new Treatment.Withheld(coding.ruling().exemptions()));
                case EXEMPT_IN_PART -> {
                    if (applied.isEmpty()) {
                        open.add(item + " is exempt in part, but nothing of it is redacted");
                    } else {
                        treatments.put(item, new Treatment.Redacted(applied));
                    }
                }
                case RESPONSIVE ->
                    treatments.put(item, applied.isEmpty() ? new Treatment.Whole() : new Treatment.Redacted(applied));
            }
        }
    }
}
