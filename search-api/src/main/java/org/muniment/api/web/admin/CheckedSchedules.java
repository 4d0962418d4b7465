package org.muniment.api.web.admin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.NotThere;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.batch.classify.Comparison;
import org.springframework.stereotype.Component;

/**
 * Schedules that were found in order and what each would change, until the server ends or many others were checked. Safe
 * for many threads.
 */
@Component
final class CheckedSchedules {
    private static final int REMEMBERED = 20;

    private final Cache<String, Checked> checked =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /**
     * A schedule without a fault.
     *
     * @param yaml its file, whole
     * @param changes what it would change; null while that is not known
     */
    record Checked(RetentionSchedule schedule, String yaml, Comparison.@Nullable Result changes) {
        String digest() {
            return schedule.digest().hex();
        }
    }

    void keep(Checked one) {
        checked.put(one.digest(), one);
    }

    /** The one of that digest; throws {@link NotThere} when it is forgotten. */
    Checked find(String digest) {
        Checked found = checked.getIfPresent(digest);
        if (found == null) {
            throw new NotThere();
        }
        return found;
    }
}
