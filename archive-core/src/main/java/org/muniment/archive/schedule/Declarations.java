package org.muniment.archive.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.index.ItemDocument;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of what persons declared items to be. A declaration outranks every rule once another person has confirmed it;
 * until then it counts only where it protects more. The item's classification follows at once, in the same transaction.
 * Changes run in the caller's transaction. Safe for many threads.
 */
public final class Declarations {
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final DeclarationRows written;
    private final DeclarationRows committed;
    private final Evaluations evaluations;
    private final Classifications classifications;
    private final Ledger ledger;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where each step is noted, in the same transaction
     */
    public Declarations(
            DataSource writer,
            DataSource reader,
            Evaluations evaluations,
            Classifications classifications,
            Ledger ledger) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.written = new DeclarationRows(writer);
        this.committed = new DeclarationRows(reader);
        this.evaluations = evaluations;
        this.classifications = classifications;
        this.ledger = ledger;
    }

    /**
     * Notes what a person says an item is.
     *
     * @param document the item as read from its object
     * @param reason why, in the person's words
     * @param today the day, for the schedule in force
     * @throws ScheduleRefused when the schedule in force has no such series, or the series protects more than the class
     */
    public Declaration declare(
            ItemDocument document,
            RecordClass recordClass,
            SeriesId series,
            String reason,
            Officer by,
            LocalDate today,
            Instant at) {
        evaluations.lock();
        Evaluation evaluation = evaluations.current(today);
        refuse(evaluation.adopted().schedule(), recordClass, series);
        ItemId item = document.reading().item().id();
        List<Declaration> all = new ArrayList<>(written.about(item));
        Declaration made = new Declaration(
                item,
                all.size() + 1L,
                recordClass,
                series,
                ClassificationRow.text(reason),
                by,
                at.truncatedTo(ChronoUnit.MILLIS),
                null,
                null);
        insert(made);
        all.add(made);
        classifications.record(Map.of(item, evaluation.classify(document, all)), evaluation.number());
        ledger.append(List.of(new CustodyEvent.Declared(
                made.declared(), item.value(), recordClass.number(), series.value(), by.name())));
        return made;
    }

    private static void refuse(RetentionSchedule schedule, RecordClass recordClass, SeriesId id) {
        RecordSeries series = schedule.find(id)
                .orElseThrow(() -> new ScheduleRefused("The schedule " + schedule.name() + " has no series " + id
                        + ". See those it has: muniment schedule list"));
        if (recordClass.number() > series.recordClass().number()) {
            throw new ScheduleRefused(
                    series.name() + " is " + series.recordClass().title() + ": name a series of " + recordClass.title()
                            + ", or a class that protects as much");
        }
    }

    private void insert(Declaration one) {
        writer.update(
                "insert into declaration (" + DeclarationRows.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, null, null)",
                one.item().value(),
                one.number(),
                one.recordClass().number(),
                one.series().value(),
                one.reason(),
                one.by().name(),
                one.declared().toEpochMilli());
    }

    /**
     * Confirms the latest declaration about an item; it settles those before it.
     *
     * @param document the item as read from its object
     * @param second another person than who declared
     * @throws ScheduleRefused when nothing waits for it, or it is the same person
     */
    public Declaration confirm(ItemDocument document, Officer second, LocalDate today, Instant at) {
        evaluations.lock();
        Evaluation evaluation = evaluations.current(today);
        ItemId item = document.reading().item().id();
        List<Declaration> all = new ArrayList<>(written.about(item));
        Declaration waiting = waiting(item, all);
        if (waiting.by().isSamePersonAs(second)) {
            throw new ScheduleRefused("Another person than " + waiting.by() + ", who declared it, confirms it");
        }
        Declaration confirmed = confirmed(waiting, second, at.truncatedTo(ChronoUnit.MILLIS));
        writer.update(
                "update declaration set second = ?, confirmed_at = ? where item = ? and number = ?",
                second.name(),
                at.toEpochMilli(),
                item.value(),
                confirmed.number());
        all.set(all.size() - 1, confirmed);
        classifications.record(Map.of(item, evaluation.classify(document, all)), evaluation.number());
        ledger.append(List.of(
                new CustodyEvent.DeclarationConfirmed(at.truncatedTo(ChronoUnit.MILLIS), item.value(), second.name())));
        return confirmed;
    }

    private static Declaration waiting(ItemId item, List<Declaration> all) {
        if (all.isEmpty() || all.getLast().isConfirmed()) {
            throw new ScheduleRefused("Nothing declared about item " + item + " waits to be confirmed");
        }
        return all.getLast();
    }

    private static Declaration confirmed(Declaration one, Officer second, Instant at) {
        return new Declaration(
                one.item(),
                one.number(),
                one.recordClass(),
                one.series(),
                one.reason(),
                one.by(),
                one.declared(),
                second,
                at);
    }

    /** All that was declared about an item, in order. */
    public List<Declaration> about(ItemId item) {
        return committed.about(item);
    }

    /** Declarations that wait to be confirmed, oldest first, after one of them, at most {@code limit}. */
    public List<Declaration> pending(@Nullable Declaration after, int limit) {
        String from = after == null ? "" : " and (declared_at, item) > (?, ?)";
        Object[] values = after == null
                ? new Object[] {limit}
                : new Object[] {after.declared().toEpochMilli(), after.item().value(), limit};
        return reader.query(
                "select " + DeclarationRows.COLUMNS + " from declaration d where second is null" + from
                        + " and not exists (select 1 from declaration l where l.item = d.item and l.number > d.number)"
                        + " order by declared_at, item limit ?",
                DeclarationRows::from,
                values);
    }
}
