package org.muniment.archive.disposition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.schedule.RetentionSchedule;

/**
 * What holds for every item of a plan.
 *
 * @param day the day it is made for, or carried out on, in the agency's zone
 * @param unattended whether a standing authority approves it
 * @param schedule the schedule in force, adopted by two officers
 * @param authority the standing authority as it is now; null where a person approved the list, or nobody yet
 */
record Terms(
        LocalDate day,
        boolean unattended,
        RetentionSchedule schedule,
        @Nullable StandingAuthority authority) {}
