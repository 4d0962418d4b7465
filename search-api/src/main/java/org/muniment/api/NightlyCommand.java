package org.muniment.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.muniment.api.sources.SourcesOption;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.ArchiveSettings;
import org.muniment.batch.nightly.NightPages;
import org.muniment.batch.nightly.NightReport;
import org.muniment.batch.nightly.NightReportPage;
import org.muniment.batch.nightly.NightTimes;
import org.muniment.batch.nightly.NightWatch;
import org.muniment.batch.nightly.Nightly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment nightly}: a night's work, once, or every night. */
@Command(
        name = "nightly",
        description = {
            "Does the night's work and writes the page that says what was done.",
            "Takes in what the sources of sources.yaml hold, proves a sample, purges the registered mailboxes, lists what is due under standing authorities, destroys what "
                    + "was approved and is over its grace, classifies and indexes what is behind. What fails, or would remove "
                    + "unusually much, stops all removal that night. The page is in the archive's folder reports, as HTML "
                    + "and JSON."
        },
        footer = {
            "",
            "Example:",
            "  muniment nightly",
            "  muniment nightly --stay --at 00:30 --report-at 06:00",
            "",
            "Exit code 3 when a breaker stopped something, 4 when a step failed."
        })
final class NightlyCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final CountDownLatch stop = new CountDownLatch(1);

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final SourcesOption sources = new SourcesOption();

    @Option(names = "--stay", description = "Keeps running and does it every night, until it is told to end.")
    private boolean stay;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "With --stay: when the work begins, in the agency's zone (default: 00:30).")
    private LocalTime at = LocalTime.of(0, 30);

    @Option(
            names = "--report-at",
            paramLabel = "TIME",
            description =
                    "With --stay: when the page is there at the latest; no removal begins after it (default: 06:00).")
    private LocalTime reportAt = LocalTime.of(6, 0);

    NightlyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        ArchiveSettings settings = ArchiveSettings.read(options.folder());
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> endCleanly(ended));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return stay
                    ? everyNight(settings)
                    : once(LocalDate.ofInstant(terminal.clock().instant(), settings.zone()));
        } finally {
            ended.countDown();
            unhook(hook);
        }
    }

    /** The system ends the program when this returns: the portion at work comes to its end first. */
    private void endCleanly(CountDownLatch ended) {
        stop.countDown();
        try {
            ended.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // then it waits for us no longer
        }
    }

    private boolean isStopped() {
        return stop.getCount() == 0;
    }

    private int everyNight(ArchiveSettings settings) throws InterruptedException {
        Clock clock = terminal.clock();
        new NightWatch(
                        times(settings),
                        clock,
                        time -> stop.await(time.toMillis(), TimeUnit.MILLISECONDS),
                        this::night,
                        missed -> terminal.complain("muniment: the night of " + missed
                                + " was missed: the archive was in use, or could not be opened"))
                .stay(this::isStopped);
        return ExitCode.DONE;
    }

    private NightTimes times(ArchiveSettings settings) {
        try {
            return new NightTimes(at, reportAt, settings.zone());
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    /** The archive is open only while there is work: by day others write. */
    private boolean night(NightTimes.Window window) {
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            Nightly nightly = nightly(archive);
            return nightly.isDone(window.night())
                    || nightly.run(window.night(), window.ends(), this::isStopped)
                            .map(this::told)
                            .isPresent();
        } catch (ArchiveRefused inUse) {
            return false;
        } catch (RuntimeException failure) {
            // One night that breaks off must not be the last one; it goes on a minute later.
            terminal.complain("muniment: " + Reason.of(failure));
            return false;
        }
    }

    private int once(LocalDate night) {
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            Optional<Nightly.Written> written = nightly(archive).run(night, Instant.MAX, this::isStopped);
            written.ifPresent(this::told);
            return written.map(one -> exit(one.report())).orElse(ExitCode.FAILED);
        }
    }

    private Nightly nightly(Archive archive) {
        return new Nightly(
                archive,
                sources.file(options, archive),
                new NightPages(archive.settings().folder().resolve("reports"), NightReportPage::html));
    }

    private static int exit(NightReport report) {
        if (report.steps().stream().anyMatch(step -> step.outcome() == NightReport.Outcome.FAILED)) {
            return ExitCode.FAILED;
        }
        return report.breakers().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private int told(Nightly.Written written) {
        NightReport report = written.report();
        options.answer(terminal, report, () -> {
            terminal.say("Night of %s", report.night());
            report.steps()
                    .forEach(step -> terminal.sayWrapped(
                            "  ", step.name() + ": " + step.outcome().words() + ". " + step.words() + "."));
            report.breakers().forEach(line -> terminal.sayWrapped("STOPPED  ", line));
            report.alerts().forEach(line -> terminal.sayWrapped("ALERT  ", line));
            report.todo().forEach(line -> terminal.sayWrapped("TO DO  ", line));
            terminal.say("Page: %s", written.page());
        });
        terminal.out().flush();
        return exit(report);
    }
}
