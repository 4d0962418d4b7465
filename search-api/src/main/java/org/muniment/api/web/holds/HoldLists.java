package org.muniment.api.web.holds;

import org.muniment.api.web.JobId;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldId;
import org.muniment.batch.Rooms;
import org.muniment.batch.lookback.LookBack;
import org.springframework.stereotype.Component;

/** The job that lists what a hold caught, for reading: it binds already. Safe for many threads. */
@Component
public final class HoldLists {
    private final Archive archive;
    private final Jobs jobs;

    HoldLists(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
    }

    /** Begins to list it. */
    public JobId list(HoldId hold, Who who) {
        return jobs.start("List what " + hold + " caught", who, "/holds/" + hold, progress -> {
            LookBack.Outcome found = new LookBack(Rooms.of(archive)).run(hold);
            return found.listed() + (found.listed() == 1 ? " item is" : " items are") + " on its list";
        });
    }
}
