package org.muniment.batch.fixity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.item.Registers;

class RandomItemsTest {
    @TempDir
    private Path folder;

    @Test
    void everyItemIsPickedAsOftenAsAnyOther() throws IOException {
        Random random = SampleArchive.random("everyItemIsPickedAsOftenAsAnyOther");
        try (Archive archive = SampleArchive.create(ArchiveSettings.embedded(folder.resolve("archive")))) {
            Registers registers = new Registers(archive.catalogue().reader());
            RandomItems items = new RandomItems(registers, random);
            Map<String, Integer> picked = new HashMap<>();
            for (int i = 0; i < 1000; i++) {
                List<String> some = items.pick(6);
                assertThat(some).hasSize(6).isSorted().doesNotHaveDuplicates();
                some.forEach(item -> picked.merge(item, 1, Integer::sum));
            }
            // 105 each on average; six standard deviations are 58.
            assertThat(picked).hasSize(SampleArchive.ITEMS);
            assertThat(picked.values()).allMatch(times -> times > 47 && times < 163);
            assertThat(items.pick(1000))
                    .containsExactlyElementsOf(registers.ids().toList());
        }
    }

    @Test
    void anEmptyArchiveHasNothingToPick() {
        try (Archive archive = Archive.create(ArchiveSettings.embedded(folder.resolve("empty")), Clock.systemUTC())) {
            Registers registers = new Registers(archive.catalogue().reader());
            assertThat(new RandomItems(registers, new Random(1)).pick(5)).isEmpty();
        }
    }

    @Test
    void partingTellsWhatOnlyOneOfTwoSequencesHas() {
        Random random = SampleArchive.random("partingTellsWhatOnlyOneOfTwoSequencesHas");
        for (int i = 0; i < 500; i++) {
            TreeSet<Integer> one = numbers(random);
            TreeSet<Integer> other = numbers(random);
            TreeSet<Integer> onlyInOne = new TreeSet<>();
            TreeSet<Integer> onlyInOther = new TreeSet<>();
            Parting.of(one.iterator(), twice(other), onlyInOne::add, onlyInOther::add);
            assertThat(onlyInOne).isEqualTo(without(one, other));
            assertThat(onlyInOther).isEqualTo(without(other, one));
        }
    }

    private static Iterator<Integer> twice(TreeSet<Integer> numbers) {
        return numbers.stream().flatMap(number -> Stream.of(number, number)).iterator();
    }

    private static TreeSet<Integer> numbers(Random random) {
        return random.ints(random.nextInt(20), 0, 20).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<Integer> without(TreeSet<Integer> one, TreeSet<Integer> other) {
        TreeSet<Integer> left = new TreeSet<>(one);
        left.removeAll(other);
        return left;
    }
}
