package org.muniment.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.hold.HoldDesk.ZONE;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.Catalogues;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.Samples;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.RandomQueries;

/** What a thousand holds cost. The limits are wide: they catch a slip of a factor, not of a tenth. */
@Tag("slow")
class HoldSpeedTest {
    private static final int HOLDS = 1_000;
    private static final int ITEMS = 1_000;

    private final Random random = new Random(7);

    @TempDir
    private Path folder;

    private List<PlacedHold> holds(boolean onWords, boolean onMailboxes) {
        List<PlacedHold> holds = new ArrayList<>();
        for (int i = 1; i <= HOLDS; i++) {
            Set<Custodian> custodians = onMailboxes ? Set.of(new Custodian("user" + i + "@x.gov")) : Set.of();
            LocalDate from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(900));
            @Nullable ItemQuery terms = onWords ? query(i) : null;
            holds.add(new PlacedHold(HoldAgreementTest.hold(i, new HoldScope(custodians, from, null, terms)), ZONE));
        }
        return holds;
    }

    /** What a lawyer would type. */
    private static ItemQuery query(int number) {
        String words = RandomQueries.WORDS.get(number % 10) + number;
        return new ItemQueryParser(ZONE)
                .parse(
                        switch (number % 4) {
                            case 0 -> "budget w/5 (" + words + " OR cuts)";
                            case 1 -> "from:user" + number + "@x.gov AND \"closed " + words + "\"";
                            case 2 -> "subject:" + words + " OR attachment:" + words;
                            default -> "participant:x.gov AND " + words + " AND NOT kind:voicemail";
                        });
    }

    private static double micros(String what, int times, Runnable run) {
        run.run();
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long start = processor.getCurrentThreadCpuTime();
        run.run();
        double micros = (processor.getCurrentThreadCpuTime() - start) / 1e3 / times;
        System.out.printf(Locale.US, "HoldSpeedTest: %s: %.1f µs of a processor an item%n", what, micros);
        return micros;
    }

    @Test
    void aThousandHoldsAreAskedInMicrosecondsByRowAndInMillisecondsByWords() {
        List<ItemDocument> items = new Samples(random).several(ITEMS);
        StandingHolds mailboxes = new StandingHolds(1, holds(true, true));
        StandingHolds days = new StandingHolds(1, holds(false, false));
        StandingHolds words = new StandingHolds(1, holds(true, false));
        assertThat(micros(
                        "1,000 holds on mailboxes, by row", ITEMS, () -> items.forEach(item -> reach(mailboxes, item))))
                .isLessThan(200);
        assertThat(micros("1,000 holds on days, by row", ITEMS, () -> items.forEach(item -> reach(days, item))))
                .isLessThan(10_000);
        List<ItemDocument> some = items.subList(0, ITEMS / 10);
        assertThat(micros("1,000 holds on words, by object", some.size(), () -> some.forEach(words::holding)))
                .isLessThan(200_000);
    }

    private static void reach(StandingHolds holds, ItemDocument item) {
        holds.reach(item.reading().item(), item.collections());
    }

    @Test
    void aHoldIsPlacedAmongAThousand() {
        try (Catalogue catalogue = Catalogues.sqlite(folder)) {
            HoldDesk desk = HoldDesk.open(catalogue, folder);
            long[] nanos = new long[HOLDS];
            for (int i = 0; i < HOLDS; i++) {
                long start = System.nanoTime();
                desk.place(HoldDesk.scope("budget w/5 cuts", new Custodian("user" + i + "@x.gov")));
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.US,
                    "HoldSpeedTest: placing: median %.1f ms, 99 of 100 within %.1f ms%n",
                    nanos[HOLDS / 2] / 1e6,
                    nanos[HOLDS * 99 / 100] / 1e6);
            assertThat(nanos[HOLDS * 99 / 100] / 1e9).isLessThan(1);
        }
    }
}
