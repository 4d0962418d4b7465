package org.muniment.archive.request;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.ledger.Agreement;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks every request for records against the ledger: that none is gone or added, what it asks for, the day of receipt, its
 * hold, its extension, each step that was taken for it, and its end. Changes nothing, and runs while the archive is in use.
 */
public final class RequestCheck {
    private final JdbcTemplate reader;
    private final RequestRows rows;
    private final RequestSteps steps;
    private final Ledger ledger;

    /** @param reader where committed state is read */
    public RequestCheck(DataSource reader, Ledger ledger, ResponsePeriods periods, RequestSteps steps) {
        this.reader = new JdbcTemplate(reader);
        this.rows = new RequestRows(this.reader, periods);
        this.steps = steps;
        this.ledger = ledger;
    }

    /** Checks all requests. */
    public List<Agreement.Finding> run() {
        return new Agreement(ledger, "R", this::last).run(this::compare);
    }

    private long last() {
        Long last = reader.queryForObject("select coalesce(max(number), 0) from records_request", Long.class);
        return Objects.requireNonNullElse(last, 0L);
    }

    private List<String> compare(String name, List<CustodyEvent> noted) {
        RequestId id = new RequestId(name);
        Optional<RecordsRequest> found = rows.read(id.number()).stream().findFirst();
        if (found.isEmpty()) {
            return List.of("is gone, the ledger says it was entered");
        }
        RecordsRequest row = found.get();
        List<String> amiss = new ArrayList<>();
        if (!Agreement.of(CustodyEvent.RequestOpened.class, noted)
                .equals(List.of(RequestEvents.opened(rows.asOpened(id), zone(id))))) {
            amiss.add(
                    "is not as the ledger says it was entered: what it asks for, its day of receipt, hold or officer were"
                            + " changed");
        }
        if (!Agreement.of(CustodyEvent.RequestExtended.class, noted).equals(RequestEvents.extended(row))) {
            amiss.add("was not extended as the ledger says");
        }
        if (!Agreement.of(CustodyEvent.RequestStepTaken.class, noted)
                .equals(steps.of(id).stream().map(RequestEvents::taken).toList())) {
            amiss.add("has other steps than the ledger says were taken for it");
        }
        if (!steps.of(id).stream()
                .filter(step -> step.kind() == RequestStep.Kind.SCOPE_CHANGED)
                .allMatch(this::isPlacedWithIt)) {
            amiss.add("asks for what a hold covers that was not placed with the change of its scope");
        }
        if (!Agreement.of(CustodyEvent.RequestClosed.class, noted).equals(RequestEvents.closed(row))) {
            amiss.add("was not closed as the ledger says");
        }
        return amiss;
    }

    private boolean isPlacedWithIt(RequestStep change) {
        return ledger.entriesFor(ScopeChange.parse(change.words()).hold().value()).stream()
                .anyMatch(entry -> entry.event() instanceof CustodyEvent.HoldPlaced placed
                        && placed.at().toEpochMilli() == change.at().toEpochMilli()
                        && placed.officer().equals(change.by().name()));
    }

    private ZoneId zone(RequestId id) {
        return ZoneId.of(Objects.requireNonNull(
                reader.queryForObject("select zone from records_request where number = ?", String.class, id.number())));
    }
}
