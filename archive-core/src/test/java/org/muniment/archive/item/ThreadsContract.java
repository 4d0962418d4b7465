package org.muniment.archive.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.item.SampleItems.arrival;
import static org.muniment.archive.item.SampleItems.item;
import static org.muniment.archive.item.SampleItems.threaded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which messages are one thread, on every database. */
abstract class ThreadsContract extends RegisterContract {
    @Test
    void threadsDoNotDependOnTheOrderOfArrival() {
        long seed = System.nanoTime();
        System.out.println("threadsDoNotDependOnTheOrderOfArrival seed " + seed);
        Random random = new Random(seed);
        List<Item> all = IntStream.range(0, 60)
                .mapToObj(at -> threaded(
                        "m" + at,
                        Stream.generate(() -> "m" + random.nextInt(90))
                                .limit(random.nextInt(10) < 4 ? random.nextInt(3) : 0)
                                .toArray(String[]::new)))
                .collect(Collectors.toCollection(ArrayList::new));
        Map<ItemId, String> expected = new HashMap<>();
        for (int round = 0; round < 4; round++) {
            JdbcClient.create(catalogue.writer()).sql("delete from collection").update();
            JdbcClient.create(catalogue.writer()).sql("delete from item").update();
            JdbcClient.create(catalogue.writer()).sql("delete from thread_key").update();
            Collections.shuffle(all, random);
            for (int from = 0; from < all.size(); from += 7) {
                record(all.subList(from, Math.min(all.size(), from + 7)).stream()
                        .map(item -> arrival(item, item.subject()))
                        .toList());
            }
            Map<ItemId, String> threads =
                    items.all().collect(Collectors.toMap(one -> one.item().id(), RegisteredItem::thread));
            if (round == 0) {
                expected.putAll(threads);
                assertThat(groups(threads)).isEqualTo(naiveGroups(all));
            }
            assertThat(threads).isEqualTo(expected);
            assertThat(registers(all.toArray(Item[]::new)))
                    .hasSize(60)
                    .allSatisfy(register -> assertThat(register.threads()).containsExactly(register.thread()));
        }
    }

    @Test
    void aRegisterTellsTheThreadsThatItsIdsBelongTo() {
        Item loose = item("loose");
        Item answer = threaded("b", "a");
        record(List.of(arrival(loose, "1"), arrival(threaded("a"), "2"), arrival(answer, "3")));
        assertThat(registers(loose, answer))
                .allSatisfy(register -> assertThat(register.threads()).containsExactly(register.thread()));
        JdbcClient sql = JdbcClient.create(catalogue.writer());
        sql.sql("delete from thread_key where key <> thread").update();
        assertThat(registers(answer).getFirst().threads()).contains(Register.UNKNOWN);
        sql.sql("update item set threading = '{'").update();
        assertThat(registers(loose, answer))
                .allSatisfy(register -> assertThat(register.threads()).isEmpty());
    }

    @Test
    void aMessageThatConnectsTwoThreadsMakesThemOne() {
        record(List.of(arrival(threaded("a"), "1"), arrival(threaded("b"), "2")));
        assertThat(items.all().map(RegisteredItem::thread).distinct()).hasSize(2);
        record(List.of(arrival(threaded("c", "a", "b"), "3")));
        assertThat(items.all().map(RegisteredItem::thread).distinct()).hasSize(1);
        String thread = items.find(threaded("a").id()).orElseThrow().thread();
        assertThat(items.thread(thread, 10)).hasSize(3);
    }

    private static Set<Set<ItemId>> groups(Map<ItemId, String> threads) {
        return Set.copyOf(threads.keySet().stream()
                .collect(Collectors.groupingBy(threads::get, Collectors.toSet()))
                .values());
    }

    /** Spreads the smallest label over shared ids until nothing changes. */
    private static Set<Set<ItemId>> naiveGroups(List<Item> all) {
        Map<ItemId, String> label = new HashMap<>();
        all.forEach(item -> label.put(item.id(), item.id().value()));
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Item one : all) {
                for (Item other : all) {
                    String mine = label.getOrDefault(one.id(), "");
                    String theirs = label.getOrDefault(other.id(), "");
                    if (theirs.compareTo(mine) < 0 && !Collections.disjoint(ids(one), ids(other))) {
                        label.put(one.id(), theirs);
                        changed = true;
                    }
                }
            }
        }
        return groups(label);
    }

    private static Set<String> ids(Item item) {
        Set<String> ids = new TreeSet<>(item.threading().references());
        ids.add(item.threading().messageId());
        return ids;
    }
}
