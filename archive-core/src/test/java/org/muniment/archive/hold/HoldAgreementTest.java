package org.muniment.archive.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.index.LuceneSearchIndex;
import org.muniment.archive.index.Samples;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.RandomQueries;

/** What a row tells, what the object tells and what the index finds are one answer, for random holds and items. */
class HoldAgreementTest {
    private static final int ITEMS = 250;
    private static final int HOLDS = 120;
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final List<String> CUSTODIANS =
            List.of("bob@x.gov", "ann.lee@mail.x.gov", "allen-p", "ann", "lee", "x.gov", "@x.gov", "nobody@x.gov");

    /** How often each answer was given, so that none goes untested. */
    private enum Answer {
        HELD,
        FREE,
        NEEDS_WORDS
    }

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("muniment.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final RandomQueries queries = new RandomQueries(random, ZONE);

    /** A hold, alone, and what the index finds for it. */
    private record Case(PlacedHold placed, StandingHolds alone, Set<ItemId> indexed) {
        HoldId id() {
            return placed.hold().id();
        }
    }

    @Test
    void anItemIsHeldByItsRowByItsObjectAndByTheIndexOrByNone() {
        System.out.println("HoldAgreementTest: seed " + seed);
        List<ItemDocument> items = new Samples(random).several(ITEMS);
        List<PlacedHold> placed = new ArrayList<>();
        for (int i = 1; i <= HOLDS; i++) {
            placed.add(new PlacedHold(hold(i, scope()), ZONE));
        }
        StandingHolds all = new StandingHolds(1, placed);
        List<Case> cases = cases(items, placed);
        Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
        for (ItemDocument item : items) {
            Set<HoldId> holding = all.holding(item);
            assertThat(all.catching(item)).as("seed %d", seed).isEqualTo(holding);
            for (Case one : cases) {
                boolean held = holding.contains(one.id());
                agree(held == one.indexed().contains(item.reading().item().id()), one, item);
                answers.merge(byRow(one, held, item), 1, Integer::sum);
            }
            agreed(all.reach(item.reading().item(), item.collections()), holding, item);
        }
        assertThat(answers)
                .hasSize(3)
                .allSatisfy(
                        (answer, times) -> assertThat(times).as(answer.name()).isGreaterThan(ITEMS * HOLDS / 20));
    }

    private List<Case> cases(List<ItemDocument> items, List<PlacedHold> placed) {
        try (LuceneSearchIndex index = LuceneSearchIndex.open(folder)) {
            index.put(items);
            index.commit(1);
            return placed.stream().map(one -> found(index, one)).toList();
        }
    }

    private static Case found(LuceneSearchIndex index, PlacedHold placed) {
        List<ItemId> ids = index.matching(placed.relaxed(), null, ITEMS);
        assertThat(ids).isSorted().hasSize((int) index.count(placed.relaxed()));
        return new Case(placed, new StandingHolds(1, List.of(placed)), Set.copyOf(ids));
    }

    private Answer byRow(Case one, boolean held, ItemDocument item) {
        return switch (one.alone().reach(item.reading().item(), item.collections())) {
            case Reach.Held byRow -> {
                agree(held, one, item);
                yield Answer.HELD;
            }
            case Reach.Free free -> {
                agree(!held, one, item);
                yield Answer.FREE;
            }
            case Reach.NeedsWords needsWords -> Answer.NEEDS_WORDS;
        };
    }

    private void agree(boolean agreed, Case one, ItemDocument item) {
        if (!agreed) {
            throw new AssertionError("seed " + seed + ": " + one.placed().relaxed() + "\non " + item);
        }
    }

    private void agreed(Reach reach, Set<HoldId> holding, ItemDocument item) {
        switch (reach) {
            case Reach.Held byRow -> assertThat(holding).as("seed %d", seed).containsAll(byRow.holds());
            case Reach.Free free ->
                assertThat(holding).as("seed %d: %s", seed, item).isEmpty();
            case Reach.NeedsWords needsWords -> {}
        }
    }

    private HoldScope scope() {
        Set<Custodian> custodians = new HashSet<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            custodians.add(new Custodian(CUSTODIANS.get(random.nextInt(CUSTODIANS.size()))));
        }
        LocalDate from =
                random.nextInt(3) == 0 ? null : LocalDate.of(2023, 1, 1).plusDays(random.nextInt(900));
        LocalDate to = random.nextBoolean()
                ? null
                : (from == null ? LocalDate.of(2023, 6, 1) : from).plusDays(random.nextInt(400));
        boolean none = custodians.isEmpty() && from == null && to == null;
        ItemQuery terms = none || random.nextBoolean() ? queries.next() : null;
        return new HoldScope(custodians, from, to, terms);
    }

    static LegalHold hold(int number, HoldScope scope) {
        return new LegalHold(
                new HoldId("H" + number),
                "M1",
                HoldKind.LITIGATION,
                scope,
                new Officer("Maria Ortiz, Director of Records"),
                Instant.parse("2026-03-02T20:00:00Z"),
                new LegalHold.State.InForce());
    }

    @Test
    void aPageOfMatchesGoesOnAfterTheLastId() {
        List<ItemDocument> items = new Samples(random).several(60);
        try (LuceneSearchIndex index = LuceneSearchIndex.open(folder)) {
            index.put(items.subList(0, 30));
            index.commit(1);
            index.put(items.subList(30, 60));
            index.commit(2);
            List<ItemId> all = index.matching(new ItemQuery.All(), null, 100);
            assertThat(all)
                    .isSorted()
                    .isEqualTo(items.stream()
                            .map(item -> item.reading().item().id())
                            .sorted()
                            .collect(Collectors.toList()));
            assertThat(index.matching(new ItemQuery.All(), all.get(9), 20)).isEqualTo(all.subList(10, 30));
            assertThat(index.matching(new ItemQuery.All(), all.get(59), 20)).isEmpty();
        }
    }
}
