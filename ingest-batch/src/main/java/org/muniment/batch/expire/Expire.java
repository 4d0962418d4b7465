package org.muniment.batch.expire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Disposal;
import org.muniment.archive.disposition.DispositionRefused;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.batch.ResumableJob;
import org.muniment.batch.ResumableJob.Next;
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
     * Runs to the end. Each step asks the catalogue what is left to do, so what an earlier run left is done too.
     *
     * @throws org.muniment.archive.store.StoreException when the object store does not answer; nothing is lost, run it
     *     again
     */
    public Expired run(Progress progress) {
        return run(progress, () -> false);
    }

    /**
     * Runs until it is told to stop. No batch is begun after that; what was destroyed by then is taken out of the index and
     * the traces all the same, and the next run goes on with the rest.
     *
     * @param stop asked before each plan is condemned and before each batch
     */
    public Expired run(Progress progress, BooleanSupplier stop) {
        long start = System.nanoTime();
        Tallies tallies = new Tallies(progress);
        new ResumableJob(archive.catalogue(), "expire")
                .step("condemn", () -> condemn(tallies, stop))
                .step("destroy", () -> destroy(tallies, stop))
                .step("index", this::index)
                .step("traces", () -> traces(tallies))
                .step("sign", this::sign)
                .run(archive.clock().instant() + " " + UUID.randomUUID());
        return tallies.outcome((System.nanoTime() - start) / 1e9);
    }

    private Next condemn(Tallies tallies, BooleanSupplier stop) {
        Instant now = archive.clock().instant();
        LocalDate today = now.atZone(archive.settings().zone()).toLocalDate();
        for (Plan plan : disposal.plans().open()) {
            if (plan.stage() instanceof Plan.Stage.Approved
                    && !today.isBefore(plan.request().asOf())) {
                if (stop.getAsBoolean()) {
                    tallies.later();
                    return Next.DONE;
                }
                LocalDate graceEnds = disposal.destruction().condemn(plan.id(), now);
                tallies.condemned(plan.id(), disposal.plans().counts(plan.id()).open(), graceEnds);
            }
        }
        return Next.DONE;
    }

    /** One batch. */
    private Next destroy(Tallies tallies, BooleanSupplier stop) {
        Instant now = archive.clock().instant();
        LocalDate today = now.atZone(archive.settings().zone()).toLocalDate();
        for (Plan plan : disposal.plans().open()) {
            if (plan.stage() instanceof Plan.Stage.Condemned condemned
                    && !today.isBefore(condemned.graceEnds())
                    && !tallies.isStopped(plan.id())) {
                if (stop.getAsBoolean()) {
                    tallies.later();
                    return Next.DONE;
                }
                step(plan.id(), now, tallies);
                return Next.MORE;
            }
        }
        return Next.DONE;
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

    private Next index() {
        new Reindex(Rooms.of(archive)).catchUp();
        return Next.DONE;
    }

    private Next traces(Tallies tallies) {
        tallies.stay(new Traces(archive).remove());
        return Next.DONE;
    }

    private Next sign() {
        archive.ledger().checkpoint();
        return Next.DONE;
    }
}
