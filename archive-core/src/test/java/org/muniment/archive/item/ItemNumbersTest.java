package org.muniment.archive.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ItemNumbersTest {
    private static final int ITEMS = 20_000;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final ItemNumbers numbers = new ItemNumbers();

    private ItemId item() {
        return new ItemId(String.format("%016x%08x", random.nextLong(), random.nextInt()));
    }

    private int of(ItemId item) {
        return numbers.of(ItemNumbers.key(item));
    }

    @Test
    void everyItemHasTheNumberThatWasNotedLast() {
        Map<ItemId, Integer> expected = new HashMap<>();
        List<ItemId> some = new ArrayList<>();
        for (int i = 0; i < 2 * ITEMS; i++) {
            ItemId item = i % 2 == 0 || some.isEmpty() ? item() : some.get(random.nextInt(some.size()));
            int number = 1 + random.nextInt(300);
            some.add(item);
            expected.put(item, number);
            numbers.put(item, number);
        }
        expected.forEach(
                (item, number) -> assertThat(of(item)).as("seed %d", seed).isEqualTo(number));
        assertThat(of(item())).isZero();
        assertThat(of(new ItemId("0".repeat(24)))).isZero();
    }

    @Test
    void itemsThatStandWhereOthersBelongAreFound() {
        List<ItemId> crowd = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            crowd.add(new ItemId(String.format("ffffffff%08x%08x", i, 0)));
            numbers.put(crowd.getLast(), i + 1);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(of(crowd.get(i))).isEqualTo(i + 1);
        }
    }

    @Test
    void whoReadsWhileOthersAreAddedSeesEachNumberThatWasThere() {
        List<ItemId> known = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            known.add(item());
            numbers.put(known.getLast(), i + 1);
        }
        CompletableFuture<Void> adding = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < ITEMS; i++) {
                numbers.put(item(), 1_000);
            }
        });
        do {
            for (int i = 0; i < known.size(); i++) {
                assertThat(of(known.get(i))).as("seed %d", seed).isEqualTo(i + 1);
            }
        } while (!adding.isDone());
        adding.join();
    }

    @Test
    void zeroIsNoNumber() {
        assertThatThrownBy(() -> numbers.put(item(), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
