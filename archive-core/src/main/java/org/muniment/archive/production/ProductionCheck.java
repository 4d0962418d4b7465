package org.muniment.archive.production;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.Agreement;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks the register of productions against the ledger: that none is gone, added or changed, neither what was asked for nor
 * its numbers, its package, what it says of each item, or who checked it and gave it out. Changes nothing, and runs while the
 * archive is in use.
 */
public final class ProductionCheck {
    /** Numbers grow by what was built, and by what was stamped before it was given up. */
    private static final String USED = "select p.prefix, max(coalesce(p.last, case when p.stage = 'ABANDONED' then"
            + " coalesce(p.stamping, p.reserved - 1) end)) as used from production p group by p.prefix";

    private final JdbcTemplate reader;
    private final ProductionRows rows;
    private final DisclosedRows items;
    private final Ledger ledger;

    /** Who took a step, and when; both null for a step that was not taken. */
    private record Step(@Nullable Officer by, @Nullable Instant at) {
        <E extends CustodyEvent> List<E> taken(java.util.function.BiFunction<Officer, Instant, E> event) {
            return by == null || at == null ? List.of() : List.of(event.apply(by, at));
        }
    }

    /** @param reader where committed state is read */
    public ProductionCheck(DataSource reader, Ledger ledger) {
        this.reader = new JdbcTemplate(reader);
        this.rows = new ProductionRows(this.reader);
        this.items = new DisclosedRows(this.reader);
        this.ledger = ledger;
    }

    /** Checks all productions. */
    public List<Agreement.Finding> run() {
        return new Agreement(ledger, "PR", this::last).run(this::compare);
    }

    private long last() {
        Long last = reader.queryForObject("select coalesce(max(number), 0) from production", Long.class);
        return Objects.requireNonNullElse(last, 0L);
    }

    private List<String> compare(String name, List<CustodyEvent> noted) {
        ProductionId id = new ProductionId(name);
        Optional<Production> found = rows.find(id);
        if (found.isEmpty()) {
            return List.of("is gone, the ledger says it was ordered");
        }
        Production row = found.get();
        List<String> amiss = new ArrayList<>();
        if (!Agreement.of(CustodyEvent.ProductionOrdered.class, noted)
                .equals(List.of(ProductionEvents.ordered(id, row.order())))) {
            amiss.add("is not as the ledger says it was ordered: what it is for, its query, format, officer or day"
                    + " were changed");
        }
        built(row, Agreement.of(CustodyEvent.ProductionBuilt.class, noted)).ifPresent(amiss::add);
        amiss.addAll(steps(row, noted));
        return amiss;
    }

    private Optional<String> built(Production row, List<CustodyEvent.ProductionBuilt> noted) {
        Production.Bundle bundle = row.bundle();
        if (bundle == null) {
            return noted.isEmpty() && !items.exist(row.id()) && !rows.haveFree(row.id())
                    ? Optional.empty()
                    : Optional.of("is not built, says the register, and has numbers, items or an entry in the ledger");
        }
        CustodyEvent.ProductionBuilt now = ProductionEvents.built(row.id(), bundle, items.list(row.id()));
        if (noted.equals(List.of(now))) {
            return Optional.empty();
        }
        boolean list = noted.stream().noneMatch(then -> then.list().equals(now.list()));
        return Optional.of(
                list
                        ? "does not say of its items what the ledger says it said: its list was changed"
                        : "is not as the ledger says it was built: its numbers, gaps, documents, package or time were"
                                + " changed");
    }

    private List<String> steps(Production row, List<CustodyEvent> noted) {
        Step checked = step(row.id(), "second", "checked");
        Step released = step(row.id(), "released_by", "released");
        Step abandoned = step(row.id(), "abandoned_by", "abandoned");
        Production.Bundle bundle = row.bundle();
        List<String> amiss = new ArrayList<>();
        List<CustodyEvent.ProductionChecked> wasChecked = bundle == null
                ? List.of()
                : checked.taken((by, at) -> ProductionEvents.checked(row.id(), bundle, by, at));
        if (!Agreement.of(CustodyEvent.ProductionChecked.class, noted).equals(wasChecked)) {
            amiss.add("was not checked by whom, or when, the ledger says");
        }
        List<CustodyEvent.ProductionReleased> wasReleased = bundle == null
                ? List.of()
                : released.taken((by, at) -> ProductionEvents.released(row.id(), bundle, by, at));
        if (!Agreement.of(CustodyEvent.ProductionReleased.class, noted).equals(wasReleased)) {
            amiss.add("was not given out by whom, or when, the ledger says");
        }
        BatesRange lost = rows.numbers(row.id()).orElse(null);
        if (!Agreement.of(CustodyEvent.ProductionAbandoned.class, noted)
                .equals(abandoned.taken((by, at) -> ProductionEvents.abandoned(row.id(), lost, by, at)))) {
            amiss.add("was not given up by whom, when, or with the numbers that the ledger says");
        }
        if (!stage(bundle, checked, released, abandoned).equals(row.stage().word())) {
            amiss.add("is " + row.stage().word() + ", says the register, and its steps say otherwise");
        }
        return amiss;
    }

    private static String stage(Production.@Nullable Bundle bundle, Step checked, Step released, Step abandoned) {
        if (abandoned.by() != null) {
            return "abandoned";
        }
        if (released.by() != null) {
            return "released";
        }
        if (checked.by() != null) {
            return "checked";
        }
        return bundle == null ? "draft" : "built";
    }

    private Step step(ProductionId id, String officer, String time) {
        return reader.query(
                        "select " + officer + ", " + time + " from production where number = ?",
                        (row, at) -> {
                            String by = row.getString(1);
                            long millis = row.getLong(2);
                            return new Step(
                                    by == null ? null : new Officer(by),
                                    row.wasNull() ? null : Instant.ofEpochMilli(millis));
                        },
                        id.number())
                .getFirst();
    }

    /** Checks that the next number of each prefix follows those that were used: none is given twice, none passed over. */
    public List<Agreement.Finding> numbers() {
        return reader.query(
                "select u.prefix from (" + USED + ") u left join bates b on b.prefix = u.prefix"
                        + " where u.used is not null and (b.next is null or b.next <> u.used + 1)"
                        + " union select b.prefix from bates b left join (" + USED + ") u on b.prefix = u.prefix"
                        + " where u.used is null and b.next <> 1 order by 1",
                (row, at) -> new Agreement.Finding(
                        row.getString(1),
                        "the next number does not follow the last one that was used: numbers would be given twice, or"
                                + " left out"));
    }
}
