package org.muniment.batch.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what came of a purge. */
final class Reports {
    static final String NO_SCHEDULE =
            "no retention schedule that two officers adopted is in force, so nothing says how long mail stays in a"
                    + " mailbox; adopt one with: muniment schedule adopt FILE";

    private final Parts parts;

    Reports(Parts parts) {
        this.parts = parts;
    }

    /** Of a run as it stands. */
    MailboxReport of(RegisteredMailbox mailbox, PurgeRun run, boolean unfinished) {
        Kept kept = parts.removals().kept(run.id());
        if (run.state() == PurgeRun.State.STOPPED && run.proposed() > 0) {
            kept.add(KeptFor.RUN_STOPPED, run.proposed(), Stream.empty());
        }
        long[] sum = parts.removals().sum(run.id());
        return new MailboxReport(
                run.id(),
                mailbox.name(),
                mailbox.custodian().address(),
                false,
                run.listed(),
                run.boxed(),
                sum[0],
                sum[1],
                kept.lines(),
                run.until(),
                run.stopped(),
                unfinished);
    }

    /** Of a rehearsal. */
    static MailboxReport of(RegisteredMailbox mailbox, Instant until, Judging judged, @Nullable String stopped) {
        return new MailboxReport(
                "",
                mailbox.name(),
                mailbox.custodian().address(),
                true,
                judged.listed(),
                judged.boxed(),
                judged.proposed(),
                judged.bytes(),
                judged.kept().lines(),
                until,
                stopped,
                false);
    }

    /** Of a purge that never began. */
    static MailboxReport refused(RegisteredMailbox mailbox, boolean rehearsal, String why) {
        return new MailboxReport(
                "", mailbox.name(), mailbox.custodian().address(), rehearsal, 0, 0, 0, 0, List.of(), null, why, false);
    }

    static String words(MailboxUnavailable unavailable) {
        return "the mailbox can't be read: " + unavailable.getMessage();
    }
}
