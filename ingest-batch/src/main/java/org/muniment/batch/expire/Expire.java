package org.muniment.batch.expire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Disposal;
import org.muniment.archive.disposition.DispositionRefused;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.batch.JobStore;
import org.muniment.batch.Rooms;
import org.muniment.batch.reindex.Reindex;

/**
 * Carries out approved plans: condemns those whose day has come, destroys those whose grace is over, takes what was
 * destroyed out of the index and its traces out of every file, and signs the ledger. A run that was interrupted, even by a
 * killed process, goes on where it stopped when it is started again. Decided in decisions/0012.
 */
public final class Expire {
    /** Holds wait while a batch is deleted: few at a time where each deletion waits for a network. */
    private static final int FAR = 10;

    private static final int NEAR = 200;
    private static final int MANY_PUTS = 8;

    private final Archive archive;
    private final Disposal disposal;
    private final int batch;

    /** @param archive opened to write */
    public Expire(Archive archive) {
        this.archive = archive;
        this.disposal = archive.disposal();
        this.batch = archive.objects().putsAtOnce() > MANY_PUTS ? FAR : NEAR;
    }

    /** Is told how far a run is. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (done, total) -> {};

        /**
         * @param done items destroyed or taken off their plans so far
         * @param total items of the plans that are carried out
         */
        void advanced(long done, long total);
    }

    /**
     * Runs to the end.
     *
     * @throws ExpireFailed when it can't go on; nothing is lost, start it again
     */
    public Expired run(Progress progress) {
        long start = System.nanoTime();
        Tallies tallies = new Tallies(progress);
        ExpireJob job = new ExpireJob(JobStore.open(archive.catalogue()));
        boolean resumed = job.run(
                archive.clock().millis(),
                List.of(
                        new ExpireJob.Part("condemn", () -> condemn(tallies)),
                        new ExpireJob.Part("destroy", () -> destroy(tallies)),
                        new ExpireJob.Part("index", this::index),
                        new ExpireJob.Part("traces", () -> traces(tallies)),
                        new ExpireJob.Part("sign", this::sign)));
        return tallies.outcome(resumed, (System.nanoTime() - start) / 1e9);
    }

    private boolean condemn(Tallies tallies) {
        Instant now = archive.clock().instant();
        LocalDate today = now.atZone(archive.settings().zone()).toLocalDate();
        for (Plan plan : disposal.plans().open()) {
            if (plan.stage() instanceof Plan.Stage.Approved
                    && !today.isBefore(plan.request().asOf())) {
                tallies.condemned(
                        plan.id(), plan.items(), disposal.destruction().condemn(plan.id(), now));
            }
        }
        return true;
    }

    /** One batch; says whether all is done. */
    private boolean destroy(Tallies tallies) {
        Instant now = archive.clock().instant();
        LocalDate today = now.atZone(archive.settings().zone()).toLocalDate();
        for (Plan plan : disposal.plans().open()) {
            if (plan.stage() instanceof Plan.Stage.Condemned condemned
                    && !today.isBefore(condemned.graceEnds())
                    && !tallies.isStopped(plan.id())) {
                step(plan.id(), now, tallies);
                return false;
            }
        }
        return true;
    }

    /** What is wrong with one plan must not keep the others. */
    private void step(PlanId plan, Instant now, Tallies tallies) {
        tallies.begin(plan, () -> disposal.plans().counts(plan).open());
        try {
            tallies.add(plan, disposal.destruction().destroy(plan, batch, now));
        } catch (DispositionRefused refused) {
            tallies.stopped(plan, String.valueOf(refused.getMessage()));
        }
    }

    private boolean index() {
        new Reindex(Rooms.of(archive)).catchUp();
        return true;
    }

    private boolean traces(Tallies tallies) {
        tallies.stay(new Traces(archive).remove());
        return true;
    }

    private boolean sign() {
        archive.ledger().checkpoint();
        return true;
    }
}
