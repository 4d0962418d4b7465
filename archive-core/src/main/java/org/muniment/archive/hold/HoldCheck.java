package org.muniment.archive.hold;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.ledger.Agreement;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.CustodyEvent.HoldPlaced;
import org.muniment.archive.ledger.CustodyEvent.HoldReleaseRequested;
import org.muniment.archive.ledger.CustodyEvent.HoldReleased;
import org.muniment.archive.ledger.Ledger;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks every hold against the ledger: that none is gone, that each covers what it did when it was placed, and that
 * none was released but by those the ledger names. Changes nothing, and runs while the archive is in use.
 */
public final class HoldCheck {
    private final JdbcTemplate reader;
    private final HoldRows rows;
    private final Ledger ledger;

    /** @param reader where committed state is read */
    public HoldCheck(DataSource reader, Ledger ledger) {
        this.reader = new JdbcTemplate(reader);
        this.rows = new HoldRows(this.reader);
        this.ledger = ledger;
    }

    /** Checks all holds; what changes between looking at the rows and at the ledger is looked at again. */
    public List<Agreement.Finding> run() {
        return new Agreement(ledger, "H", this::last).run(this::compare);
    }

    private long last() {
        Long last = reader.queryForObject("select coalesce(max(number), 0) from legal_hold", Long.class);
        return Objects.requireNonNullElse(last, 0L);
    }

    private List<String> compare(String hold, List<CustodyEvent> noted) {
        return rows.find(new HoldId(hold))
                .map(row -> compare(row, noted).stream().toList())
                .orElseGet(() -> List.of("is gone, the ledger says it was placed"));
    }

    private static Optional<String> compare(PlacedHold row, List<CustodyEvent> noted) {
        if (!Agreement.of(HoldPlaced.class, noted).equals(List.of(placed(row)))) {
            return Optional.of(
                    "is not as the ledger says it was placed: its scope, days, matter or officer were changed");
        }
        return released(
                        row.hold(),
                        Agreement.of(HoldReleaseRequested.class, noted),
                        Agreement.of(HoldReleased.class, noted))
                ? Optional.empty()
                : Optional.of(
                        "was not released as the ledger says: its release, its officers or its days were changed");
    }

    private static HoldPlaced placed(PlacedHold row) {
        LegalHold hold = row.hold();
        return new HoldPlaced(
                hold.placed(),
                hold.id().value(),
                hold.matter(),
                hold.kind().name(),
                StandingScope.digest(hold.scope(), row.zone()),
                hold.placedBy().name());
    }

    private static boolean released(LegalHold hold, List<HoldReleaseRequested> asked, List<HoldReleased> approved) {
        return switch (hold.state()) {
            case State.InForce inForce -> asked.isEmpty() && approved.isEmpty();
            case State.ReleaseRequested requested ->
                approved.isEmpty()
                        && asked.equals(List.of(
                                asked(hold, requested.at(), requested.by().name())));
            case State.CoolingOff cooling ->
                asked.size() == 1
                        && approved.equals(List.of(new HoldReleased(
                                cooling.at(),
                                hold.id().value(),
                                cooling.by().name(),
                                cooling.second().name(),
                                cooling.ends().toString())));
        };
    }

    private static HoldReleaseRequested asked(LegalHold hold, Instant at, String officer) {
        return new HoldReleaseRequested(at, hold.id().value(), officer);
    }
}
