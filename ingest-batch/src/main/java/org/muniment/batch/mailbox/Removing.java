package org.muniment.batch.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.muniment.archive.disposition.Trips;
import org.muniment.archive.hold.StandingHolds;
import org.muniment.batch.ResumableJob.Next;

/**
 * Removes what a run proposed, a batch at a time. Of each batch every message is judged anew; the intention is committed;
 * then, in one transaction under the lock that holds are placed under, the messages are removed and the register and the
 * ledger say so. A hold placed before that transaction wins.
 */
final class Removing {
    /** Holds wait while so many are unlinked. */
    private static final int BATCH = 100;

    private final Parts parts;
    private final RegisteredMailbox mailbox;
    private final PurgeRun run;
    private final Mailbox server;
    private final BooleanSupplier stop;

    private record Ready(Proposal proposal, MailboxMessage message) {}

    Removing(Parts parts, RegisteredMailbox mailbox, PurgeRun run, Mailbox server, BooleanSupplier stop) {
        this.parts = parts;
        this.mailbox = mailbox;
        this.run = run;
        this.server = server;
        this.stop = stop;
    }

    /** Removes the next batch; first of all settles what a killed process left. */
    Next next() {
        List<Proposal> open = parts.removals().intended(run.id(), BATCH);
        if (!open.isEmpty()) {
            settle(open);
            return Next.MORE;
        }
        if (stop.getAsBoolean()) {
            return Next.LATER;
        }
        List<Proposal> batch = parts.removals().proposed(run.id(), BATCH);
        if (batch.isEmpty()) {
            parts.inTransaction(() -> parts.runs().end(run.id(), parts.now()));
            return Next.DONE;
        }
        StandingHolds holds = parts.holds().standing(parts.today());
        List<Ready> ready = judge(batch, holds);
        if (!ready.isEmpty()) {
            intend(ready);
            remove(ready, holds.epoch());
        }
        return Next.MORE;
    }

    /**
     * A message that was to be removed and is gone was removed; one that is there is judged anew. Where the server can't
     * tell, it is not said to be removed.
     */
    private void settle(List<Proposal> open) {
        List<Proposal> gone = new ArrayList<>();
        List<Proposal> there = new ArrayList<>();
        Map<Proposal, KeptFor> untold = new LinkedHashMap<>();
        for (Proposal one : open) {
            try {
                (server.find(one.place()).isPresent() ? there : gone).add(one);
            } catch (PlaceLost lost) {
                untold.put(one, KeptFor.RENUMBERED);
            }
        }
        Instant now = parts.now();
        parts.inTransaction(() -> {
            parts.removals().postpone(run.id(), there, now);
            keep(untold);
            removed(gone, now);
        });
    }

    private List<Ready> judge(List<Proposal> batch, StandingHolds holds) {
        Judge judge = parts.judge(mailbox, run.until(), OnHold.is(mailbox.custodian(), holds));
        boolean reconciled = parts.runs().unreconciled(mailbox.source()).isEmpty();
        List<Ready> ready = new ArrayList<>();
        Map<Proposal, KeptFor> kept = new LinkedHashMap<>();
        for (Proposal one : batch) {
            Optional<MailboxMessage> message;
            try {
                message = server.find(one.place());
            } catch (PlaceLost lost) {
                kept.put(one, KeptFor.RENUMBERED);
                continue;
            }
            Judgement judged = message.<Judgement>map(found ->
                            reconciled ? judge.judge(server, found) : new Judgement.Keep(KeptFor.SOURCE_NOT_RECONCILED))
                    .orElseGet(() -> new Judgement.Keep(KeptFor.ABSENT));
            switch (judged) {
                case Judgement.Keep keep -> kept.put(one, keep.reason());
                case Judgement.Remove remove -> {
                    if (remove.item().equals(one.item())) {
                        MailboxMessage found = message.orElseThrow();
                        ready.add(new Ready(at(one, found), found));
                    } else {
                        kept.put(one, KeptFor.CHANGED);
                    }
                }
            }
        }
        parts.inTransaction(() -> keep(kept));
        return ready;
    }

    private static Proposal at(Proposal one, MailboxMessage now) {
        return new Proposal(one.ordinal(), now.place(), one.item(), one.size());
    }

    private void keep(Map<Proposal, KeptFor> kept) {
        kept.forEach((one, reason) -> parts.removals().kept(run.id(), one, reason, parts.now()));
    }

    private void intend(List<Ready> ready) {
        parts.inTransaction(() -> parts.removals().intend(run.id(), proposals(ready), parts.now()));
    }

    private void remove(List<Ready> ready, long judgedAt) {
        parts.inTransaction(() -> {
            if (parts.holds().lockEpoch() != judgedAt) {
                parts.removals().postpone(run.id(), proposals(ready), parts.now());
                return;
            }
            List<Mailbox.Removal> became =
                    server.remove(ready.stream().map(Ready::message).toList());
            note(ready, became);
        });
    }

    private void note(List<Ready> ready, List<Mailbox.Removal> became) {
        Instant now = parts.now();
        List<Proposal> gone = new ArrayList<>();
        Map<Proposal, KeptFor> kept = new LinkedHashMap<>();
        for (int i = 0; i < ready.size(); i++) {
            Proposal one = ready.get(i).proposal();
            switch (became.get(i)) {
                case GONE -> gone.add(one);
                case ABSENT -> kept.put(one, KeptFor.ABSENT);
                case CHANGED -> kept.put(one, KeptFor.CHANGED);
                case REFUSED -> kept.put(one, KeptFor.REFUSED);
            }
        }
        keep(kept);
        removed(gone, now);
    }

    private void removed(List<Proposal> gone, Instant now) {
        if (gone.isEmpty()) {
            return;
        }
        LocalDate day = now.atZone(parts.zone()).toLocalDate();
        parts.trips()
                .removed(
                        Trips.Clock.MAILBOX,
                        day,
                        gone.size(),
                        Map.of(mailbox.custodian().address(), (long) gone.size()));
        parts.removals().removed(run.id(), mailbox.source(), gone, now);
    }

    private static List<Proposal> proposals(List<Ready> ready) {
        return ready.stream().map(Ready::proposal).toList();
    }
}
