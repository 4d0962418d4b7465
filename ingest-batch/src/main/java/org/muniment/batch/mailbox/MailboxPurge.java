package org.muniment.batch.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.muniment.archive.disposition.Breaker;
import org.muniment.archive.disposition.Trip;
import org.muniment.archive.disposition.Trips;
import org.muniment.archive.disposition.Volume;
import org.muniment.archive.item.Run;
import org.muniment.archive.ledger.Officer;
import org.muniment.batch.ResumableJob;
import org.muniment.batch.ResumableJob.Next;
import org.muniment.batch.Rooms;

/**
 * Removes from a mailbox's in- and out-boxes what is old enough by the server's clock and proved to be in the archive.
 * Never for a custodian on hold, never from a mailbox whose last ingest was not reconciled, and nothing at all when the
 * breaker trips. A run that was interrupted, even by a killed process, goes on at the next call. One at a time.
 */
public final class MailboxPurge {
    private final Parts parts;
    private final Function<RegisteredMailbox, Mailbox> servers;
    private final Breaker breaker = new Breaker();

    /**
     * @param rooms opened to write; to rehearse, opened to read is enough
     * @param trips stopped runs, and what is usual
     * @param servers opens a mailbox
     */
    public MailboxPurge(Rooms rooms, Trips trips, Function<RegisteredMailbox, Mailbox> servers) {
        this.parts = new Parts(
                rooms, trips, new PurgeRuns(rooms.catalogue()), new Removals(rooms.catalogue(), rooms.ledger()));
        this.servers = servers;
    }

    /**
     * Purges a mailbox, or goes on with its interrupted run, or with its stopped run once an officer let it go on.
     *
     * @param stop asked between batches; once true the run ends early and goes on at the next call
     */
    public MailboxReport run(RegisteredMailbox mailbox, BooleanSupplier stop) {
        Optional<Period> period = parts.period();
        if (period.isEmpty()) {
            return Reports.refused(mailbox, false, Reports.NO_SCHEDULE);
        }
        PurgeRun run = openOrBegin(mailbox, until(mailbox, period.orElseThrow()));
        try (Mailbox server = servers.apply(mailbox)) {
            boolean ended = (run.state() != PurgeRun.State.JUDGING || judged(mailbox, run, server, stop))
                    && removed(mailbox, found(run), server, stop);
            parts.rooms().ledger().checkpoint();
            return new Reports(parts).of(mailbox, found(run), !ended);
        } catch (MailboxUnavailable unavailable) {
            return unavailable(mailbox, found(run), Reports.words(unavailable));
        }
    }

    /** A mailbox that can't be listed has no proposals; one that can't be reached while it is purged waits. */
    private MailboxReport unavailable(RegisteredMailbox mailbox, PurgeRun run, String why) {
        if (run.state() == PurgeRun.State.JUDGING) {
            parts.inTransaction(() -> {
                parts.removals().clear(run.id());
                parts.runs().stop(run.id(), why, parts.now());
            });
            return new Reports(parts).of(mailbox, found(run), false);
        }
        return new Reports(parts).of(mailbox, run, true).stoppedFor(why);
    }

    /** Tells what a purge would do now, and changes nothing. */
    public MailboxReport rehearse(RegisteredMailbox mailbox) {
        Optional<Period> period = parts.period();
        if (period.isEmpty()) {
            return Reports.refused(mailbox, true, Reports.NO_SCHEDULE);
        }
        Instant until = until(mailbox, period.orElseThrow());
        try (Mailbox server = servers.apply(mailbox);
                Judging judging = new Judging(server, judge(mailbox, until))) {
            while (judging.hasMore()) {
                judging.more();
            }
            Volume volume = volume(mailbox, "", judging.proposed(), judging.boxed());
            return Reports.of(
                    mailbox,
                    until,
                    judging,
                    breaker.check(volume).map(Trip::words).orElse(null));
        } catch (MailboxUnavailable unavailable) {
            return Reports.refused(mailbox, true, Reports.words(unavailable));
        }
    }

    /** What the latest purge of a mailbox did; empty when it never was purged. */
    public Optional<MailboxReport> last(RegisteredMailbox mailbox) {
        return parts.runs()
                .latest(mailbox.id())
                .map(run -> new Reports(parts)
                        .of(
                                mailbox,
                                run,
                                run.state() == PurgeRun.State.JUDGING || run.state() == PurgeRun.State.REMOVING));
    }

    /** Why a mailbox would not be purged, in words: its source was never taken in, or not reconciled. */
    public Optional<String> unreconciled(RegisteredMailbox mailbox) {
        return parts.runs().unreconciled(mailbox.source());
    }

    /**
     * Refuses a time to keep messages that is shorter than the schedule's, or than 90 days.
     *
     * @throws PurgeRefused when it is shorter
     */
    public void refuseShorter(Period keep) {
        Period least = parts.period().orElse(LeastAge.MINIMUM);
        Instant now = parts.now();
        if (!LeastAge.isAtLeast(keep, least, now, parts.zone())
                || !LeastAge.isAtLeast(keep, LeastAge.MINIMUM, now, parts.zone())) {
            throw new PurgeRefused("A mailbox may keep its messages longer than the schedule's " + least
                    + ", and never shorter, nor less than " + LeastAge.MINIMUM + "; not " + keep);
        }
    }

