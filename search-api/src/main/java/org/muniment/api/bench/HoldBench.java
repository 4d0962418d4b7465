package org.muniment.api.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.springframework.jdbc.core.JdbcTemplate;

/** Places holds, each on every item there is. */
final class HoldBench {
    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);

    private final Archive archive;

    record Result(double p50Millis, double p99Millis, double limitP50Millis) {}

    HoldBench(Archive archive) {
        this.archive = archive;
    }

    Result run(int holds) {
        JdbcTemplate sql = new JdbcTemplate(archive.catalogue().writer());
        Instant now = archive.clock().instant();
        String matter = PurgeBench.changed(archive, () -> archive.holds().open("All of it", PurgeBench.CLERK, now))
                .id();
        List<Double> commits = new ArrayList<>();
        List<Double> placed = new ArrayList<>();
        for (int i = 0; i < holds; i++) {
            LocalDate from = LONG_AGO.plusDays(i);
            commits.add(millis(() -> sql.update("update catalogue_revision set revision = revision")));
            placed.add(millis(() -> PurgeBench.changed(
                    archive,
                    () -> archive.holds()
                            .place(
                                    matter,
                                    HoldKind.LITIGATION,
                                    new HoldScope(Set.of(), from, null, null),
                                    PurgeBench.CLERK,
                                    now))));
        }
        return new Result(
                PurgeBench.percentile(placed, 50),
                PurgeBench.percentile(placed, 99),
                PurgeBench.percentile(commits, 50));
    }

    private static double millis(Runnable deed) {
        long start = System.nanoTime();
        deed.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
