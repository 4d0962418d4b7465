package org.muniment.archive.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.hold.LegalHold.State;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.ledger.Officer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The release of a hold: asked for by one person, approved by another. In the caller's transaction, under the epoch. */
final class Release {
    private static final int LONGEST_REASON = 2000;

    private final JdbcTemplate writer;
    private final Ledger ledger;
    private final ReleaseVeto veto;
    private final HoldRows rows;

    Release(JdbcTemplate writer, Ledger ledger, ReleaseVeto veto) {
        this.writer = writer;
        this.ledger = ledger;
        this.veto = veto;
        this.rows = new HoldRows(writer);
    }

    void request(HoldId hold, Officer by, String reason, Instant at) {
        String given = reason.strip();
        if (given.isEmpty() || given.length() > LONGEST_REASON) {
            throw new HoldRefused("A release needs its reason, in 1 to " + LONGEST_REASON
                    + " characters: why nobody needs to keep this");
        }
        switch (rows.one(hold).hold().state()) {
            case State.InForce inForce -> {}
            case State.ReleaseRequested requested ->
                throw new HoldRefused(requested.by() + " asked for the release of " + hold
                        + " already; another person can approve it");
            case State.CoolingOff cooling -> throw released(hold, cooling);
        }
        refuseWhileItHasItsReason(hold, null);
        change(hold, Step.REQUESTED, by, given, at, null);
        ledger.append(List.of(new CustodyEvent.HoldReleaseRequested(at, hold.value(), by.name())));
    }

    LegalHold approve(HoldId hold, Officer second, Instant at, LocalDate day, int coolOffDays) {
        if (coolOffDays < 1) {
            throw new HoldRefused("A hold cools off for at least 1 day: nothing it freed is destroyed on the same day");
        }
        switch (rows.one(hold).hold().state()) {
            case State.InForce inForce ->
                throw new HoldRefused("Nobody asked for the release of " + hold
                        + " yet. One person asks with a reason, another approves");
            case State.ReleaseRequested requested -> refuseSamePerson(hold, requested, second);
            case State.CoolingOff cooling -> throw released(hold, cooling);
        }
        LocalDate ends = day.plusDays(coolOffDays);
        refuseWhileItHasItsReason(hold, ends);
        change(hold, Step.APPROVED, second, "", at, ends);
        LegalHold approved = rows.one(hold).hold();
        if (approved.state() instanceof State.CoolingOff cooling) {
            ledger.append(List.of(new CustodyEvent.HoldReleased(
                    at, hold.value(), cooling.by().name(), second.name(), ends.toString())));
        }
        return approved;
    }

    private void refuseWhileItHasItsReason(HoldId hold, @Nullable LocalDate ends) {
        veto.against(hold, ends).ifPresent(why -> {
            throw new HoldRefused(why);
        });
    }

    private static void refuseSamePerson(HoldId hold, State.ReleaseRequested requested, Officer second) {
        if (requested.by().isSamePersonAs(second)) {
            throw new HoldRefused(
                    requested.by() + " asked for the release of " + hold + ", so another person must approve it");
        }
    }

    private static HoldRefused released(HoldId hold, State.CoolingOff cooling) {
        return new HoldRefused(hold + " is released already, by " + cooling.by() + " and " + cooling.second()
                + "; it binds until " + cooling.ends().minusDays(1) + ". To keep longer, place a new hold");
    }

    private void change(HoldId hold, Step step, Officer officer, String reason, Instant at, @Nullable LocalDate ends) {
        writer.update(
                "insert into hold_change (hold, ordinal, step, at, officer, reason, ends) values (?, ?, ?, ?, ?, ?, ?)",
                HoldRows.number(hold),
                step.ordinal(),
                step.name(),
                at.toEpochMilli(),
                officer.name(),
                reason,
                ends == null ? null : ends.toEpochDay());
    }
}
