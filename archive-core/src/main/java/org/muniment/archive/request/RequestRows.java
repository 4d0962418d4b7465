package org.muniment.archive.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.HoldScopes;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.request.RecordsRequest.Extension;
import org.muniment.archive.request.RecordsRequest.State;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of requests and their steps, and what they add up to. */
final class RequestRows {
    private static final String EXTENDED = "EXTENDED";
    private static final String CLOSED = "CLOSED";

    private final JdbcTemplate jdbc;
    private final ResponsePeriods periods;

    /** What the steps of a request have come to. */
    private record Steps(State state, @Nullable Extension extension) {
        static final Steps NONE = new Steps(new State.Open(), null);
    }

    RequestRows(JdbcTemplate jdbc, ResponsePeriods periods) {
        this.jdbc = jdbc;
        this.periods = periods;
    }

    /** The number of the next request; until the transaction ends nobody else gets one. */
    long next() {
        Long number = jdbc.queryForObject(
                "update request_count set latest = latest + 1 where one = 1 returning latest", Long.class);
        if (number == null) {
            throw new EmptyResultDataAccessException("The catalogue has no count of requests", 1);
        }
        return number;
    }

    void lock() {
        jdbc.update("update request_count set latest = latest where one = 1");
    }

    void add(long number, Requests.Asked asked, String hold, ZoneId zone, Officer by, Instant at) {
        HoldScope scope = asked.scope();
        LocalDate from = scope.from();
        LocalDate to = scope.to();
        jdbc.update(
                "insert into records_request (number, requester, received, summary, first_day, last_day, query, zone, hold,"
                        + " opened, opened_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                number,
                asked.requester(),
                asked.received().toEpochDay(),
                asked.summary(),
                from == null ? null : from.toEpochDay(),
                to == null ? null : to.toEpochDay(),
                scope.terms() == null ? "" : scope.terms().toString(),
                zone.getId(),
                hold,
                at.toEpochMilli(),
                by.name());
        jdbc.batchUpdate(
                "insert into request_custodian (request, custodian) values (?, ?)",
                scope.custodians().stream()
                        .sorted()
                        .map(custodian -> new Object[] {number, custodian.address()})
                        .toList());
    }

    void extend(RequestId request, Extension extension) {
        step(
                request,
                EXTENDED,
                extension.ground().name(),
                extension.until().toEpochDay(),
                extension.reason(),
                extension.by(),
                extension.at());
    }

    void close(RequestId request, State.Closed closed) {
        step(request, CLOSED, null, null, closed.outcome(), closed.by(), closed.at());
        LocalDate ends = closed.reviewEnds();
        if (ends != null) {
            jdbc.update(
                    "update request_step set review_ends = ? where request = ? and step = ?",
                    ends.toEpochDay(),
                    request.number(),
                    CLOSED);
        }
    }

    private void step(
            RequestId request,
            String step,
            @Nullable String ground,
            @Nullable Long until,
            String words,
            Officer by,
            Instant at) {
        jdbc.update(
                "insert into request_step (request, step, ground, until, words, at, officer) values (?, ?, ?, ?, ?, ?, ?)",
                request.number(),
                step,
                ground,
                until,
                words,
                at.toEpochMilli(),
                by.name());
    }

    /** An open request; until the transaction ends, nobody else takes a step. */
    RecordsRequest open(RequestId id) {
        lock();
        RecordsRequest request = one(id);
        if (!request.isOpen()) {
            throw new RequestRefused(id + " is closed already");
        }
        return request;
    }

    RecordsRequest one(RequestId id) {
        return one(read(id.number()), id);
    }

