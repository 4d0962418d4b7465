package org.muniment.api.web.holds;

import java.util.List;
import java.util.Set;
import org.muniment.api.web.Job;
import org.muniment.api.web.JobId;
import org.muniment.api.web.JobKind;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Restartable;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldId;
import org.muniment.batch.Rooms;
import org.muniment.batch.lookback.LookBack;
import org.springframework.stereotype.Component;

/** The job that lists what a hold caught, for reading: it binds already. Safe for many threads. */
@Component
public final class HoldLists implements Restartable {
    private static final JobKind KIND =
            new JobKind("hold-list", Area.HOLDS, Set.of(Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER));

    private final Archive archive;
    private final Jobs jobs;

    HoldLists(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
    }

    /** Begins to list it. */
    public JobId list(HoldId hold, Who who) {
        Job.Order order = KIND.order(List.of(hold.value()));
        return jobs.start(order, "List what " + hold + " caught", who, "/holds/" + hold, progress -> {
            LookBack.Outcome found = new LookBack(Rooms.of(archive)).run(hold);
            return found.listed() + (found.listed() == 1 ? " item is" : " items are") + " on its list";
        });
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public JobId again(Job ended, Who who) {
        return list(new HoldId(ended.asked().getFirst()), who);
    }
}
