package org.muniment.archive.production;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of productions and of Bates numbers. A production goes from draft to built, checked and released, or is
 * abandoned; what was built never changes, a number is never reused. Changes run in the caller's transaction; reads see what
 * is committed. Safe for many threads and processes.
 */
public final class Productions {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every step is noted, in the same transaction
     */
    public Productions(DataSource writer, DataSource reader, Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
    }

    /**
     * Begins a production.
     *
     * @throws ProductionRefused when it replaces one that there isn't
     */
    public Production draft(ProductionOrder order) {
        ProductionRows rows = new ProductionRows(writer);
        ProductionId replaces = order.replaces();
        if (replaces != null && rows.find(replaces).isEmpty()) {
            throw new ProductionRefused("There is no production " + replaces + " to replace.");
        }
        ProductionId id = rows.add(order);
        note(ProductionEvents.ordered(id, order));
        return rows.one(id);
    }

    /**
     * Reserves numbers for a draft: from the one returned on, as many as it needs. Nobody else gets numbers of that prefix until
     * it is built or abandoned; asked again, the same draft gets the same number, so that a build that was killed repeats with
     * the same numbers. A production that was built already gets its own first number, to build it again.
     *
     * @throws ProductionRefused when it was abandoned, or another draft has numbers of that prefix
     */
    public BatesNumber reserve(ProductionId production) {
        Production found = lock(production);
        return switch (found.stage()) {
            case Production.Stage.Draft draft -> reserveFor(found);
            case Production.Stage.Built built -> firstOf(found);
            case Production.Stage.Checked checked -> firstOf(found);
            case Production.Stage.Released released -> firstOf(found);
            case Production.Stage.Abandoned abandoned ->
                throw new ProductionRefused("Production " + production + " was abandoned. Order a new one.");
        };
    }

    private BatesNumber reserveFor(Production draft) {
        BatesRows.Row row = new BatesRows(writer).lock(draft.order().prefix());
        ProductionId holder = row.holder();
        if (holder != null && !holder.equals(draft.id())) {
            throw new ProductionRefused("Production " + holder + " is being numbered "
                    + draft.order().prefix() + ". Finish or abandon it first: its pages are not counted yet.");
        }
        BatesNumber first = new BatesNumber(draft.order().prefix(), row.next());
        if (holder == null) {
            new BatesRows(writer).hold(first, draft.id());
        }
        return first;
    }

    private static BatesNumber firstOf(Production built) {
        return bundle(built).range().first();
    }

    private static Production.Bundle bundle(Production production) {
        return production
                .built()
                .orElseThrow(() -> new ProductionRefused("Production " + production.id() + " is not built yet."));
    }

    /**
     * Says that pages are being stamped up to a number, now and then, ahead of the stamping: if the draft is abandoned, these
     * numbers are not given out again.
     *
     * @throws ProductionRefused when it has no numbers reserved
     */
    public void stamping(ProductionId production, BatesNumber through) {
        Production found = lock(production);
        if (found.stage() instanceof Production.Stage.Draft) {
            requireReserved(found, through);
            new ProductionRows(writer).stamping(production, through.number());
        }
    }

    private static void requireReserved(Production draft, BatesNumber number) {
        BatesNumber first = draft.first();
        if (first == null || !first.prefix().equals(number.prefix()) || number.number() < first.number()) {
            throw new ProductionRefused(number + " is not reserved for production " + draft.id() + ".");
        }
    }

    /**
     * Records what was built and ends the reservation. Once more with the same {@code production.json}, as after a kill,
     * changes nothing.
     *
     * @throws ProductionRefused when its numbers do not begin with the one reserved, it was abandoned, or something else was
     *     built
     */
    public Production built(ProductionId production, Built built, Instant at) {
        Production found = lock(production);
        return switch (found.stage()) {
            case Production.Stage.Draft draft -> record(found, built, at.truncatedTo(ChronoUnit.MILLIS));
            case Production.Stage.Built before -> same(found, built);
            case Production.Stage.Checked before -> same(found, built);
            case Production.Stage.Released before -> same(found, built);
            case Production.Stage.Abandoned abandoned ->
                throw new ProductionRefused("Production " + production + " was abandoned. Order a new one.");
        };
    }

    private static Production same(Production found, Built again) {
        if (!bundle(found).file().equals(again.file())) {
            throw new ProductionRefused("Production " + found.id() + " was built before with other contents, and never"
                    + " changes. Order a new one that replaces it.");
        }
        return found;
    }

