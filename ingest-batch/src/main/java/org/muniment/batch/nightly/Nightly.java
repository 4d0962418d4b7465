package org.muniment.batch.nightly;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Catalogue;
import org.muniment.batch.ResumableJob;
import org.muniment.batch.ResumableJob.Next;
import org.muniment.batch.Rooms;
import org.muniment.batch.classify.Classify;
import org.muniment.batch.ingest.sources.SourcesFile;
import org.muniment.batch.mailbox.MailServers;
import org.muniment.batch.nightly.NightRegister.Done;
import org.muniment.batch.nightly.NightRegister.Night;
import org.muniment.batch.reindex.Reindex;

/**
 * The night's work, one step after another, and its page. Interrupted, even by a killed process, a night goes on at the
 * next call with the step that did not end. A step that fails, or that a breaker stops, keeps every later step that removes
 * or destroys from beginning; the others, and the page, come in any case. One at a time.
 */
public final class Nightly {
    private final ArchiveSettings settings;
    private final Clock clock;
    private final Catalogue catalogue;
    private final NightRegister register;
    private final List<NightStep> steps;
    private final NightPages pages;

    /**
     * @param archive opened to write
     * @param sources what is taken in first, where it exists
     * @param letters sends the letters that are due, and says in a sentence what came of it
     * @param pages where pages go
     */
    public Nightly(Archive archive, SourcesFile sources, Supplier<String> letters, NightPages pages) {
        this(archive.settings(), archive.catalogue(), archive.clock(), steps(archive, sources, letters), pages);
    }

    Nightly(ArchiveSettings settings, Catalogue catalogue, Clock clock, List<NightStep> steps, NightPages pages) {
        this.settings = settings;
        this.clock = clock;
        this.catalogue = catalogue;
        this.register = new NightRegister(catalogue);
        this.steps = List.copyOf(steps);
        this.pages = pages;
    }

    private static List<NightStep> steps(Archive archive, SourcesFile sources, Supplier<String> letters) {
        Rooms rooms = Rooms.of(archive);
        return List.of(
                new CollectStep(archive, sources),
                new FixityStep(archive),
                new MailboxStep(archive, new MailServers(sources, archive.spool())),
                new PlanStep(archive),
                new ExecuteStep(archive),
                new UpkeepStep("Classification", () -> {
                    Classify.Outcome done = new Classify(rooms).run(Classify.Progress.NONE);
                    return done.looked() + " items were behind, " + done.moved() + " are now of another series";
                }),
                new UpkeepStep("Index", () -> {
                    new Reindex(rooms).catchUp();
                    return "The index has every item of the catalogue";
                }),
                new WaitingStep(archive),
                new UpkeepStep("Letters to staff", letters));
    }

    /**
     * What came of a call.
     *
     * @param report the night's page
     * @param page where it was written
     */
    public record Written(NightReport report, Path page) {}

    /** Whether a night's page was written. */
    public boolean isDone(LocalDate night) {
        return register.isDone(night);
    }

    /**
     * Does a night's work, or the rest of it.
     *
     * @param night the day it belongs to, in the agency's zone
     * @param ends from when on no work is begun, and only the page is written
     * @param stop asked between portions: once true the call returns early, and the next goes on
     * @return empty when it was told to stop
     */
    public Optional<Written> run(LocalDate night, Instant ends, BooleanSupplier stop) {
        Optional<Night> open = register.open();
        if (open.isPresent() && !open.orElseThrow().day().equals(night)) {
            giveUp(open.orElseThrow());
        }
        Night tonight = register.open().orElseGet(() -> register.begin(night, now()));
        ResumableJob job = new ResumableJob(catalogue, "nightly");
        for (int i = 0; i < steps.size(); i++) {
            int ordinal = i;
            job.step(steps.get(i).name(), () -> work(tonight, ordinal, ends, stop));
        }
        return job.run(tonight.id()) ? Optional.of(finish(tonight)) : Optional.empty();
    }

    /** Another day's night, never resumed: its page says so. */
    private void giveUp(Night old) {
        for (int i = 0; i < steps.size(); i++) {
            if (!register.ordinals(old).contains(i)) {
                skip(old, i, NightReport.Outcome.SKIPPED, "The night was interrupted and not resumed");
            }
        }
        finish(old);
    }

    private Next work(Night night, int ordinal, Instant ends, BooleanSupplier stop) {
        if (register.ordinals(night).contains(ordinal)) {
            return Next.DONE;
        }
        if (stop.getAsBoolean()) {
            return Next.LATER;
        }
        NightStep step = steps.get(ordinal);
        if (step.removes() && halted(night)) {
            skip(night, ordinal, NightReport.Outcome.SKIPPED, "An earlier step failed or was stopped");
            return Next.DONE;
        }
        if (step.removes() && !now().isBefore(ends)) {
            skip(night, ordinal, NightReport.Outcome.UNFINISHED, "The night was over before its turn");
            return Next.DONE;
        }
        Instant began = now();
        NightStep.Result result = attempt(step, night, () -> stop.getAsBoolean() || !now().isBefore(ends));
        if (result.outcome() == NightReport.Outcome.UNFINISHED && stop.getAsBoolean()) {
            return Next.LATER;
        }
        record(night, ordinal, step, result, began);
        return Next.DONE;
    }

    /** A failure is part of the page, never the end of the night. */
    private static NightStep.Result attempt(NightStep step, Night night, BooleanSupplier stop) {
        try {
            return step.run(new NightStep.Tonight(night.day(), night.started(), stop));
        } catch (RuntimeException failure) {
            String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            return new NightStep.Result(
                    NightReport.Outcome.FAILED,
                    why,
                    Findings.NONE.withTodo(List.of("Find out why the step \"" + step.name() + "\" failed: " + why)));
        }
    }

    private boolean halted(Night night) {
        return register.done(night).stream()
                .map(done -> done.step().outcome())
                .anyMatch(outcome -> outcome == NightReport.Outcome.FAILED || outcome == NightReport.Outcome.STOPPED);
    }

    private void skip(Night night, int ordinal, NightReport.Outcome outcome, String why) {
        record(night, ordinal, steps.get(ordinal), new NightStep.Result(outcome, why, Findings.NONE), now());
    }

    private void record(Night night, int ordinal, NightStep step, NightStep.Result result, Instant began) {
        double seconds = Duration.between(began, now()).toMillis() / 1000.0;
        register.record(
                night,
                ordinal,
                new Done(
                        new NightReport.Step(step.name(), result.outcome(), result.words(), seconds),
                        result.findings()));
    }

    private Written finish(Night night) {
        List<Done> done = register.done(night);
        Findings all = Findings.of(done.stream().map(Done::findings).toList());
        NightReport.Executed executed = all.executed();
        NightReport report = new NightReport(
                night.day(),
                night.attempt(),
                settings.zone().getId(),
                settings.origin(),
                night.started(),
                now(),
                done.stream().map(Done::step).toList(),
                all.fixity(),
                all.mailboxes(),
                all.planned(),
                executed == null ? NightReport.Executed.NOTHING : executed,
                all.breakers(),
                all.unreconciled(),
                all.alerts(),
                all.acknowledgements(),
                all.todo());
        Path page = pages.write(report);
        register.end(night, now());
        return new Written(report, page);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
