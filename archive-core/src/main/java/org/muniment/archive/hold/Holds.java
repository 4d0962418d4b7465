package org.muniment.archive.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQuery;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The register of matters and legal holds. Rows are only ever added: where a hold stands is read from its changes. A hold
 * binds from the moment its transaction commits; whoever destroys locks the epoch first, in the transaction that destroys,
 * and asks {@link #standingInTransaction}. Changes run in the caller's transaction. Safe for many threads and processes.
 */
public final class Holds {
    private final DataSource source;
    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;
    private final ZoneId zone;
    private final ReleaseVeto veto;
    private final AtomicReference<@Nullable Standing> latest = new AtomicReference<>();

    private record Standing(LocalDate day, StandingHolds holds) {}

    /**
     * @param writer where changes are made, in the caller's transaction
     * @param reader where committed state is read
     * @param ledger where every change is noted, in the same transaction
     * @param zone where the agency's days begin and end
     * @param veto what speaks against a release
     */
    public Holds(DataSource writer, DataSource reader, Ledger ledger, ZoneId zone, ReleaseVeto veto) {
        this.source = writer;
        this.writer = new JdbcTemplate(writer);
        this.reader = new JdbcTemplate(reader);
        this.ledger = ledger;
        this.zone = zone;
        this.veto = veto;
    }

    /**
     * Opens a matter.
     *
     * @throws HoldRefused for a title that another matter has, or that reads like a matter's id
     */
    public Matter open(String title, Officer by, Instant at) {
        lockEpoch();
        return new Matters(writer).open(title, by, at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Committed matters, oldest first. */
    public List<Matter> matters() {
        return new Matters(reader).all();
    }

    /** The matter of that id ({@code M3}) or title, in any case of letters. */
    public Optional<Matter> matter(String idOrTitle) {
        return new Matters(reader).named(idOrTitle);
    }

    /**
     * Places a hold. It is in force when the caller's transaction commits, on every item there is and will be.
     *
     * @param matter the matter's id
     * @throws HoldRefused when there is no such matter, or the scope can't be a standing one
     */
    public LegalHold place(String matter, HoldKind kind, HoldScope scope, Officer by, Instant at) {
        StandingScope.check(scope, zone);
        changeEpoch();
        long of = new Matters(writer).number(matter);
        HoldRows rows = new HoldRows(writer);
        HoldId hold = rows.add(of, kind, scope, zone, by, at.truncatedTo(ChronoUnit.MILLIS));
        ledger.append(List.of(new CustodyEvent.HoldPlaced(
                at, hold.value(), matter, kind.name(), StandingScope.digest(scope, zone), by.name())));
        return rows.one(hold).hold();
    }

    /**
     * Asks for a hold's release. Nothing is released by it.
     *
     * @throws HoldRefused when there is no such hold, its release was asked for already, no reason is given, or the veto
     *     speaks
     */
    public void requestRelease(HoldId hold, Officer by, String reason, Instant at) {
        lockEpoch();
        new Release(writer, ledger, veto).request(hold, by, reason, at.truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Approves a hold's release as a second person. It still binds for so many days more, and never stops on the day
     * itself; releasing one hold frees nothing under another.
     *
     * @param coolOffDays at least 1
     * @return the hold as it stands now
     * @throws HoldRefused when nobody asked for its release, the same person did, or the veto speaks
     */
    public LegalHold approveRelease(HoldId hold, Officer second, Instant at, int coolOffDays) {
        changeEpoch();
        Instant when = at.truncatedTo(ChronoUnit.MILLIS);
        return new Release(writer, ledger, veto).approve(hold, second, when, day(when), coolOffDays);
    }

    /**
     * Makes everyone else who destroys or places a hold wait until the caller's transaction ends. Comes first in it.
     *
     * @return the epoch
     * @throws IllegalStateException outside a transaction on the writer
     */
    public long lockEpoch() {
        return epochAfter("update standing_epoch set epoch = epoch where one = 1 returning epoch");
    }

    private void changeEpoch() {
        epochAfter("update standing_epoch set epoch = epoch + 1 where one = 1 returning epoch");
    }

    private long epochAfter(String update) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.hasResource(source)) {
            throw new IllegalStateException("Holds are changed and locked only inside a transaction");
        }
        return one(writer, update);
    }

    /** The committed epoch: it grows with every change of what is held. */
    public long epoch() {
        return one(reader, "select epoch from standing_epoch where one = 1");
    }

    private static long one(JdbcTemplate jdbc, String statement) {
        Long epoch = jdbc.queryForObject(statement, Long.class);
        if (epoch == null) {
            throw new EmptyResultDataAccessException("The catalogue has no standing epoch", 1);
        }
        return epoch;
    }

    /**
     * The committed holds that bind on a day. For destruction that is the day on which it happens, by the clock, not the
     * day a plan is made for: a hold that cools off binds until its last day is over.
     */
    public StandingHolds standing(LocalDate day) {
        while (true) {
            long before = epoch();
            Standing known = latest.get();
            if (known != null && known.day().equals(day) && known.holds().epoch() == before) {
                return known.holds();
            }
            StandingHolds read = new StandingHolds(before, new HoldRows(reader).binding(day));
            if (epoch() == before) {
                latest.set(new Standing(day, read));
                return read;
            }
        }
    }

    /**
     * The holds that bind on a day as the caller's transaction sees them, after {@link #lockEpoch}: until it ends, no other
     * can come in between.
     */
    public StandingHolds standingInTransaction(LocalDate day) {
        long epoch = lockEpoch();
        // What only this transaction knows may be rolled back, so it is never remembered.
        Standing known = latest.get();
        return known != null && known.day().equals(day) && known.holds().epoch() == epoch
                ? known.holds()
                : new StandingHolds(epoch, new HoldRows(writer).binding(day));
    }

    /** The agency's day at a time. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /**
     * One hold alone, whether it binds or not: for its list.
     *
     * @throws HoldRefused when there is no such hold
     */
    public StandingHolds alone(HoldId hold) {
        return new StandingHolds(epoch(), List.of(new HoldRows(reader).one(hold)));
    }

    /**
     * Everything a hold covers, as one query for the search index: unknown counts as covered.
     *
     * @throws HoldRefused when there is no such hold
     */
    public ItemQuery covering(HoldId hold) {
        return new HoldRows(reader).one(hold).relaxed();
    }

    /** All holds ever placed, oldest first, as they stand. */
    public List<LegalHold> all() {
        return new HoldRows(reader).all().stream().map(PlacedHold::hold).toList();
    }

    /** Finds a hold as it stands. */
    public Optional<LegalHold> find(HoldId hold) {
        return new HoldRows(reader).find(hold).map(PlacedHold::hold);
    }
}
