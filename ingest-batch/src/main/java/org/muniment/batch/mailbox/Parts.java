package org.muniment.batch.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.muniment.archive.disposition.Trips;
import org.muniment.archive.hold.Holds;
import org.muniment.batch.Rooms;

/** What the steps of a purge work with. */
record Parts(Rooms rooms, Holds holds, Trips trips, ZoneId zone, PurgeRuns runs, Removals removals) {
    Instant now() {
        return rooms.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    LocalDate today() {
        return now().atZone(zone).toLocalDate();
    }

    Judge judge(RegisteredMailbox mailbox, Instant until, boolean onHold) {
        return new Judge(rooms.items(), rooms.store(), mailbox, until, onHold);
    }

    void inTransaction(Runnable changes) {
        rooms.catalogue().transactions().executeWithoutResult(status -> changes.run());
    }
}
