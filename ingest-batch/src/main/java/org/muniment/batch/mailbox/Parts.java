package org.muniment.batch.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.muniment.archive.disposition.Trips;
import org.muniment.archive.hold.Holds;
import org.muniment.archive.schedule.Adopted;
import org.muniment.batch.Rooms;

/** What the steps of a purge work with. */
record Parts(Rooms rooms, Trips trips, PurgeRuns runs, Removals removals) {
    Instant now() {
        return rooms.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    ZoneId zone() {
        return rooms.retention().zone();
    }

    LocalDate today() {
        return rooms.today();
    }

    /** How long mail stays in a mailbox by the schedule that two officers adopted; empty when none is in force. */
    Optional<Period> period() {
        return rooms.retention()
                .schedules()
                .inForce(today())
                .filter(Adopted::isAdoptedByOfficers)
                .map(adopted -> adopted.schedule().mailboxPurge());
    }

    Holds holds() {
        return rooms.holds();
    }

    Judge judge(RegisteredMailbox mailbox, Instant until, boolean onHold) {
        return new Judge(rooms.items(), rooms.store(), mailbox, until, onHold);
    }

    void inTransaction(Runnable changes) {
        rooms.catalogue().transactions().executeWithoutResult(status -> changes.run());
    }
}
