package org.muniment.api.web.requests;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** The first item of a list that is looked at. */
    Optional<ItemId> first(Archive archive, ReviewSet set, List<ItemId> items) {
        for (int from = 0; from < items.size(); from += PORTION) {
            List<ItemId> some = items.subList(from, Math.min(items.size(), from + PORTION));
            Optional<ItemId> found =
                    some.stream().filter(shown(archive, set, some)).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Predicate<ItemId> shown(Archive archive, ReviewSet set, List<ItemId> items) {
        if (this == ALL) {
            return item -> true;
        }
        if (this == PROPOSED) {
            Map<ItemId, Long> waiting = archive.redactions().waiting(set, items);
            return waiting::containsKey;
        }
        Map<ItemId, Coding> latest = archive.codings().latest(set, items);
        return item -> isShown(latest.get(item));
    }

    private boolean isShown(@Nullable Coding coding) {
        return switch (this) {
            case UNDECIDED -> coding == null;
            case SECOND -> coding != null && coding.decision() == Decision.SECOND_LOOK;
            case EXEMPT -> coding != null && coding.decision().isExempt();
            case ALL, PROPOSED -> true;
        };
    }
}
