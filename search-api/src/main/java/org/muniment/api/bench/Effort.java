package org.muniment.api.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.function.LongSupplier;

/**
 * What some work cost this process.
 *
 * @param items how many items were worked on
 * @param seconds wall-clock seconds
 * @param cpuSeconds processor seconds of the whole process, all threads
 * @param peakHeap most bytes of heap in use at once, collected or not
 */
record Effort(long items, double seconds, double cpuSeconds, long peakHeap) {
    private static final double NANOS = 1e9;

    /** Runs the work, which gives the number of items, and measures it. */
    static Effort of(LongSupplier work) {
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        pools.forEach(pool -> pool.resetPeakUsage());
        long cpu = cpuNanos();
        long start = System.nanoTime();
        long items = work.getAsLong();
        double seconds = (System.nanoTime() - start) / NANOS;
        double cpuSeconds = (cpuNanos() - cpu) / NANOS;
        long peak =
                pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Effort(items, seconds, cpuSeconds, peak);
    }

    /** Items a second. */
    double rate() {
        return seconds == 0 ? 0 : items / seconds;
    }

    /** Processor milliseconds an item. */
    double cpuMillisPerItem() {
        return items == 0 ? 0 : 1000 * cpuSeconds / items;
    }

    private static long cpuNanos() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean process ? process.getProcessCpuTime() : 0;
    }
}
