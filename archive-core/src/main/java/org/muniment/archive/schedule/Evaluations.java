package org.muniment.archive.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.item.ItemId;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What items are held against, and how often that has changed. Each change has a number; an item whose classification has a
 * lower one is behind, and a job brings it up to date if the change can touch it. Safe for many threads.
 */
public final class Evaluations {
    /** Up to which number each item was held against all changes: by itself, or by a pass that found it need not be. */
    private static final String KNOWN = "select i.id as id, c.origin as origin, c.basis as basis,"
            + " case when c.evaluation is null then 0"
            + " when c.evaluation between 1 and e.passed and c.changed <= e.passed_change then e.passed"
            + " else c.evaluation end as known"
            + " from item i cross join evaluation e left join classification c on c.item = i.id";

    private final JdbcTemplate reader;
    private final Changes changes;
    private final DeclarationRows declarations;
    private final Schedules schedules;
    private final RecordedEvents events;
    private final FooterRegister footers;
    private final Reviews reviews;
    private final ZoneId zone;
    private volatile @Nullable Made latest;

    private record Made(long number, LocalDate day, Optional<Evaluation> evaluation) {
        boolean isOf(long other, LocalDate that) {
            return number == other && day.equals(that);
        }
    }

    /**
     * A moment between changes.
     *
     * @param number that of the latest change
     * @param late how often an item was written at a lower number than the latest, or set back
     * @param changed number of the latest change of classifications: who looks at items now sees all up to it
     */
    public record Mark(long number, long late, long changed) {}

    /**
     * An item to be looked at again.
     *
     * @param item the item
     * @param evaluation the number up to which it was held against all changes; 0 when it never was, or has changed since
     * @param origin the day it was received; null when unknown, or never classified
     * @param pending whether it is classified by no rule and no person
     */
    public record Behind(
            ItemId item, long evaluation, @Nullable LocalDate origin, boolean pending) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param zone the agency's
     */
    public Evaluations(
            DataSource writer,
            DataSource reader,
            Schedules schedules,
            RecordedEvents events,
            FooterRegister footers,
            Reviews reviews,
            ZoneId zone) {
        this.reader = new JdbcTemplate(reader);
        this.changes = new Changes(writer, reader);
        this.declarations = new DeclarationRows(reader);
        this.schedules = schedules;
        this.events = events;
        this.footers = footers;
        this.reviews = reviews;
        this.zone = zone;
    }

    /** The number of the latest change. */
    public long number() {
        return changes.number();
    }

    /** What items are held against on a day, of committed state; empty when no schedule is in force then. */
    public Optional<Evaluation> find(LocalDate day) {
        long number = changes.number();
        Made made = latest;
        return made != null && made.isOf(number, day) ? made.evaluation() : make(number, day);
    }

    /** Once for all who wait for it. */
    private synchronized Optional<Evaluation> make(long number, LocalDate day) {
        Made made = latest;
        if (made == null || !made.isOf(number, day)) {
            made = new Made(number, day, evaluation(number, day, made));
            latest = made;
        }
        return made.evaluation();
    }

    /**
     * What items are held against on a day.
     *
     * @throws ScheduleRefused when no schedule is in force then
     */
    public Evaluation current(LocalDate day) {
        return find(day)
                .orElseThrow(() -> new ScheduleRefused(
                        "No retention schedule is in force on " + day + ". Adopt one: muniment schedule adopt FILE"));
    }

    /** Translating rules takes long: those of the one before serve again where they are the same. */
    private Optional<Evaluation> evaluation(long number, LocalDate day, @Nullable Made before) {
        List<RecordedEvent> recorded = events.all();
        Map<SchoolYear, Reviews.Agreement> agreements = reviews.agreements().stream()
                .filter(one -> one.holds(day))
                .collect(Collectors.toMap(Reviews.Agreement::year, one -> one));
        long version = schedules.versionInForce(day);
        Optional<Evaluation> same =
                Optional.ofNullable(before).flatMap(Made::evaluation).filter(one -> one.hasRules(version, recorded));
        if (same.isPresent()) {
            Classifier classifier = same.get().classifier().with(footers.known());
            return Optional.of(
                    new Evaluation(number, same.get().adopted(), recorded, classifier, agreements, declarations));
        }
        return schedules
                .inForce(day)
                .map(adopted -> new Evaluation(
                        number, adopted, recorded, classifier(adopted.schedule()), agreements, declarations));
    }

    /** The rules of any schedule with this archive's events and footers: to see what it would change. */
    public Classifier classifier(RetentionSchedule schedule) {
        return new Classifier(schedule, events.all(), footers.known(), zone);
    }

    /** Whether the number knows which schedule is in force on a day, and which agreements have lapsed. */
    public boolean isSettled(LocalDate day) {
        return changes.noted() == schedules.versionInForce(day) && reviews.isSettled(day);
    }

    /**
     * Notes, in the caller's transaction, what the day itself has changed: a schedule that came into force, an agreement that
     * lapsed. Whoever classifies does this first.
     */
    public void settle(LocalDate day) {
        changes.lock();
        long version = schedules.versionInTransaction(day);
        if (version != changes.schedule()) {
            changes.inForce(version);
            changes.note(Change.Kind.SCHEDULE, String.valueOf(version));
        }
        reviews.settle(day);
    }

    /** The changes after a number, in order. */
    public List<Change> changesAfter(long number) {
        return changes.after(number);
    }

    /** Whether every item was brought up to the latest number; cheap. */
    public boolean areDone() {
        return changes.areSettled();
    }

    /** Where a pass over all items begins. */
    public Mark mark() {
        return changes.mark();
    }

    /**
     * Notes, in the caller's transaction, that every item was brought up to a mark; not if anything changed since, or an item was
     * written at a lower number.
     */
    public void done(Mark mark) {
        changes.settledAt(mark);
    }

    /** Keeps others from changing what items are held against, or classifications, until the caller's transaction ends. */
    public long lock() {
        return changes.lock();
    }

    /**
     * Items that are behind a number, in the order of ids, after one of them, at most {@code limit}.
     *
     * @param after null for the first page
     */
    public List<Behind> behind(long number, @Nullable ItemId after, int limit) {
        return reader.query(
                "select id, known, origin, basis from (" + KNOWN
                        + ") looked where id > ? and known < ? order by id limit ?",
                Evaluations::behind,
                after == null ? "" : after.value(),
                number,
                limit);
    }

    private static Behind behind(ResultSet row, int at) throws SQLException {
        String basis = row.getString(4);
        return new Behind(
                new ItemId(row.getString(1)),
                row.getLong(2),
                ClassificationRow.day(row, 3),
                Classification.Basis.UNMATCHED.name().equals(basis)
                        || Classification.Basis.AGREED.name().equals(basis));
    }
}
