package org.muniment.api.web.admin;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.JobKind;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Restartable;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.Registers;
import org.muniment.batch.Rooms;
import org.muniment.batch.fixity.FixityCheck;
import org.muniment.batch.fixity.Verification;
import org.muniment.batch.reindex.Reindex;
import org.springframework.stereotype.Component;

/** What takes its time: proving the archive, and building the index. Each is begun as a job. Safe for many threads. */
@Component
public final class ArchiveWork implements Restartable {
    private static final String THEN = "/admin";
    private static final int SHOWN = 50;

    private static final JobKind KIND = new JobKind("index", Area.ADMIN, Set.of(Role.ADMINISTRATOR));

    private final Archive archive;
    private final Clock clock;
    private final Jobs jobs;

    ArchiveWork(Archive archive, Clock clock, Jobs jobs) {
        this.archive = archive;
        this.clock = clock;
        this.jobs = jobs;
    }

    /**
     * Begins to prove the archive against itself.
     *
     * @param sample how many items and entries, picked at random; everything when it is empty
     */
    public JobId verify(OptionalInt sample, Who who) {
        return jobs.start("Prove the archive", who, THEN, progress -> verified(sample, progress));
    }

    private String verified(OptionalInt sample, Jobs.Progress progress) {
        long total = sample.isEmpty() ? new Registers(archive.catalogue().reader()).count() : 0;
        Verification found = new FixityCheck(archive, done -> progress.advanced(done, total)).run(sample, List.of());
        String proved = "Proved " + found.items() + " items, " + found.entries() + " ledger entries and "
                + found.checkpoints() + " checkpoints. ";
        if (found.isClean()) {
            return proved + "No fault found.";
        }
        return Stream.concat(
                        Stream.of(proved + found.faults().size() + " faults found:"),
                        found.faults().stream().limit(SHOWN).map(fault -> fault.where() + ": " + fault.what()))
                .collect(Collectors.joining("\n"));
    }

    /** Begins to build the index again. */
    public JobId rebuild(Who who) {
        return jobs.start("Build the index again", who, THEN, progress -> indexed(progress, false));
    }

    /** Begins to bring into the index what it lacks. */
    public JobId catchUp(Who who) {
        Job.Order order = KIND.order(List.of());
        return jobs.start(order, "Bring the index up to date", who, THEN, progress -> indexed(progress, true));
    }

    /** Takes the writer's lock for its time, as the command does. */
    private String indexed(Jobs.Progress progress, boolean catchUp) {
        Path folder = archive.settings().folder();
        try (Archive open = Archive.write(folder, clock)) {
            long total = catchUp ? 0 : open.items().holdings().items();
            AtomicLong done = new AtomicLong();
            Reindex reindex = new Reindex(Rooms.of(open), items -> progress.advanced(done.addAndGet(items), total));
            if (catchUp) {
                reindex.catchUp();
            } else {
                reindex.rebuild();
            }
            return "The index has " + open.index().size() + " items.";
        }
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public JobId again(Job ended, Who who) {
        return catchUp(who);
    }
}
