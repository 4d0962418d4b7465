package org.muniment.api.web.disposition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.muniment.api.web.Changes;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.JobKind;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Reclassification;
import org.muniment.api.web.Restartable;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SchoolYear;
import org.springframework.stereotype.Component;

/** The agreement of superintendent and board that what is pending of a year is Class 2, 5 CCR 16024. Safe for many threads. */
@Component
public final class YearWork implements Restartable {
    private static final JobKind KIND = new JobKind("year-agreement", Area.DISPOSITION, Set.of(Role.RECORDS_OFFICER));

    private final Archive archive;
    private final Jobs jobs;
    private final Changes changes;
    private final Reclassification reclassification;

    YearWork(Archive archive, Jobs jobs, Changes changes, Reclassification reclassification) {
        this.archive = archive;
        this.jobs = jobs;
        this.changes = changes;
        this.reclassification = reclassification;
    }

    /** Today, in the agency's zone. */
    public LocalDate today() {
        return archive.retention().day(archive.clock().instant());
    }

    /**
     * Records what was agreed, and begins to bring items up to date.
     *
     * @param on the day on which they agreed
     * @throws org.muniment.archive.schedule.ScheduleRefused when that can't be
     * @throws IllegalArgumentException when a part of it is missing
     */
    public JobId agree(SchoolYear year, Officer superintendent, String boardAction, LocalDate on, Who who) {
        changes.run(() ->
                archive.retention().reviews().agree(year, superintendent, boardAction, on, today(), changes.now()));
        return bringUpToDate(year, who);
    }

    private JobId bringUpToDate(SchoolYear year, Who who) {
        return jobs.start(
                KIND.order(List.of(year.toString())),
                "Bring items up to date after the agreement on " + year,
                who,
                "/disposition/review?year=" + year,
                reclassification::run);
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public JobId again(Job ended, Who who) {
        return bringUpToDate(SchoolYear.parse(ended.asked().getFirst()), who);
    }
}
