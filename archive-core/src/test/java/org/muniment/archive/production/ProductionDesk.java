package org.muniment.archive.production;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.store.Digest;

/** A records office for tests: the register of productions on a catalogue, and people who use it. */
public record ProductionDesk(Catalogue catalogue, Ledger ledger, Productions productions) implements AutoCloseable {
    public static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    public static final Officer LEE = new Officer("Ann Lee, Superintendent");
    public static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");

    public static ProductionDesk open(Catalogue catalogue, Path folder) {
        Ledger ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        return new ProductionDesk(catalogue, ledger, new Productions(catalogue.writer(), catalogue.reader(), ledger));
    }

    public static ProductionOrder order(String prefix, @Nullable ProductionId replaces) {
        return new ProductionOrder(
                "R1: messages about the pool", ProductionFormat.PDF, prefix, "pool", ORTIZ, NOON, replaces);
    }

    public <T> T inTransaction(Supplier<T> change) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> change.get()));
    }

    public Production draft(String prefix) {
        return inTransaction(() -> productions.draft(order(prefix, null)));
    }

    BatesNumber reserve(Production production) {
        return inTransaction(() -> productions.reserve(production.id()));
    }

    Production build(Production draft, long pages, Disclosed... items) {
        BatesNumber first = reserve(draft);
        return inTransaction(() -> productions.built(
                draft.id(), built(new BatesRange(first, first.plus(pages - 1)), List.of(items)), NOON));
    }

    Production released(Production draft, long pages, Disclosed... items) {
        Production built = build(draft, pages, items);
        inTransaction(() -> productions.check(built.id(), LEE, NOON));
        return inTransaction(() -> productions.release(built.id(), ORTIZ, NOON));
    }

    static Built built(BatesRange range, List<Disclosed> items) {
        return new Built(range, 2, digest("file " + range), digest("manifest"), List.of(), items, "");
    }

    static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static ItemId item(String name) {
        return ItemId.of(digest(name));
    }

    List<String> events() {
        return ledger.entries(0, 1000).stream()
                .map(entry -> entry.event().getClass().getSimpleName())
                .toList();
    }

    @Override
    public void close() {
        catalogue.close();
    }
}
