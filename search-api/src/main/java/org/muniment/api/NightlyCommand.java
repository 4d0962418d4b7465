package org.muniment.api;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.muniment.api.sources.SourcesOption;
import org.muniment.api.web.mine.LeavingMailAlone;
import org.muniment.archive.ArchiveSettings;
import org.muniment.batch.nightly.NightReport;
import org.muniment.batch.nightly.NightTimes;
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
                    + "was approved and is over its grace, classifies and indexes what is behind, tells staff by letter what of their mail leaves soon, where application.yaml names a mail server. What fails, or would remove "
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
        NightShift shift = new NightShift(
                options.folder(),
                terminal.clock(),
                archive -> sources.file(options, archive),
                () -> LeavingMailAlone.send(options.folder(), terminal.clock()),
                new Told());
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> endCleanly(shift, ended));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return stay ? everyNight(shift, settings) : once(shift, settings);
        } finally {
            ended.countDown();
            unhook(hook);
        }
    }

    /** The system ends the program when this returns: the portion at work comes to its end first. */
    private static void endCleanly(NightShift shift, CountDownLatch ended) {
        shift.stop();
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

    private int everyNight(NightShift shift, ArchiveSettings settings) throws InterruptedException {
        shift.stay(times(settings));
        return ExitCode.DONE;
    }

    private NightTimes times(ArchiveSettings settings) {
        try {
            return new NightTimes(at, reportAt, settings.zone());
        } catch (IllegalArgumentException wrong) {
            throw new WrongUsage(Reason.of(wrong));
        }
    }

    private int once(NightShift shift, ArchiveSettings settings) {
        LocalDate night = LocalDate.ofInstant(terminal.clock().instant(), settings.zone());
        return shift.once(night).map(written -> exit(written.report())).orElse(ExitCode.FAILED);
    }

    /** Tells the terminal. */
    private final class Told implements NightShift.Listener {
        @Override
        public void done(Nightly.Written written) {
            told(written);
        }

        @Override
        public void complain(String words) {
            terminal.complain("muniment: " + words);
        }
    }

    private static int exit(NightReport report) {
        if (report.steps().stream().anyMatch(step -> step.outcome() == NightReport.Outcome.FAILED)) {
            return ExitCode.FAILED;
        }
        return report.breakers().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private void told(Nightly.Written written) {
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
    }
}
