package org.muniment.batch.holding;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;

/**
 * Items that their period would let go by a day, and the holds on whose lists they are.
 *
 * @param asOf the day, ISO-8601
 * @param total how many there are
 * @param bySeries how many of each record series
 * @param byHold how many on each hold's list; an item can be on several
 * @param items the first of them, the longest due first
 */
public record HeldDue(String asOf, long total, Map<String, Long> bySeries, Map<String, Long> byHold, List<Row> items) {
    /** One of them. */
    public record Row(String id, String series, String eligible, List<String> holds, String subject) {}

    /** Those that holds keep which bind on a day. */
    public static HeldDue kept(Archive archive, LocalDate asOf, LocalDate day, int limit) {
        return new HeldDueWalk(archive, binding(archive, day), holds -> true, limit).through(asOf);
    }

    /** Those of them on one hold's list. */
    public static long count(Archive archive, HoldId hold, LocalDate asOf) {
        return new HeldDueWalk(archive, Set.of(hold), holds -> true, 0)
                .through(asOf)
                .total();
    }

    /** Those that nothing but this hold would keep on a day. */
    public static HeldDue keptOnlyBy(Archive archive, HoldId hold, LocalDate day, int limit) {
        Set<HoldId> binding = new HashSet<>(binding(archive, day));
        binding.add(hold);
        return new HeldDueWalk(archive, binding, Set.of(hold)::equals, limit).through(day);
    }

    private static Set<HoldId> binding(Archive archive, LocalDate day) {
        return archive.holds().standing(day).holds().stream().map(LegalHold::id).collect(Collectors.toSet());
    }
}
