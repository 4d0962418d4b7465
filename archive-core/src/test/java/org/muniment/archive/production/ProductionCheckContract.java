package org.muniment.archive.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.production.ProductionDesk.LEE;
import static org.muniment.archive.production.ProductionDesk.NOON;
import static org.muniment.archive.production.ProductionDesk.ORTIZ;
import static org.muniment.archive.production.ProductionDesk.digest;
import static org.muniment.archive.production.ProductionDesk.item;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Catalogue;
import org.muniment.archive.ledger.Agreement.Finding;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever is changed in the register of productions behind its back is named, on every catalogue. */
abstract class ProductionCheckContract {
    @TempDir
    private Path folder;

    private ProductionDesk desk;
    private JdbcTemplate sql;

    abstract Catalogue open(Path folder);

    /** PR1 is released, PR2 built, PR3 given up with pages stamped, PR4 a draft without numbers. */
    @BeforeEach
    void makeFour() {
        desk = ProductionDesk.open(open(folder), folder);
        sql = new JdbcTemplate(desk.catalogue().writer());
        Production first = desk.draft("CUSD");
        desk.reserve(first);
        Disclosed whole = new Disclosed(item("a"), Disclosure.WHOLE, null, range(1, 2));
        Disclosed redacted = new Disclosed(item("b"), Disclosure.REDACTED, digest("x"), range(3, 3));
        Built built = new Built(
                range(1, 5), 2, digest("file"), digest("manifest"), List.of(range(4, 4)), List.of(whole, redacted), "");
        desk.inTransaction(() -> desk.productions().built(first.id(), built, NOON));
        desk.inTransaction(() -> desk.productions().check(first.id(), LEE, NOON.plusSeconds(60)));
        desk.inTransaction(() -> desk.productions().release(first.id(), ORTIZ, NOON.plusSeconds(90)));
        desk.build(desk.draft("CUSD"), 3);
        Production third = desk.draft("CUSD");
        BatesNumber begin = desk.reserve(third);
        desk.catalogue()
                .transactions()
                .executeWithoutResult(status -> desk.productions().stamping(third.id(), begin.plus(6)));
        desk.inTransaction(() -> desk.productions().abandon(third.id(), ORTIZ, "The wrong query", NOON));
        desk.draft("CUSD");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static BatesRange range(long first, long last) {
        return new BatesRange(new BatesNumber("CUSD", first), new BatesNumber("CUSD", last));
    }

    /** Looks from within a transaction that makes changes and then takes them back. */
    private List<Finding> changed(String... changes) {
        List<Finding> found = new ArrayList<>();
        desk.catalogue().transactions().executeWithoutResult(status -> {
            status.setRollbackOnly();
            for (String change : changes) {
                assertThat(sql.update(change)).as(change).isPositive();
            }
            ProductionCheck check = new ProductionCheck(desk.catalogue().writer(), desk.ledger());
            found.addAll(check.run());
            found.addAll(check.numbers());
        });
        return found;
    }

    @Test
    void whatWasRecordedAgrees() {
        ProductionCheck check = new ProductionCheck(desk.catalogue().reader(), desk.ledger());
        assertThat(check.run()).isEmpty();
        assertThat(check.numbers()).isEmpty();
    }

    @Test
    void aChangeOfAnyColumnThatTheLedgerSpeaksOfNamesTheProduction() {
        Map<String, String> changes = Map.ofEntries(
                Map.entry("about", "'another'"),
                Map.entry("query", "'another'"),
                Map.entry("format", "'BAG'"),
                Map.entry("officer", "'Somebody Else'"),
                Map.entry("ordered", "ordered + 1"),
                Map.entry("replaces", "2"),
                Map.entry("prefix", "'OTHER'"),
                Map.entry("reserved", "reserved + 1"),
                Map.entry("last", "last + 1"),
                Map.entry("documents", "documents + 1"),
                Map.entry("items", "items + 1"),
                Map.entry("file", "manifest"),
                Map.entry("manifest", "file"),
                Map.entry("time_stamp", "'AAAA'"),
                Map.entry("built", "built + 1"),
                Map.entry("second", "'Somebody Else'"),
                Map.entry("checked", "checked + 1"),
                Map.entry("released_by", "'Somebody Else'"),
                Map.entry("released", "released + 1"),
                Map.entry("stage", "'CHECKED'"));
        changes.forEach((column, value) -> assertThat(
                        changed("update production set " + column + " = " + value + " where number = 1"))
                .as(column)
                .anyMatch(found -> found.name().equals("PR1")));
        for (String change : List.of(
                "stamping = stamping + 1",
                "reserved = reserved - 1",
                "abandoned_by = 'x'",
                "abandoned = abandoned + 1")) {
            assertThat(changed("update production set " + change + " where number = 3"))
                    .as(change)
                    .anyMatch(found -> found.name().equals("PR3"));
        }
    }

    @Test
    void whatItSaysOfItsItemsIsHeldAgainstTheLedger() {
        for (String change : List.of(
                "update production_item set item = redactions where production = 1 and ordinal = 2",
                "update production_item set disclosure = 'WITHHELD' where production = 1 and ordinal = 1",
                "update production_item set redactions = item where production = 1 and ordinal = 2",
                "update production_item set last = last + 1 where production = 1 and ordinal = 1",
                "update production_item set ordinal = 3 where production = 1 and ordinal = 1",
                "delete from production_item where production = 1 and ordinal = 2",
                "update production_free set last = last + 1 where production = 1",
                "delete from production_free where production = 1")) {
            assertThat(changed(change)).as(change).extracting(Finding::name).containsExactly("PR1");
        }
        assertThat(changed(
                        "insert into production_item (production, ordinal, item, disclosure, redactions, first, last)"
                                + " values (4, 1, 'x', 'WHOLE', '', 9, 9)"))
                .extracting(Finding::name)
                .containsExactly("PR4");
        assertThat(changed("insert into production_free (production, first, last) values (2, 7, 7)"))
                .extracting(Finding::name)
                .containsExactly("PR2");
    }

    @Test
    void aProductionThatIsGoneOrInventedIsNamed() {
        assertThat(changed("delete from production where number = 4"))
                .containsExactly(new Finding("PR4", "is gone, the ledger says it was ordered"));
        assertThat(changed("insert into production (number, about, format, prefix, query, officer, ordered, stage)"
                        + " values (5, 'x', 'PDF', 'CUSD', 'x', 'x', 0, 'DRAFT')"))
                .extracting(Finding::name)
                .containsExactly("PR5");
    }

    @Test
    void theNextNumberFollowsTheLastOneThatWasUsed() {
        for (String change : List.of("next + 1", "next - 1")) {
            assertThat(changed("update bates set next = " + change))
                    .extracting(Finding::name)
                    .containsExactly("CUSD");
        }
        assertThat(changed("delete from bates")).extracting(Finding::name).containsExactly("CUSD");
    }
}
