package org.muniment.batch.fixity;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.muniment.archive.item.Registers;

/** Picks items at random: each as likely as any other, whenever and however often it was collected; none twice. */
final class RandomItems {
    private final Registers registers;
    private final RandomGenerator random;

    RandomItems(Registers registers, RandomGenerator random) {
        this.registers = registers;
        this.random = random;
    }

    /** So many ids, ascending; all there are, when there are fewer. */
    List<String> pick(int count) {
        long all = registers.count();
        List<String> picked = new ArrayList<>();
        String last = "";
        long next = 0;
        for (long rank : ranks(Math.min(count, all), all)) {
            List<String> found = registers.idsAfter(last, rank - next, 1);
            if (found.isEmpty()) {
                break;
            }
            last = found.getFirst();
            next = rank + 1;
            picked.add(last);
        }
        return picked;
    }

    private long[] ranks(long count, long all) {
        return count == 0
                ? new long[0]
                : random.longs(0, all).distinct().limit(count).sorted().toArray();
    }
}
