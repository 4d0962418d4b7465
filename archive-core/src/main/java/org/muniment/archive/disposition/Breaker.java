package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stops a whole run, with nothing removed, that would remove more than {@value #PERCENT} % of a custodian's items, more
 * than {@value #TIMES} times the median day of the last 30, or while a source has not reconciled. Without a day of history
 * the second rule is silent.
 */
public final class Breaker {
    static final int PERCENT = 5;
    static final int TIMES = 2;

    /** Why the run must stop; empty when it may go on. */
    public Optional<Trip> check(Volume volume) {
        List<Trip.Cause> causes = new ArrayList<>();
        for (Volume.Share share : volume.shares()) {
            if (share.removing() * 100 > share.of() * PERCENT) {
                causes.add(new Trip.Cause.Share(share.custodian(), share.removing(), share.of()));
            }
        }
        long median = median(volume.history());
        if (median > 0 && volume.items() > median * TIMES) {
            causes.add(new Trip.Cause.Surge(volume.items(), median));
        }
        volume.unreconciled().forEach(source -> causes.add(new Trip.Cause.Unreconciled(source)));
        return causes.isEmpty() ? Optional.empty() : Optional.of(new Trip(volume.run(), volume.items(), causes));
    }

    /** Of the days on which something was removed; 0 when there was none. Between two, the lower. */
    private static long median(List<Long> days) {
        List<Long> busy = days.stream().filter(items -> items > 0).sorted().toList();
        return busy.isEmpty() ? 0 : busy.get((busy.size() - 1) / 2);
    }
}
