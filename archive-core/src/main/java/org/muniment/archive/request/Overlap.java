package org.muniment.archive.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;

/**
 * An earlier request that asks for some of the same: what was said and released then should be looked at.
 *
 * @param request the earlier one
 * @param why what both have in common, in plain words; at least one
 * @param weight the more the more they have in common
 */
public record Overlap(RecordsRequest request, List<String> why, int weight) {
    private static final int ENOUGH_WORDS = 2;

    public Overlap {
        why = List.copyOf(why);
    }

    /**
     * The others that overlap, those with most in common first.
     *
     * @param summary what is asked for
     * @param others to look through; the request itself is left out when it is among them
     */
    public static List<Overlap> of(RecordsRequest of, Collection<RecordsRequest> others) {
        return of(
                of.summary(),
                of.scope(),
                others.stream()
                        .filter(other -> other.id().number() < of.id().number())
                        .toList());
    }

    /** As above, for what is not entered yet. */
    public static List<Overlap> of(String summary, HoldScope scope, Collection<RecordsRequest> earlier) {
        Set<String> words = ContentWords.of(summary);
        return earlier.stream()
                .map(other -> compare(words, scope, other))
                .filter(overlap -> !overlap.why().isEmpty())
                .sorted(Comparator.comparingInt(Overlap::weight)
                        .thenComparing(overlap -> overlap.request().id().number())
                        .reversed())
                .toList();
    }

    private static Overlap compare(Set<String> words, HoldScope scope, RecordsRequest other) {
        Set<String> both = new HashSet<>(words);
        both.retainAll(ContentWords.of(other.summary()));
        Set<Custodian> mailboxes = new HashSet<>(scope.custodians());
        mailboxes.retainAll(other.scope().custodians());
        List<String> why = new ArrayList<>();
        if (both.size() >= ENOUGH_WORDS || !both.isEmpty() && both.size() == words.size()) {
            why.add("the same words: " + both.stream().sorted().collect(Collectors.joining(", ")));
        }
        if (!mailboxes.isEmpty() && daysMeet(scope, other.scope())) {
            why.add("the same mailboxes in the same days: "
                    + mailboxes.stream().map(Custodian::address).sorted().collect(Collectors.joining(", ")));
        }
        if (scope.terms() != null && scope.terms().equals(other.scope().terms())) {
            why.add("the same query");
        }
        return new Overlap(other, why, why.isEmpty() ? 0 : both.size() + mailboxes.size() + why.size());
    }

    private static boolean daysMeet(HoldScope one, HoldScope other) {
        return startsBeforeEnd(one.from(), other.to()) && startsBeforeEnd(other.from(), one.to());
    }

    private static boolean startsBeforeEnd(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || !from.isAfter(to);
    }
}
