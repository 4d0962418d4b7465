package org.muniment.api.web.requests;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.review.Coding;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.ReviewSet;

/** Which items of a review are looked at one after the other. */
enum ReviewFilter {
    UNDECIDED("not decided yet"),
    SECOND("for the second reader"),
    PROPOSED("with proposed redactions"),
    REMOVED("with something removed"),
    EXEMPT("exempt in part or in whole"),
    ALL("all");

    private static final int PORTION = 500;

    private final String words;

    ReviewFilter(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** As addresses have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReviewFilter of(String key) {
        for (ReviewFilter filter : values()) {
            if (filter.key().equals(key)) {
                return filter;
            }
        }
        return UNDECIDED;
    }

    /**
     * The first item of a list that is looked at. An exact copy is passed over where its first was decided as it is, and
     * nothing is removed from either: who decides the one is asked for all. What is removed is looked at item by item.
     */
    Optional<ItemId> first(Archive archive, ReviewSet set, ReviewOrder.Items asked, List<ItemId> items) {
        for (int from = 0; from < items.size(); from += PORTION) {
            List<ItemId> some = items.subList(from, Math.min(items.size(), from + PORTION));
            Optional<ItemId> found =
                    some.stream().filter(shown(archive, set, asked, some)).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Predicate<ItemId> shown(Archive archive, ReviewSet set, ReviewOrder.Items asked, List<ItemId> items) {
        return switch (this) {
            case PROPOSED -> archive.redactions().waiting(set, items)::containsKey;
            case REMOVED -> archive.redactions().applied(set, items)::containsKey;
            case UNDECIDED, SECOND, EXEMPT, ALL -> decided(archive, set, asked, items);
        };
    }

    private Predicate<ItemId> decided(Archive archive, ReviewSet set, ReviewOrder.Items asked, List<ItemId> items) {
        Set<ItemId> all = new LinkedHashSet<>(items);
        items.forEach(item -> all.add(asked.copies().getOrDefault(item, item)));
        Map<ItemId, Coding> latest = archive.codings().latest(set, all);
        return item -> {
            ItemId first = asked.copies().get(item);
            return isShown(latest.get(item)) && (first == null || differ(latest.get(first), latest.get(item)));
        };
    }

    private static boolean differ(@Nullable Coding one, @Nullable Coding other) {
        if (one == null || other == null) {
            return one != other;
        }
        return one.decision() != other.decision() || one.decision().isExempt();
    }

    private boolean isShown(@Nullable Coding coding) {
        return switch (this) {
            case UNDECIDED -> coding == null;
            case SECOND -> coding != null && coding.decision() == Decision.SECOND_LOOK;
            case EXEMPT -> coding != null && coding.decision().isExempt();
            case ALL, PROPOSED, REMOVED -> true;
        };
    }
}
