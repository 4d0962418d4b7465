package org.muniment.api.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.disposition.BoardAction;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanRequest;
import org.muniment.archive.disposition.Planned;
import org.muniment.archive.ledger.Officer;

/** Measures planning, holds and destruction in scratch archives on the local disk, everything durable. */
public final class PurgeBench {
    static final Officer CLERK = new Officer("Bench Clerk, Records");
    static final Officer SECOND = new Officer("Other Clerk, Board");

    /** Mail about lunch is due after a year; all other mail is kept. */
    private static final String SCHEDULE = """
            schedule: bench
            title: For measuring only
            zone: America/Los_Angeles
            mailbox-purge: P90D
            unmatched: R62
            series:
            - id: R58
              title: Lunch
              class: 3
              standing: record
              query: 'subject:lunch'
              keep: P1Y after received
              cite: 5 CCR 16025
              basis: REG
              verified: true
              transitory: true
              examples:
                yes: ["Subject: lunch"]
                no: ["Subject: dinner"]
            - id: R62
              title: Unmatched
              class: 2
              standing: record
              keep: until reclassified
              cite: 5 CCR 16024
              basis: REG
              verified: false
            """;

    private final Path scratch;
    private final Clock clock;

    /**
     * What was measured. Each limit was taken in the same run.
     *
     * @param rows items in the catalogue that was planned over
     * @param due those of them due by their period
     * @param listed those of them on the plan: the others are held
     * @param planSeconds to make the plan
     * @param planCpuSeconds processor seconds it took
     * @param planLimitSeconds to read the due rows and write as many, in as many transactions
     * @param holds holds placed, each on all rows
     * @param holdP50Millis to place one: half of them took less
     * @param holdP99Millis to place one: all but one in a hundred took less
     * @param holdLimitP50Millis to commit one changed row
     * @param destroyed items destroyed
     * @param destroyRate items a second: read, judged, destroyed and noted
     * @param wholeRate items a second with index, traces and signature
     * @param destroyCpuMillis processor milliseconds an item, with index, traces and signature
     * @param destroyLimitRate items a second, only read, unlinked, synced and deleted from the tables
     */
    public record Result(
            long rows,
            long due,
            long listed,
            double planSeconds,
            double planCpuSeconds,
            double planLimitSeconds,
            int holds,
            double holdP50Millis,
            double holdP99Millis,
            double holdLimitP50Millis,
            long destroyed,
            double destroyRate,
            double wholeRate,
            double destroyCpuMillis,
            double destroyLimitRate) {
        /** How many times as long as its limit planning took. */
        public double planRatio() {
            return planSeconds / planLimitSeconds;
        }

        /** How many times as long as a bare commit placing a hold took. */
        public double holdRatio() {
            return holdP50Millis / holdLimitP50Millis;
        }

        /** Destroying as a share of its limit. */
        public double destroyRatio() {
            return destroyRate / destroyLimitRate;
        }
    }

    /** @param scratch an empty folder on the disk to be measured */
    public PurgeBench(Path scratch, Clock clock) {
        this.scratch = scratch;
        this.clock = clock;
    }

    /**
     * Runs all three.
     *
     * @param rows catalogue rows to plan over, made up; a tenth of them is due
     * @param holds holds to place on them
     * @param destroy real items to destroy
     */
    public Result run(int rows, int holds, int destroy) {
        PlanningBench.Result plan;
        HoldBench.Result hold;
        try (Archive archive = archive("rows", clock)) {
            new CatalogueRows(archive, scratch).fill(rows);
            plan = new PlanningBench(archive).run();
            hold = new HoldBench(archive).run(holds);
        }
        DestructionBench.Result destruction = new DestructionBench(this, scratch, clock).run(destroy);
        return new Result(
                rows,
                plan.due(),
                plan.listed(),
                plan.seconds(),
                plan.cpuSeconds(),
                plan.limitSeconds(),
                holds,
                hold.p50Millis(),
                hold.p99Millis(),
                hold.limitP50Millis(),
                destruction.destroyed(),
                destruction.rate(),
                destruction.wholeRate(),
                destruction.cpuMillis(),
                destruction.limitRate());
    }

    /** A new archive whose schedule two officers adopted. */
    Archive archive(String name, Clock time) {
        Archive archive = Archive.create(ArchiveSettings.embedded(scratch.resolve(name)), time);
        LocalDate today = archive.retention().day(time.instant());
        changed(archive, () -> archive.retention().schedules().adopt(SCHEDULE, today, CLERK, SECOND, time.instant()));
        return archive;
    }

    static <T> T changed(Archive archive, Supplier<T> change) {
        return Objects.requireNonNull(archive.catalogue().transactions().execute(status -> change.get()));
    }

    static Planned plan(Archive archive) {
        var now = archive.clock().instant();
        return archive.disposal()
                .planner()
                .propose(new PlanRequest(archive.retention().day(now), Set.of(), false, CLERK, now));
    }

    static void approve(Archive archive, PlanId plan) {
        var now = archive.clock().instant();
        var action = new BoardAction(archive.retention().day(now), "bench");
        changed(archive, () -> archive.disposal().plans().approve(plan, SECOND, action, now));
    }

    /** The value that so many of a hundred are below. */
    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
