package org.muniment.api.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.muniment.archive.Archive;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.Retention;

/** Two officers make a schedule the district's own; items are brought up to date by what follows. */
public final class Adoption {
    private Adoption() {}

    /**
     * Adopts a schedule, and settles what counts from today.
     *
     * @param effective first day in force
     * @throws org.muniment.archive.schedule.ScheduleRefused when both are one person, or the day is too early
     */
    public static Adopted of(Archive archive, String yaml, LocalDate effective, Officer by, Officer second) {
        Retention retention = archive.retention();
        Instant now = archive.clock().instant();
        return Objects.requireNonNull(archive.catalogue().transactions().execute(status -> {
            Adopted adopted = retention.schedules().adopt(yaml, effective, by, second, now);
            retention.evaluations().settle(retention.day(now));
            return adopted;
        }));
    }
}
