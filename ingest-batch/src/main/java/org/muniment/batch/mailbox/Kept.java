package org.muniment.batch.mailbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Counts why messages stay, with some places for each reason that needs a person's look. For one thread. */
final class Kept {
    private static final int SOME = 20;
    /** What is as it should be. */
    private static final Set<KeptFor> USUAL =
            Set.of(KeptFor.OTHER_FOLDER, KeptFor.NOT_OLD_ENOUGH, KeptFor.ON_HOLD, KeptFor.RUN_STOPPED);

    private final Map<KeptFor, Long> counts = new EnumMap<>(KeptFor.class);
    private final Map<KeptFor, List<String>> places = new EnumMap<>(KeptFor.class);

    void add(KeptFor reason, String place) {
        add(reason, 1, Stream.of(place));
    }

    void add(KeptFor reason, long messages, Stream<String> where) {
        counts.merge(reason, messages, Long::sum);
        List<String> known = places.computeIfAbsent(reason, any -> new ArrayList<>());
        if (!USUAL.contains(reason)) {
            where.filter(place -> !place.isEmpty()).limit(SOME - known.size()).forEach(known::add);
        }
    }

    Map<KeptFor, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    List<String> places(KeptFor reason) {
        return places.getOrDefault(reason, List.of());
    }

    /** For the report, most frequent first. */
    List<MailboxReport.Kept> lines() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<KeptFor, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(one -> new MailboxReport.Kept(
                        one.getKey(), one.getKey().words(), one.getValue(), places(one.getKey())))
                .toList();
    }
}
