package org.muniment.api.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long people waited for pages of each kind. Safe for many threads. */
final class Waits {
    private static final int TOLD = 10;

    private final Map<String, List<Wait>> kinds = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    private record Wait(long nanos, boolean failed) {}

    /** @param failure the address and what came instead of its page; null when its page came */
    synchronized void add(String kind, long nanos, @Nullable String failure) {
        kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(new Wait(nanos, failure != null));
        if (failure != null && failures.size() < TOLD) {
            failures.add(failure);
        }
    }

    /** The first few. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** Every kind, by name. */
    synchronized List<ServeBench.Line> lines() {
        return kinds.entrySet().stream()
                .map(one -> line(one.getKey(), one.getValue()))
                .toList();
    }

    synchronized ServeBench.Line only(String kind) {
        return line(kind, kinds.getOrDefault(kind, List.of()));
    }

    /** All but one kind together. */
    synchronized ServeBench.Line allBut(String kind) {
        return line(
                "all pages",
                kinds.entrySet().stream()
                        .filter(one -> !one.getKey().equals(kind))
                        .flatMap(one -> one.getValue().stream())
                        .toList());
    }

    private static ServeBench.Line line(String kind, List<Wait> waits) {
        long[] nanos = waits.stream().mapToLong(Wait::nanos).sorted().toArray();
        return new ServeBench.Line(
                kind,
                nanos.length,
                millis(nanos, 0.5),
                millis(nanos, 0.95),
                millis(nanos, 0.99),
                millis(nanos, 1),
                waits.stream().filter(Wait::failed).count());
    }

    private static double millis(long[] sorted, double share) {
        int at = (int) Math.ceil(share * sorted.length) - 1;
        return sorted.length == 0
                ? 0
                : Arrays.stream(sorted).skip(Math.max(0, at)).findFirst().orElse(0) / 1e6;
    }
}