    private static RecordsRequest one(List<RecordsRequest> found, RequestId id) {
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new RequestRefused(
                        "There is no request " + id + ". To see them all: muniment request list --all"));
    }

    /** Those whose hold it is now. */
    List<RecordsRequest> under(HoldId hold) {
        return jdbc
                .queryForList(
                        "select number from records_request where hold = ? union select request from request_progress"
                                + " where step = 'SCOPE_CHANGED' and words like ? order by 1",
                        Long.class,
                        hold.value(),
                        hold.value() + " %")
                .stream()
                .flatMap(number -> read(number).stream())
                .filter(request -> request.hold().equals(hold.value()))
                .toList();
    }

    /** All requests, or the one with a number. */
    List<RecordsRequest> read(@Nullable Long number) {
        HoldScopes scopes = new HoldScopes(jdbc);
        Map<Long, HoldId> changed = changed(number);
        return readAsOpened(number).stream()
                .map(request -> {
                    HoldId hold = changed.get(request.id().number());
                    return hold == null ? request : request.asking(scopes.of(hold), hold.value());
                })
                .toList();
    }

    /** What keeps what requests ask for since their scope was changed last. */
    private Map<Long, HoldId> changed(@Nullable Long number) {
        Map<Long, HoldId> changed = new HashMap<>();
        jdbc.query(
                "select request, words from request_progress where step = 'SCOPE_CHANGED'"
                        + (number == null ? "" : " and request = ?") + " order by request, ordinal",
                row -> {
                    changed.put(
                            row.getLong(1), ScopeChange.parse(row.getString(2)).hold());
                },
                number == null ? new Object[0] : new Object[] {number});
        return changed;
    }

    /**
     * A request with what it asked for when it was opened.
     *
     * @throws RequestRefused when there is none of that name
     */
    RecordsRequest asOpened(RequestId id) {
        return one(readAsOpened(id.number()), id);
    }

    private List<RecordsRequest> readAsOpened(@Nullable Long number) {
        String where = number == null ? "" : " where {number} = ?";
        Object[] values = number == null ? new Object[0] : new Object[] {number};
        Map<Long, Set<Custodian>> custodians = new HashMap<>();
        jdbc.query(
                "select request, custodian from request_custodian" + where.replace("{number}", "request"),
                row -> {
                    custodians
                            .computeIfAbsent(row.getLong(1), any -> new HashSet<>())
                            .add(new Custodian(row.getString(2)));
                },
                values);
        Map<Long, Steps> steps = new HashMap<>();
        jdbc.query(
                "select request, step, ground, until, words, at, officer, review_ends from request_step"
                        + where.replace("{number}", "request"),
                row -> {
                    steps.put(row.getLong(1), after(steps.getOrDefault(row.getLong(1), Steps.NONE), row));
                },
                values);
        return jdbc.query(
                "select number, requester, received, summary, first_day, last_day, query, zone, hold, opened, opened_by"
                        + " from records_request" + where.replace("{number}", "number") + " order by number",
                (row, at) -> request(
                        row,
                        custodians.getOrDefault(row.getLong(1), Set.of()),
                        steps.getOrDefault(row.getLong(1), Steps.NONE)),
                values);
    }

    private static Steps after(Steps before, ResultSet row) throws SQLException {
        Officer officer = new Officer(row.getString(7));
        Instant at = Instant.ofEpochMilli(row.getLong(6));
        if (row.getString(2).equals(CLOSED)) {
            return new Steps(new State.Closed(officer, at, row.getString(5), day(row, 8)), before.extension());
        }
        return new Steps(
                before.state(),
                new Extension(
                        ExtensionGround.valueOf(row.getString(3)),
                        row.getString(5),
                        LocalDate.ofEpochDay(row.getLong(4)),
                        officer,
                        at));
    }

    private RecordsRequest request(ResultSet row, Set<Custodian> custodians, Steps steps) throws SQLException {
        String query = row.getString(7);
        LocalDate received = LocalDate.ofEpochDay(row.getLong(3));
        HoldScope scope = new HoldScope(
                custodians,
                day(row, 5),
                day(row, 6),
                query.isEmpty() ? null : new ItemQueryParser(ZoneId.of(row.getString(8))).parse(query));
        return new RecordsRequest(
                RequestId.of(row.getLong(1)),
                row.getString(2),
                received,
                row.getString(4),
                scope,
                row.getString(9),
                steps.state(),
                new Officer(row.getString(11)),
                Instant.ofEpochMilli(row.getLong(10)),
                steps.extension(),
                Deadline.of(received, periods.on(received)));
    }

    private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(day);
    }
}