    /**
     * Lets the stopped run of a mailbox go on, once, with what it proposed and nothing else.
     *
     * @return the run
     * @throws org.muniment.archive.disposition.DispositionRefused when it was let go on already
     * @throws PurgeRefused when its last run was not stopped, or was stopped before it proposed anything
     */
    public String override(RegisteredMailbox mailbox, Officer by, String reason) {
        PurgeRun stopped = parts.runs()
                .latest(mailbox.id())
                .filter(run -> run.state() == PurgeRun.State.STOPPED)
                .orElseThrow(() -> new PurgeRefused(
                        "The last purge of " + mailbox.name() + " was not stopped: nothing to override"));
        if (stopped.proposed() == 0) {
            throw new PurgeRefused("The last purge of " + mailbox.name()
                    + " was stopped before it could propose anything: " + stopped.stopped()
                    + ". That can't be overridden; put it right and purge again");
        }
        parts.inTransaction(() -> parts.trips().override(stopped.id(), by, reason, parts.now()));
        return stopped.id();
    }

    private PurgeRun openOrBegin(RegisteredMailbox mailbox, Instant until) {
        Optional<PurgeRun> latest = parts.runs().latest(mailbox.id());
        if (latest.isPresent() && goesOn(latest.orElseThrow())) {
            return found(latest.orElseThrow());
        }
        Instant now = parts.now();
        PurgeRun run = new PurgeRun(
                Run.idPrefix(now) + UUID.randomUUID().toString().substring(0, 8),
                mailbox.id(),
                PurgeRun.State.JUDGING,
                now,
                until,
                0,
                0,
                0,
                null);
        parts.inTransaction(() -> parts.runs().begin(run));
        return run;
    }

    private boolean goesOn(PurgeRun latest) {
        return switch (latest.state()) {
            case JUDGING, REMOVING -> true;
            case DONE -> false;
            case STOPPED ->
                Boolean.TRUE.equals(parts.rooms().catalogue().transactions().execute(status -> {
                    boolean overridden = parts.trips().useOverride(latest.id(), parts.now());
                    if (overridden) {
                        parts.runs().release(latest.id());
                    }
                    return overridden;
                }));
        };
    }

    private boolean judged(RegisteredMailbox mailbox, PurgeRun run, Mailbox server, BooleanSupplier stop) {
        try (JudgingStep judging = new JudgingStep(parts, run, server, judge(mailbox, run.until()), stop)) {
            return new ResumableJob(parts.rooms().catalogue(), "mailbox judging")
                    .step("judge", () -> reconciled(mailbox) ? judging.next() : Next.DONE)
                    .step("breaker", () -> check(mailbox, found(run)))
                    .run(run.id());
        }
    }

    private boolean removed(RegisteredMailbox mailbox, PurgeRun run, Mailbox server, BooleanSupplier stop) {
        if (run.state() != PurgeRun.State.REMOVING) {
            return true;
        }
        Removing removing = new Removing(parts, mailbox, run, server, stop);
        return new ResumableJob(parts.rooms().catalogue(), "mailbox removal")
                .step("remove", removing::next)
                .run(run.id());
    }

    private boolean reconciled(RegisteredMailbox mailbox) {
        return parts.runs().unreconciled(mailbox.source()).isEmpty();
    }

    private Next check(RegisteredMailbox mailbox, PurgeRun run) {
        Optional<Trip> trip = breaker.check(volume(mailbox, run.id(), run.proposed(), run.boxed()));
        parts.inTransaction(() -> {
            if (trip.isPresent()) {
                parts.trips().record(trip.orElseThrow(), parts.now());
                parts.runs().stop(run.id(), trip.orElseThrow().words(), parts.now());
            } else {
                parts.runs().release(run.id());
            }
        });
        return Next.DONE;
    }

    private Volume volume(RegisteredMailbox mailbox, String run, long proposed, long boxed) {
        LocalDate today = parts.today();
        long before = parts.removals()
                .removedSince(mailbox.id(), today.atStartOfDay(parts.zone()).toInstant());
        Map<String, Long> removedToday = parts.trips().removedOn(Trips.Clock.MAILBOX, today);
        return new Volume(
                run,
                proposed + removedToday.getOrDefault("", 0L),
                List.of(new Volume.Share(mailbox.custodian().address(), proposed + before, boxed + before)),
                parts.trips().history(Trips.Clock.MAILBOX, today),
                parts.runs()
                        .unreconciled(mailbox.source())
                        .map(why -> List.of(mailbox.source() + " (" + why + ")"))
                        .orElse(List.of()));
    }

    private Judge judge(RegisteredMailbox mailbox, Instant until) {
        return parts.judge(
                mailbox, until, OnHold.is(mailbox.custodian(), parts.holds().standing(parts.today())));
    }

    private Instant until(RegisteredMailbox mailbox, Period period) {
        return LeastAge.until(parts.now(), parts.zone(), period, mailbox.keep());
    }

    private PurgeRun found(PurgeRun run) {
        return parts.runs().find(run.id()).orElseThrow();
    }
}
