package org.muniment.batch.produce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.ProductionFormat;
import org.muniment.archive.production.bundle.PackageCheck;
import org.muniment.archive.production.loadfile.DocumentRow;
import org.muniment.archive.production.loadfile.LoadField;
import org.muniment.archive.review.Decision;
import org.muniment.archive.review.Part;

/** Random words of the sample district are hidden, in any part of any item; none is in the package where it was hidden. */
class SeededRedactionsTest {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{5,30}");

    @TempDir
    Path folder;

    private record Hidden(ItemId item, Part part, String word) {}

    @Test
    @Tag("short")
    void oneHundredWordsAreGone() throws IOException {
        hide(100, List.of(ProductionFormat.COURT));
    }

    @Test
    @Tag("slow")
    void manyWordsAreGoneInEveryFormat() throws IOException {
        hide(Integer.getInteger("muniment.redactions", 40), List.of(ProductionFormat.values()));
    }

    private void hide(int count, List<ProductionFormat> formats) throws IOException {
        long seed = Long.getLong("muniment.seed", System.nanoTime());
        System.out.println("SeededRedactionsTest seed " + seed);
        try (District district = District.create(folder)) {
            district.ingestSample();
            district.code(district.all(), Decision.RESPONSIVE);
            List<Hidden> hidden = drawn(district, new Random(seed), count);
            for (ProductionFormat format : formats) {
                Produced produced = district.produce(district.request(
                        format, District.SET, "out-" + format, new ProduceRequest.Consents(false, true)));
                assertThat(produced.redacted())
                        .isEqualTo(hidden.stream().map(Hidden::item).distinct().count());
                assertThat(PackageCheck.check(produced.folder()).findings()).isEmpty();
                if (format == ProductionFormat.COURT) {
                    subjectsAreGone(new Package(produced.folder()), hidden, seed);
                }
            }
        }
    }

    /** The build's own leak test passed; this looks at some fields again, in another way. */
    private static void subjectsAreGone(Package made, List<Hidden> hidden, long seed) throws IOException {
        List<DocumentRow> redacted = made.dat().stream()
                .filter(row -> row.get(LoadField.PARENTID).isEmpty())
                .filter(row -> row.get(LoadField.SUBJECT).contains("[Ed. Code 49076]"))
                .toList();
        long subjects = hidden.stream()
                .filter(one -> one.part() instanceof Part.Subject)
                .map(Hidden::item)
                .distinct()
                .count();
        assertThat(redacted).as("seed " + seed).hasSize((int) subjects);
    }

    private static List<Hidden> drawn(District district, Random random, int count) {
        List<ItemId> items = district.all();
        List<Hidden> hidden = new ArrayList<>();
        Map<ItemId, Map<Part, String>> texts = items.stream().collect(Collectors.toMap(item -> item, district::texts));
        while (hidden.size() < count) {
            ItemId item = items.get(random.nextInt(items.size()));
            Map<Part, String> own = texts.getOrDefault(item, Map.of());
            if (!own.isEmpty()) {
                Part part = List.copyOf(own.keySet()).get(random.nextInt(own.size()));
                draw(district, random, new Hidden(item, part, own.getOrDefault(part, "")), hidden);
            }
        }
        return hidden;
    }

    private static void draw(District district, Random random, Hidden where, List<Hidden> hidden) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(where.word());
        while (matcher.find()) {
            words.add(matcher.group());
        }
        if (!words.isEmpty()) {
            String word = words.get(random.nextInt(words.size()));
            district.redact(where.item(), where.part(), word);
            hidden.add(new Hidden(where.item(), where.part(), word));
        }
    }
}
