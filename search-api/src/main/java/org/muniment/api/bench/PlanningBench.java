package org.muniment.api.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Planned;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.Matter;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.schedule.Classifications.Due;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes a plan over a large catalogue while a hold on a mailbox and a hold on some days bind. */
final class PlanningBench {
    private static final int PORTION = 1000;

    private final Archive archive;

    record Result(long due, long listed, double seconds, double cpuSeconds, double limitSeconds) {}

    PlanningBench(Archive archive) {
        this.archive = archive;
    }

    Result run() {
        Instant now = archive.clock().instant();
        LocalDate today = archive.retention().day(now);
        hold(new HoldScope(Set.of(new Custodian("clerk30@district.example")), null, null, null), now);
        hold(new HoldScope(Set.of(), today.minusDays(500), today.minusDays(490), null), now);
        Effort limit = Effort.of(() -> bare(today));
        List<Planned> made = new ArrayList<>();
        Effort plan = Effort.of(() -> {
            made.add(PurgeBench.plan(archive));
            return made.getFirst().plan().items();
        });
        return new Result(limit.items(), plan.items(), plan.seconds(), plan.cpuSeconds(), limit.seconds());
    }

    private void hold(HoldScope scope, Instant now) {
        PurgeBench.changed(archive, () -> {
            Matter matter =
                    archive.holds().open("Planning " + archive.holds().matters().size(), PurgeBench.CLERK, now);
            return archive.holds().place(matter.id(), HoldKind.LITIGATION, scope, PurgeBench.CLERK, now);
        });
    }

    /** Reads what is due, and writes as many rows in as many transactions as a plan does. */
    private long bare(LocalDate today) {
        JdbcTemplate sql = new JdbcTemplate(archive.catalogue().writer());
        sql.execute("create table bench_line (number integer primary key, item text, series text, eligible integer)");
        long[] number = {0};
        try (var due = archive.retention().classifications().due(today)) {
            due.gather(Gatherers.windowFixed(PORTION))
                    .forEach(page -> archive.catalogue().transactions().executeWithoutResult(status -> {
                        sql.batchUpdate("insert into bench_line values (?, ?, ?, ?)", rows(page, number));
                    }));
        }
        sql.execute("drop table bench_line");
        return number[0];
    }

    private static List<Object[]> rows(List<Due> page, long[] number) {
        return page.stream()
                .map(due -> new Object[] {
                    ++number[0],
                    due.item().value(),
                    due.series().value(),
                    due.eligible().toEpochDay()
                })
                .toList();
    }
}
