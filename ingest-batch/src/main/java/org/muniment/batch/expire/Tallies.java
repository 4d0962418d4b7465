package org.muniment.batch.expire;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.disposition.Batch;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.Step;

/** Counts what a run does. */
final class Tallies {
    private final Expire.Progress progress;
    private final List<Expired.Condemned> condemned = new ArrayList<>();
    private final Map<PlanId, Tally> plans = new LinkedHashMap<>();
    private final List<String> remains = new ArrayList<>();
    private long done;
    private long total;
    private boolean isLater;

    private static final class Tally {
        private long destroyed;
        private final Map<String, Long> kept = new TreeMap<>();
        private long remaining;
        private @Nullable String stopped;
    }

    Tallies(Expire.Progress progress) {
        this.progress = progress;
    }

    void condemned(PlanId plan, long items, LocalDate graceEnds) {
        condemned.add(new Expired.Condemned(plan.value(), items, graceEnds));
    }

    /** A plan is about to be worked on; {@code open} counts its items when that was not counted yet. */
    void begin(PlanId plan, LongSupplier open) {
        if (!plans.containsKey(plan)) {
            Tally tally = new Tally();
            tally.remaining = open.getAsLong();
            total += tally.remaining;
            plans.put(plan, tally);
        }
    }

    void add(PlanId plan, Step step) {
        Tally tally = plans.computeIfAbsent(plan, absent -> new Tally());
        switch (step) {
            case Batch batch -> {
                tally.destroyed += batch.destroyed().size();
                batch.withdrawn().forEach(one -> tally.kept.merge(one.refusal().veto(), 1L, Long::sum));
                tally.remaining = batch.remaining();
                done += batch.destroyed().size() + batch.withdrawn().size();
                progress.advanced(done, total);
            }
            case Step.Stopped stopped -> stopped(plan, stopped.trip().words());
        }
    }

    void stopped(PlanId plan, String why) {
        plans.computeIfAbsent(plan, absent -> new Tally()).stopped = why;
    }

    boolean isStopped(PlanId plan) {
        Tally tally = plans.get(plan);
        return tally != null && tally.stopped != null;
    }

    /** Something is left for the next run. */
    void later() {
        isLater = true;
    }

    void stay(List<String> words) {
        remains.addAll(words);
    }

    Expired outcome(double seconds) {
        List<Expired.CarriedOut> carriedOut = new ArrayList<>();
        plans.forEach((plan, tally) -> carriedOut.add(
                new Expired.CarriedOut(plan.value(), tally.destroyed, tally.kept, tally.remaining, tally.stopped)));
        return new Expired(condemned, carriedOut, remains, isLater, seconds);
    }
}