    private Production record(Production draft, Built built, Instant at) {
        requireReserved(draft, built.range().last());
        if (!built.range().first().equals(draft.first())) {
            throw new ProductionRefused("Production " + draft.id() + " has numbers from " + draft.first()
                    + ", not from " + built.range().first() + ".");
        }
        ProductionRows rows = new ProductionRows(writer);
        rows.built(draft.id(), built, at);
        new BatesRows(writer).end(draft.order().prefix(), built.range().last().number() + 1);
        Production now = rows.one(draft.id());
        note(ProductionEvents.built(draft.id(), bundle(now), built.list()));
        return now;
    }

    /**
     * A second person has checked the package.
     *
     * @throws ProductionRefused when it is not built or already checked, or the same person built it
     */
    public Production check(ProductionId production, Officer second, Instant at) {
        Production found = lock(production);
        if (!(found.stage() instanceof Production.Stage.Built)) {
            throw new ProductionRefused("Production " + production + " is "
                    + found.stage().word() + "; only one that is built and not yet checked can be checked.");
        }
        if (found.order().by().isSamePersonAs(second)) {
            throw new ProductionRefused("Production " + production + " was built by "
                    + found.order().by() + " and must be checked by another person. Name another officer.");
        }
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        new ProductionRows(writer).checked(production, second, when);
        note(ProductionEvents.checked(production, bundle(found), second, when));
        return new ProductionRows(writer).one(production);
    }

    /**
     * Records that it is given out.
     *
     * @throws ProductionRefused when no second person has checked it, or it was released before
     */
    public Production release(ProductionId production, Officer by, Instant at) {
        Production found = lock(production);
        if (!(found.stage() instanceof Production.Stage.Checked)) {
            throw new ProductionRefused("Production " + production + " is "
                    + found.stage().word() + "; it is released when a second person has checked it.");
        }
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        new ProductionRows(writer).released(production, by, when);
        note(ProductionEvents.released(production, bundle(found), by, when));
        return new ProductionRows(writer).one(production);
    }

    /**
     * Gives it up; the numbers on its pages stay a gap that is listed. What was released can't be taken back: order a new
     * production that replaces it.
     *
     * @throws ProductionRefused when it was released or abandoned, or no reason is given
     */
    public Production abandon(ProductionId production, Officer by, String reason, Instant at) {
        Production found = lock(production);
        String why = reason.strip().replaceAll("\\s+", " ");
        if (found.stage() instanceof Production.Stage.Released || found.stage() instanceof Production.Stage.Abandoned) {
            throw new ProductionRefused(
                    "Production " + production + " was " + found.stage().word()
                            + " already. To take back what was released, order a production that replaces it.");
        }
        if (why.isEmpty()) {
            throw new ProductionRefused(
                    "Say why production " + production + " is abandoned: it stands in the list of gaps.");
        }
        return abandon(found, by, why, at.truncatedTo(ChronoUnit.MILLIS));
    }

    private Production abandon(Production found, Officer by, String why, Instant at) {
        ProductionRows rows = new ProductionRows(writer);
        BatesRange lost = rows.numbers(found.id()).orElse(null);
        BatesNumber first = found.first();
        if (found.bundle() == null && first != null) {
            long next = lost == null ? first.number() : lost.last().number() + 1;
            new BatesRows(writer).end(first.prefix(), next);
        }
        rows.abandoned(found.id(), by, why, at);
        note(ProductionEvents.abandoned(found.id(), lost, by, at));
        return rows.one(found.id());
    }

    private Production lock(ProductionId production) {
        ProductionRows rows = new ProductionRows(writer);
        rows.lock(production);
        return rows.one(production);
    }

    private void note(CustodyEvent event) {
        ledger.append(List.of(event));
    }

    /** Finds a production. */
    public Optional<Production> find(ProductionId production) {
        return new ProductionRows(reader).find(production);
    }

    /** The latest productions, newest first. */
    public List<Production> latest(int limit) {
        return latest(null, limit);
    }

    /** The same, older than one of them; null for the newest. */
    public List<Production> latest(@Nullable ProductionId after, int limit) {
        return new ProductionRows(reader).latest(after == null ? Long.MAX_VALUE : after.number(), limit);
    }

    /** What a built production says of its items, in their order, after so many of them. */
    public List<Disclosed> items(ProductionId production, long after, int limit) {
        return new DisclosedRows(reader).page(production, after, limit);
    }

    /** What released productions said of these items, the oldest first; items that none of them has are left out. */
    public Map<ItemId, List<EarlierRelease>> releasedBefore(Collection<ItemId> items) {
        return new DisclosedRows(reader).released(items);
    }

    /** Numbers of a prefix that are on no page that was given out, and never will be, in order. */
    public List<Gap> gaps(String prefix) {
        return new BatesRows(reader).gaps(prefix);
    }

    /** The draft that has numbers of a prefix reserved; empty when they are free. */
    public Optional<ProductionId> holder(String prefix) {
        return new BatesRows(reader).holder(prefix);
    }
}
