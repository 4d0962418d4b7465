package org.muniment.archive.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.request.RequestStep.Kind;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of what is done for requests between receipt and end. Rows are only ever added. Changes run in the caller's
 * transaction. Safe for many threads and processes.
 */
public final class RequestSteps {
    private static final int LONGEST_REASON = 400;
    private static final String COLUMNS =
            "select request, ordinal, step, day, outcome, available, words, at, officer from request_progress";

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final ZoneId zone;
    private final ResponsePeriods periods;

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every step is noted, in the same transaction
     * @param zone where the agency's days begin and end
     * @param periods the law, by the day of receipt
     */
    public RequestSteps(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone, ResponsePeriods periods) {
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.zone = zone;
        this.periods = periods;
    }

    /**
     * Records what was done.
     *
     * @param day when: from the day of receipt to today
     * @param words what there is to say; an assist note and a note need some
     * @throws RequestRefused when there is no such request, the day can't be, words are missing, or the request is closed: then
     *     only notes are taken
     */
    public RequestStep take(RequestId request, Kind kind, LocalDate day, String words, Officer by, Instant at) {
        if (kind == Kind.DETERMINED) {
            throw new RequestRefused("A determination says whether all, some or none of the records are handed out");
        }
        if (kind == Kind.SCOPE_CHANGED) {
            throw new RequestRefused("A change of scope says what is asked for instead");
        }
        return add(request, kind, day, words, null, by, at);
    }

    /**
     * Records the answer that was given. A later one, as after more was found, stands beside it.
     *
     * @throws RequestRefused as in {@link #take}, or when the records are there before they are promised
     */
    public RequestStep determine(
            RequestId request, Determination determination, LocalDate day, String words, Officer by, Instant at) {
        LocalDateTime available = determination.available();
        if (available != null && available.toLocalDate().isBefore(day)) {
            throw new RequestRefused(
                    "The estimated date is on or after the day of the determination, " + Reckoning.day(day));
        }
        return add(request, Kind.DETERMINED, day, words, determination, by, at);
    }

    /**
     * Records that a request asks for something else now: for what a new hold covers, placed in the same transaction.
     *
     * @param freeze places that hold
     * @param reason why, in one line
     * @throws RequestRefused when there is no such request, it is closed, or no reason is given
     */
    public RequestStep changeScope(RequestId request, Requests.Freeze freeze, String reason, Officer by, Instant at) {
        new RequestRows(writer, periods).open(request);
        String why = OneLine.of(reason, "The reason", 1, LONGEST_REASON);
        HoldId hold = new HoldId(freeze.hold(request));
        return add(
                request,
                Kind.SCOPE_CHANGED,
                at.atZone(zone).toLocalDate(),
                new ScopeChange(hold, why).toString(),
                null,
                by,
                at);
    }

    private RequestStep add(
            RequestId request,
            Kind kind,
            LocalDate day,
            String words,
            @Nullable Determination determination,
            Officer by,
            Instant at) {
        RequestRows rows = new RequestRows(writer, periods);
        rows.lock();
        RecordsRequest of = kind == Kind.NOTED ? rows.one(request) : rows.open(request);
        if (day.isBefore(of.received()) || day.isAfter(at.atZone(zone).toLocalDate())) {
            throw new RequestRefused("A step is taken between the day of receipt, " + Reckoning.day(of.received())
                    + ", and today, not on " + Reckoning.day(day));
        }
        String said = OneLine.of(words, "What there is to say", kind.needsWords() ? 1 : 0);
        RequestStep step = new RequestStep(
                request,
                read(writer, request).size() + 1,
                kind,
                day,
                said,
                determination,
                by,
                at.truncatedTo(ChronoUnit.MILLIS));
        insert(step);
        ledger.append(List.of(RequestEvents.taken(step)));
        return step;
    }

    private void insert(RequestStep step) {
        Determination determination = step.determination();
        LocalDateTime available = determination == null ? null : determination.available();
        writer.update(
                "insert into request_progress (request, ordinal, step, day, outcome, available, words, at, officer)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                step.request().number(),
                step.number(),
                step.kind().name(),
                step.day().toEpochDay(),
                determination == null ? null : determination.outcome().name(),
                available == null ? null : available.toEpochSecond(ZoneOffset.UTC) / 60,
                step.words(),
                step.at().toEpochMilli(),
                step.by().name());
    }

    private static List<RequestStep> read(JdbcTemplate jdbc, RequestId request) {
        return jdbc.query(COLUMNS + " where request = ? order by ordinal", (row, at) -> step(row), request.number());
    }

    private static RequestStep step(ResultSet row) throws SQLException {
        String outcome = row.getString(5);
        long minutes = row.getLong(6);
        LocalDateTime available = row.wasNull() ? null : LocalDateTime.ofEpochSecond(minutes * 60, 0, ZoneOffset.UTC);
        return new RequestStep(
                RequestId.of(row.getLong(1)),
                row.getInt(2),
                Kind.valueOf(row.getString(3)),
                LocalDate.ofEpochDay(row.getLong(4)),
                row.getString(7),
                outcome == null ? null : new Determination(Determination.Outcome.valueOf(outcome), available),
                new Officer(row.getString(9)),
                Instant.ofEpochMilli(row.getLong(8)));
    }

    /** What was done for a request, in the order of being entered. */
    public List<RequestStep> of(RequestId request) {
        return read(reader, request);
    }

    /** The latest answer to a request. */
    public Optional<RequestStep> determination(RequestId request) {
        return of(request).reversed().stream()
                .filter(step -> step.kind() == Kind.DETERMINED)
                .findFirst();
    }

    /** What was done for every request, in the order of being entered; requests without a step are left out. */
    public Map<RequestId, List<RequestStep>> all() {
        Map<RequestId, List<RequestStep>> all = new LinkedHashMap<>();
        reader.query(COLUMNS + " order by request, ordinal", (row, at) -> step(row))
                .forEach(step -> all.computeIfAbsent(step.request(), any -> new ArrayList<>())
                        .add(step));
        return all;
    }
}
