package org.muniment.archive.schedule;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of events that start or end retention clocks. Never changed, only added to; of several events of one kind about
 * an item the latest day counts, so a mistake can keep for too long and never for too short; a statutory maximum, which only
 * warns, counts from the earliest. Changes run in the caller's transaction. Safe for many threads.
 */
public final class RecordedEvents {
    private static final String SELECT =
            "select number, kind, happened, school_year, query, officer, recorded_at from recorded_event ";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final Changes changes;
    private final ItemQueryParser parser;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where each event is noted, in the same transaction
     * @param zone the agency's, for the dates in queries
     */
    public RecordedEvents(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.changes = new Changes(writer, reader);
        this.parser = new ItemQueryParser(zone);
    }

    /**
     * Records an event. Items it is about are classified again by the next evaluation, not here.
     *
     * @param on the day it happened, in the agency's zone
     * @throws ScheduleRefused for a day to come, or an audit that was completed before its school year ended
     * @throws IllegalArgumentException when kind and {@code about} do not go together, see {@link RecordedEvent}
     */
    public RecordedEvent record(
            EventKind kind, LocalDate on, RecordedEvent.About about, LocalDate today, Officer by, Instant at) {
        refuse(on, about, today);
        changes.lock();
        Long last = writer.queryForObject("select coalesce(max(number), 0) from recorded_event", Long.class);
        long number = (last == null ? 0 : last) + 1;
        RecordedEvent event = new RecordedEvent("E" + number, kind, on, about, by, at.truncatedTo(ChronoUnit.MILLIS));
        insert(number, event);
        changes.note(Change.Kind.EVENT, event.id());
        ledger.append(List.of(new CustodyEvent.EventRecorded(
                event.recorded(), event.id(), kind.key(), on.toString(), scope(about), by.name())));
        return event;
    }

    private static void refuse(LocalDate on, RecordedEvent.About about, LocalDate today) {
        if (on.isAfter(today)) {
            throw new ScheduleRefused("What is recorded has happened: " + on + " is after today, " + today);
        }
        if (about instanceof RecordedEvent.About.Year audited
                && !on.isAfter(audited.year().last())) {
            throw new ScheduleRefused("An audit is completed after its school year: " + on + " is not after "
                    + audited.year().last() + ", the end of " + audited.year());
        }
    }

    private void insert(long number, RecordedEvent event) {
        writer.update(
                "insert into recorded_event (number, kind, happened, school_year, query, officer, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                ps -> {
                    ps.setLong(1, number);
                    ps.setString(2, event.kind().key());
                    ps.setLong(3, event.on().toEpochDay());
                    ps.setObject(4, year(event.about()), Types.INTEGER);
                    ps.setString(5, query(event.about()));
                    ps.setString(6, event.by().name());
                    ps.setLong(7, event.recorded().toEpochMilli());
                });
    }

    private static @Nullable Integer year(RecordedEvent.About about) {
        return about instanceof RecordedEvent.About.Year year ? year.year().firstYear() : null;
    }

    private static @Nullable String query(RecordedEvent.About about) {
        return about instanceof RecordedEvent.About.Matching matching
                ? matching.query().toString()
                : null;
    }

    private static String scope(RecordedEvent.About about) {
        String written = switch (about) {
            case RecordedEvent.About.Year year -> year.year().toString();
            case RecordedEvent.About.Matching matching -> matching.query().toString();
        };
        return Digest.of(written.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** All events, oldest first. */
    public List<RecordedEvent> all() {
        return reader.query(SELECT + "order by number", this::from);
    }

    private RecordedEvent from(ResultSet row, int at) throws SQLException {
        String kind = row.getString(2);
        String query = row.getString(5);
        return new RecordedEvent(
                "E" + row.getLong(1),
                EventKind.named(kind)
                        .orElseThrow(() -> new IllegalStateException("The catalogue has an event of kind " + kind)),
                LocalDate.ofEpochDay(row.getLong(3)),
                query == null
                        ? new RecordedEvent.About.Year(new SchoolYear(row.getInt(4)))
                        : new RecordedEvent.About.Matching(parser.parse(query)),
                new Officer(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7)));
    }
}
