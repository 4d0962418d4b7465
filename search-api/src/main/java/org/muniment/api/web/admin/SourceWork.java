package org.muniment.api.web.admin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.sources.SourceKinds;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.JobKind;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Restartable;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.Tally;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.Reconciliation;
import org.muniment.batch.ingest.sources.Account;
import org.muniment.batch.ingest.sources.Collect;
import org.muniment.batch.ingest.sources.Collected;
import org.muniment.batch.ingest.sources.Failures;
import org.muniment.batch.ingest.sources.SettingsProblem;
import org.muniment.batch.ingest.sources.SourceEntry;
import org.muniment.batch.ingest.sources.SourcesFile;
import org.springframework.stereotype.Component;

/** The sources: how each stands, and the two jobs of trying them and taking in what they hold. Safe for many threads. */
@Component
public final class SourceWork implements Restartable {
    private static final JobKind KIND = new JobKind("collect", Area.ADMIN, Set.of(Role.ADMINISTRATOR));

    private final Archive archive;
    private final Jobs jobs;

    SourceWork(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
    }

    /**
     * A place that is collected from.
     *
     * @param last its last run; null when it was never taken in
     * @param failure why the last attempt came to nothing; null when it did not
     */
    public record Place(
            String source,
            String custodian,
            @Nullable Run last,
            @Nullable String failure) {}

    /** The places of an entry, as they stand. */
    public List<Place> places(SourceEntry entry) {
        return entry.accounts().stream().map(this::place).toList();
    }

    private Place place(Account account) {
        String source = account.source().name();
        String custodian = account.custody().toString();
        return new Place(
                source,
                custodian,
                archive.runs().last(source, custodian, account.source().type()).orElse(null),
                new Failures(archive.catalogue())
                        .find(source)
                        .map(Failures.Failure::why)
                        .orElse(null));
    }

    /** The district's sources.yaml, which need not be there. */
    public SourcesFile file() {
        Path folder = archive.settings().folder();
        return new SourcesFile(folder.resolve(SourcesFile.NAME), SourceKinds.of(archive), Map.copyOf(System.getenv()));
    }

    /** Begins to try every source; nothing is taken in. */
    public JobId check(Who who) {
        return jobs.start("Try every source", who, "/admin/sources", this::checked);
    }

    /** As {@code muniment sources check}: connects, and takes nothing in. */
    private String checked(Jobs.Progress progress) throws SettingsProblem {
        List<String> words = new ArrayList<>();
        List<SourceEntry> entries = file().read();
        for (SourceEntry entry : entries) {
            entry.problem().ifPresent(wrong -> words.add(entry.name() + ": " + wrong.getMessage()));
            for (Account account : entry.accounts()) {
                account.connection()
                        .check()
                        .ifPresent(wrong -> words.add(account.source().name() + ": " + wrong));
            }
            progress.advanced(entries.indexOf(entry) + 1L, entries.size());
        }
        return words.isEmpty() ? entries.size() + " of " + entries.size() + " in order." : String.join("\n", words);
    }

    /**
     * Begins to take in what sources hold.
     *
     * @param names of entries; all when empty
     * @throws SettingsProblem when the file can't be read as a whole
     * @throws IllegalArgumentException when there is no such entry
     */
    public JobId collect(List<String> names, Who who) throws SettingsProblem {
        List<SourceEntry> entries = file().exists() ? file().read() : List.of();
        for (String name : names) {
            if (entries.stream().noneMatch(entry -> entry.name().equals(name))) {
                throw new IllegalArgumentException("No source is named '" + name + "' in sources.yaml");
            }
        }
        String what = names.isEmpty() ? "every source" : String.join(", ", names);
        Job.Order order = KIND.order(names);
        return jobs.start(order, "Take in " + what, who, "/admin/sources", progress -> collected(names, progress));
    }

    private String collected(List<String> names, Jobs.Progress progress) throws SettingsProblem {
        if (!file().exists()) {
            return "No source is set up: there is no sources.yaml.";
        }
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            List<SourceEntry> chosen = file().read().stream()
                    .filter(entry -> names.isEmpty() || names.contains(entry.name()))
                    .toList();
            Collect collect = new Collect(Rooms.of(writing));
            List<Collected> outcomes = collect.run(chosen, new Watching(progress), () -> false);
            if (names.isEmpty()) {
                collect.keepOnly(chosen);
            }
            return outcomes.stream().map(SourceWork::words).collect(Collectors.joining("\n"));
        }
    }

    /** The messages of each account as it is read. */
    private record Watching(Jobs.Progress told) implements Collect.Watch {
        @Override
        public Progress begins(SourceEntry entry, Account account) {
            return (Tally soFar, long expected) -> told.advanced(soFar.read(), 0);
        }

        @Override
        public void ended(Collected outcome) {}
    }

    private static String words(Collected one) {
        return switch (one) {
            case Collected.Whole whole -> words(whole.source(), whole.run());
            case Collected.Broken broken -> broken.source() + ": FAILED, " + broken.why();
            case Collected.Wrong wrong -> wrong.entry() + ": WRONG, " + wrong.why();
        };
    }

    private static String words(String source, Reconciliation run) {
        return source + ": " + run.read() + " read = " + run.stored() + " stored + " + run.duplicates()
                + " duplicates + " + run.unreadable() + " unreadable + " + run.rejected() + " rejected";
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public JobId again(Job ended, Who who) throws SettingsProblem {
        return collect(ended.asked(), who);
    }
}
