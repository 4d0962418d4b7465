package org.muniment.batch.nightly;

import java.util.ArrayList;
import java.util.List;
import org.muniment.archive.Archive;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.sources.Collect;
import org.muniment.batch.ingest.sources.Collected;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import org.muniment.batch.ingest.sources.SourcesFile;

/**
 * Takes in what the sources of {@code sources.yaml} hold. A source that fails is on the page and keeps its own mailboxes
 * from being purged; a file that can't be understood at all fails the step, and so keeps everything from being removed.
 */
final class CollectStep implements NightStep {
    private final Archive archive;
    private final SourcesFile sources;

    CollectStep(Archive archive, SourcesFile sources) {
        this.archive = archive;
        this.sources = sources;
    }

    @Override
    public String name() {
        return "Collecting";
    }

    @Override
    public boolean removes() {
        return false;
    }

    @Override
    public Result run(Tonight tonight) {
        if (!sources.exists()) {
            return Result.done("No sources are set up; set them up in " + sources.file());
        }
        List<SourceEntry> entries = entries();
        Collect collect = new Collect(Rooms.of(archive));
        List<Collected> outcomes = collect.run(entries, Collect.Watch.NONE, tonight.stop());
        collect.keepOnly(entries);
        long accounts = entries.stream()
                .mapToLong(entry -> Math.max(1, entry.accounts().size()))
                .sum();
        return new Result(
                outcomes.size() < accounts ? NightReport.Outcome.UNFINISHED : NightReport.Outcome.DONE,
                words(outcomes, accounts),
                findings(outcomes));
    }

    private List<SourceEntry> entries() {
        try {
            return sources.read();
        } catch (SettingsProblem wrong) {
            throw new IllegalStateException(sources.file() + ", " + wrong.getMessage(), wrong);
        }
    }

    private static String words(List<Collected> outcomes, long accounts) {
        List<Collected.Whole> whole = whole(outcomes);
        long fresh = whole.stream()
                .mapToLong(one -> one.run().stored() + one.run().unreadable())
                .sum();
        return whole.size() + " of " + accounts + " sources were taken in and add up, with " + fresh + " new items";
    }

    private static List<Collected.Whole> whole(List<Collected> outcomes) {
        return outcomes.stream()
                .filter(Collected.Whole.class::isInstance)
                .map(Collected.Whole.class::cast)
                .toList();
    }

    private static Findings findings(List<Collected> outcomes) {
        List<String> alerts = new ArrayList<>();
        List<String> todo = new ArrayList<>();
        for (Collected outcome : outcomes) {
            switch (outcome) {
                case Collected.Whole whole -> {
                    if (whole.run().rejected() > 0) {
                        todo.add("Look at what the source " + whole.entry() + " held and could not be taken in: "
                                + whole.run().rejected() + " rejected, named by the run "
                                + whole.run().run());
                    }
                }
                case Collected.Broken broken -> {
                    alerts.add("The source " + broken.entry() + " (" + broken.source() + ") was not taken in whole: "
                            + broken.why());
                    todo.add("See what is wrong with the source " + broken.entry()
                            + ": muniment sources check. Its mailboxes are not purged until it is taken in whole");
                }
                case Collected.Wrong wrong ->
                    todo.add("Correct the source " + wrong.entry() + " in sources.yaml: " + wrong.why());
            }
        }
        return Findings.NONE.withAlerts(alerts).withTodo(todo);
    }
}
