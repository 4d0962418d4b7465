package org.muniment.api.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.muniment.archive.ArchiveSettings;

/**
 * Measures how long people wait for pages: the real server in a process of its own, people of every role over HTTP, and mail
 * that is taken in meanwhile by another process.
 */
public final class ServeBench {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");
    private static final Duration START = Duration.ofMinutes(2);
    private static final int LOOKS = 10;
    private static final int SLOWEST = 5;
    /** What the class of an item takes in memory at most (decisions/0033). */
    private static final double CLASS_BYTES = 20;
    /** A part of the time goes by before anything is measured. */
    private static final int WARM = 10;

    private final Path folder;
    private final Path scratch;
    private final Clock clock;

    /**
     * What is measured.
     *
     * @param mail that copies are made of
     * @param items the archive is made with, where there is none
     * @param users who look at pages at once
     * @param time for which they do
     * @param portion messages that each ingest takes in, one after another, meanwhile; 0 for none
     * @param cores that each process may use
     * @param seed of the random choice
     */
    public record Plan(
            Path mail, int items, int users, Duration time, Think think, int portion, int cores, long seed) {}

    /**
     * @param items in the archive at the beginning
     * @param taken messages that were taken in meanwhile
     * @param all pages together, the limit left out
     * @param limit what no page has to be made for, at the same moments
     * @param pagesASecond that were asked for
     * @param cpuMillisPerPage processor milliseconds of the server's process, for a page
     * @param heap at intervals
     * @param growth of the heap in the later half, in megabytes a minute
     * @param failures the first addresses that gave no page, and what came instead
     * @param slowest answers, as the server's own log has them
     * @param firstPageSeconds from the start of the server's process to its first page
     */
    public record Result(
            long items,
            int users,
            long taken,
            Line all,
            List<Line> kinds,
            Line limit,
            double pagesASecond,
            double cpuMillisPerPage,
            List<Look> heap,
            double growth,
            List<String> failures,
            List<Slow> slowest,
            double firstPageSeconds) {
        /** Whether the heap grew by less than a tenth while it was looked at, beside what the classes of new items may take. */
        public boolean isFlat() {
            Look last = heap.getLast();
            double classes = taken * CLASS_BYTES / (1 << 20);
            return growth * last.minute() - classes < last.heapMegabytes() / 10;
        }

        /** How many times as long as for the limit all but one in twenty waited at most. */
        public double ratio() {
            return all.p95Millis() / Math.max(0.1, limit.p95Millis());
        }
    }

    /**
     * What pages of a kind took, to their last byte.
     *
     * @param pages how many
     * @param errors how many of them were no page
     */
    public record Line(
            String kind,
            long pages,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            double maxMillis,
            long errors) {}

    /**
     * An answer that took long.
     *
     * @param route its method, and its address without what it asks for
     * @param workMillis for which a processor worked on it
     * @param collectingMillis for which everything stood still
     */
    public record Slow(String route, long millis, long workMillis, long collectingMillis) {}

    /**
     * A moment of the server's process.
     *
     * @param minute since the beginning
     * @param heapMegabytes what is in use right after a full collection
     * @param threads of the platform
     */
    public record Look(double minute, double heapMegabytes, int threads) {}

    /**
     * @param folder of the archive
     * @param scratch for mail to be taken in, and what the processes say
     */
    public ServeBench(Path folder, Path scratch, Clock clock) {
        this.folder = folder;
        this.scratch = scratch;
        this.clock = clock;
    }

    /** Whether there is no archive, or a made-up one. */
    public static boolean mayUse(Path folder) {
        return !ArchiveSettings.exist(folder) || Files.exists(folder.resolve(LoadDistrict.MARK));
    }

    /** @throws IllegalStateException when one of the processes fails */
    public Result run(Plan plan) throws InterruptedException {
        LoadDistrict district = new LoadDistrict(folder, plan.mail(), scratch, clock);
        district.make(plan.items(), plan.cores());
        long before = district.items();
        List<LoadDistrict.Account> people = district.people(plan.users());
        Path log = scratch.resolve("server.log");
        List<String> serve = List.of("serve", "--port", "0", "--archive", folder.toString());
        long began = System.nanoTime();
        try (Program server = Program.start(plan.cores(), log, serve)) {
            String address = server.told(ADDRESS, START);
            read(URI.create(address + "/sign-in"));
            double firstPage = (System.nanoTime() - began) / 1e9;
            return crowded(plan, before, server, address, firstPage, district, people, log);
        }
    }

    private static void read(URI page) {
        try (InputStream answer = page.toURL().openStream()) {
            answer.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The server's first page did not come", e);
        }
    }

    private Result crowded(
            Plan plan,
            long before,
            Program server,
            String address,
            double firstPage,
            LoadDistrict district,
            List<LoadDistrict.Account> people,
            Path log)
            throws InterruptedException {
        try (Crowd crowd = new Crowd(address, district.words(), plan.seed());
                Newcomers newcomers = new Newcomers(district, scratch.resolve("ingest.log"), plan.cores());
                ServerWatch watch = ServerWatch.of(server.id())) {
            crowd.signIn(people, district.password());
            crowd.start(System.nanoTime() + plan.time().toNanos() / WARM, plan.think(), new Waits())
                    .join();
            return measured(plan, before, server, crowd, newcomers, watch, district, new SlowLog(log), firstPage);
        }
    }

    private Result measured(
            Plan plan,
            long before,
            Program server,
            Crowd crowd,
            Newcomers newcomers,
            ServerWatch watch,
            LoadDistrict district,
            SlowLog slow,
            double firstPage)
            throws InterruptedException {
        Waits waits = new Waits();
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        long until = start + plan.time().toNanos();
        CompletableFuture<Void> taking = newcomers.start(plan.portion(), until);
        CompletableFuture<Void> looking = crowd.start(until, plan.think(), waits);
        for (int look = 0; look <= LOOKS; look++) {
            long at = start + look * plan.time().toNanos() / LOOKS;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, at - System.nanoTime()));
            watch.look((System.nanoTime() - start) / 60e9);
        }
        looking.join();
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = server.cpuSeconds() - cpu;
        taking.join();
        Line all = waits.allBut(Walker.LIMIT);
        return new Result(
                before,
                plan.users(),
                district.items() - before,
                all,
                waits.lines(),
                waits.only(Walker.LIMIT),
                all.pages() / seconds,
                1000 * used / Math.max(1, all.pages()),
                watch.looks(),
                watch.growth(),
                waits.failures(),
                slow.slowest(SLOWEST),
                firstPage);
    }
}
