package org.muniment.batch.mailbox;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.muniment.batch.ResumableJob.Next;

/** Judges a mailbox and keeps what came of it. Broken off, it begins anew: nothing is removed before it ends. */
final class JudgingStep implements AutoCloseable {
    private final Parts parts;
    private final PurgeRun run;
    private final Mailbox server;
    private final Judge judge;
    private final BooleanSupplier stop;
    private @Nullable Judging judging;

    JudgingStep(Parts parts, PurgeRun run, Mailbox server, Judge judge, BooleanSupplier stop) {
        this.parts = parts;
        this.run = run;
        this.server = server;
        this.judge = judge;
        this.stop = stop;
    }

    Next next() {
        if (stop.getAsBoolean()) {
            return Next.LATER;
        }
        Judging now = judging == null ? begin() : judging;
        List<Proposal> found = now.more();
        boolean last = !now.hasMore();
        parts.inTransaction(() -> {
            parts.removals().propose(run.id(), found, parts.now());
            if (last) {
                parts.removals().keep(run.id(), now.kept());
                parts.runs().judged(run.id(), now.listed(), now.boxed(), now.proposed());
            }
        });
        return last ? Next.DONE : Next.MORE;
    }

    private Judging begin() {
        parts.inTransaction(() -> parts.removals().clear(run.id()));
        Judging begun = new Judging(server, judge);
        judging = begun;
        return begun;
    }

    @Override
    public void close() {
        if (judging != null) {
            judging.close();
        }
    }
}
