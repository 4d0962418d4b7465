package org.muniment.batch.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muniment.archive.Catalogue;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.store.Digest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The register of what runs proposed to remove and what became of each: proposed, intended (committed before a message is
 * touched), then removed, with the ledger's entry, or kept. Changes run in the caller's transaction.
 */
final class Removals {
    private static final int SOME = 20;

    private final JdbcTemplate writer;
    private final JdbcTemplate reader;
    private final Ledger ledger;

    Removals(Catalogue catalogue, Ledger ledger) {
        this.writer = new JdbcTemplate(catalogue.writer());
        this.reader = new JdbcTemplate(catalogue.reader());
        this.ledger = ledger;
    }

    /** Forgets what a judging that was broken off proposed. */
    void clear(String run) {
        writer.update("delete from mailbox_removal where run = ?", run);
        writer.update("delete from mailbox_kept where run = ?", run);
    }

    void propose(String run, List<Proposal> proposals, Instant at) {
        writer.batchUpdate(
                "insert into mailbox_removal (run, ordinal, place, item, size, state, reason, at)"
                        + " values (?, ?, ?, ?, ?, 'PROPOSED', '', ?)",
                proposals.stream()
                        .map(one -> new Object[] {
                            run, one.ordinal(), one.place(), one.item().value(), one.size(), at.toEpochMilli()
                        })
                        .toList());
    }

    /** The next messages to be looked at again and removed. */
    List<Proposal> proposed(String run, int limit) {
        return inState(run, "PROPOSED", limit);
    }

    /** Messages that may or may not have been removed when the process died. */
    List<Proposal> intended(String run, int limit) {
        return inState(run, "INTENDED", limit);
    }

    private List<Proposal> inState(String run, String state, int limit) {
        return reader.query(
                "select ordinal, place, item, size from mailbox_removal where run = ? and state = ?"
                        + " order by ordinal limit ?",
                (row, at) ->
                        new Proposal(row.getLong(1), row.getString(2), new ItemId(row.getString(3)), row.getLong(4)),
                run,
                state,
                limit);
    }

    /** Says, durably once committed, that these are about to be removed, each from where it is now. */
    void intend(String run, List<Proposal> proposals, Instant at) {
        writer.batchUpdate(
                "update mailbox_removal set state = 'INTENDED', place = ?, at = ? where run = ? and ordinal = ?",
                proposals.stream()
                        .map(one -> new Object[] {one.place(), at.toEpochMilli(), run, one.ordinal()})
                        .toList());
    }

    /** Takes an intention back. */
    void postpone(String run, List<Proposal> proposals, Instant at) {
        proposals.forEach(one -> settle(run, one, "PROPOSED", "", at));
    }

    /** Notes that these are gone, here and in the ledger. */
    void removed(String run, String source, List<Proposal> proposals, Instant at) {
        List<CustodyEvent> events = new ArrayList<>();
        for (Proposal one : proposals) {
            settle(run, one, "REMOVED", "", at);
            events.add(new CustodyEvent.RemovedFromMailbox(at, one.item().value(), place(source, one.place()), run));
        }
        if (!events.isEmpty()) {
            ledger.append(events);
        }
    }

    /** A place as the ledger names it: nobody can read it there. */
    private static String place(String source, String place) {
        return Digest.of((source + "\0" + place).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    /** Notes that a proposed message stays after all. */
    void kept(String run, Proposal proposal, KeptFor reason, Instant at) {
        settle(run, proposal, "KEPT", reason.name(), at);
    }

    private void settle(String run, Proposal proposal, String state, String reason, Instant at) {
        writer.update(
                "update mailbox_removal set state = ?, reason = ?, at = ? where run = ? and ordinal = ?",
                state,
                reason,
                at.toEpochMilli(),
                run,
                proposal.ordinal());
    }

    /** Keeps why the judged messages stay. */
    void keep(String run, Kept kept) {
        kept.counts()
                .forEach((reason, count) -> writer.update(
                        "insert into mailbox_kept (run, reason, messages, places) values (?, ?, ?, ?)",
                        run,
                        reason.name(),
                        count,
                        String.join("\n", kept.places(reason))));
    }

    /** Why messages were kept, when the mailbox was judged and afterwards. */
    Kept kept(String run) {
        Kept kept = new Kept();
        reader.query(
                "select reason, messages, places from mailbox_kept where run = ?",
                row -> {
                    kept.add(
                            KeptFor.valueOf(row.getString(1)),
                            row.getLong(2),
                            row.getString(3).lines());
                },
                run);
        later(run).forEach((reason, count) -> kept.add(reason, count, places(run, reason)));
        return kept;
    }

    private Map<KeptFor, Long> later(String run) {
        Map<KeptFor, Long> counts = new EnumMap<>(KeptFor.class);
        reader.query(
                "select reason, count(*) from mailbox_removal where run = ? and state = 'KEPT' group by reason",
                row -> {
                    counts.put(KeptFor.valueOf(row.getString(1)), row.getLong(2));
                },
                run);
        return counts;
    }

    private Stream<String> places(String run, KeptFor reason) {
        return reader
                .queryForList(
                        "select place from mailbox_removal where run = ? and state = 'KEPT' and reason = ?"
                                + " order by ordinal limit ?",
                        String.class,
                        run,
                        reason.name(),
                        SOME)
                .stream();
    }

    /** Messages removed by a run, and their bytes. */
    long[] sum(String run) {
        return reader.queryForObject(
                "select count(*), cast(coalesce(sum(size), 0) as bigint) from mailbox_removal"
                        + " where run = ? and state = 'REMOVED'",
                (row, at) -> new long[] {row.getLong(1), row.getLong(2)},
                run);
    }

    /** Messages removed from a mailbox since a moment. */
    long removedSince(long mailbox, Instant since) {
        Long found = reader.queryForObject(
                "select count(*) from mailbox_removal m join mailbox_run r on r.id = m.run"
                        + " where r.mailbox = ? and m.state = 'REMOVED' and m.at >= ?",
                Long.class,
                mailbox,
                since.toEpochMilli());
        return found == null ? 0 : found;
    }
}
