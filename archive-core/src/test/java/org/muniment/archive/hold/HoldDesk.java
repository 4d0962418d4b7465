package org.muniment.archive.hold;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.springframework.jdbc.core.JdbcTemplate;

/** A records office for tests: the registers of holds on one catalogue, and people who use them. */
record HoldDesk(Catalogue catalogue, Ledger ledger, Holds holds, CaughtItems caught, Notices notices) {
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    static final Officer ORTIZ = new Officer("Maria Ortiz, Director of Records");
    static final Officer LEE = new Officer("Ann Lee, Superintendent");
    static final Custodian CLERK = new Custodian("clerk@district.example");
    static final Custodian BOARD = new Custodian("board@district.example");
    /** In Los Angeles the second of March. */
    static final Instant NOON = Instant.parse("2026-03-02T20:00:00Z");

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final HoldScope EVERYTHING = scope("*");

    private static final List<String> TABLES = List.of(
            "matter",
            "legal_hold",
            "hold_custodian",
            "hold_change",
            "hold_item",
            "hold_notice",
            "hold_letter",
            "ledger_entry");

    static HoldDesk open(Catalogue catalogue, Path folder) {
        Ledger ledger = new Ledger(
                catalogue.writer(),
                catalogue.reader(),
                LedgerKey.open(folder.resolve("ledger.key"), "district.example/test"));
        return new HoldDesk(
                catalogue,
                ledger,
                new Holds(catalogue.writer(), catalogue.reader(), ledger, ZONE, ReleaseVeto.NONE),
                new CaughtItems(catalogue.writer(), catalogue.reader()),
                new Notices(catalogue.writer(), catalogue.reader(), ledger, ZONE));
    }

    static HoldScope scope(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String query, Custodian... of) {
        return new HoldScope(Set.of(of), from, to, query == null ? null : new ItemQueryParser(ZONE).parse(query));
    }

    static HoldScope scope(String query, Custodian... of) {
        return scope(null, null, query, of);
    }

    <T> T inTransaction(Supplier<T> change) {
        return Objects.requireNonNull(catalogue.transactions().execute(status -> change.get()));
    }

    void change(Runnable change) {
        catalogue.transactions().executeWithoutResult(status -> change.run());
    }

    String matter() {
        return matter("Doe v. District");
    }

    String matter(String title) {
        return holds.matter(title)
                .orElseGet(() -> inTransaction(() -> holds.open(title, ORTIZ, NOON)))
                .id();
    }

    HoldId place(HoldScope scope) {
        String matter = matter();
        return inTransaction(() -> holds.place(matter, HoldKind.LITIGATION, scope, ORTIZ, NOON))
                .id();
    }

    LegalHold release(HoldId hold, int coolOffDays) {
        change(() -> holds.requestRelease(hold, ORTIZ, "Settled and paid", NOON));
        return inTransaction(() -> holds.approveRelease(hold, LEE, NOON, coolOffDays));
    }

    LegalHold.State state(HoldId hold) {
        return holds.find(hold).orElseThrow().state();
    }

    /** The names of the ledger's events, in order. */
    List<String> events() {
        return ledger.entries(0, 1000).stream()
                .map(entry -> entry.event().getClass().getSimpleName())
                .toList();
    }

    /** Every row of every table that is only added to. */
    Map<String, Set<String>> rows() {
        JdbcTemplate jdbc = new JdbcTemplate(catalogue.reader());
        return TABLES.stream().collect(Collectors.toMap(table -> table, table -> rows(jdbc, table), (a, b) -> a));
    }

    private static Set<String> rows(JdbcTemplate jdbc, String table) {
        return jdbc.queryForList("select * from " + table).stream()
                .map(row -> new LinkedHashMap<>(row).toString())
                .collect(Collectors.toSet());
    }

    static Set<HoldId> ids(String... holds) {
        return Stream.of(holds).map(HoldId::new).collect(Collectors.toSet());
    }
}
