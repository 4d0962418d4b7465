package org.muniment.archive;

import java.time.Clock;
import java.util.List;
import org.muniment.archive.ledger.CustodyEvent;

/** What a new archive begins with. Tried again after a failure, it does what is left. */
record Founding(Archive archive) {
    /**
     * Makes its folders and its first entry. Settings are written last: a folder without them is no archive yet.
     *
     * @param schedule the text of the first retention schedule; empty for none
     */
    void begin(String schedule) {
        archive.objects();
        archive.index();
        if (archive.ledger().size() == 0) {
            archive.catalogue().transactions().executeWithoutResult(status -> {
                archive.ledger()
                        .append(List.of(new CustodyEvent.ArchiveCreated(
                                archive.clock().instant(), archive.settings().origin())));
                install(schedule, archive.clock());
            });
            archive.ledger().checkpoint();
        }
        archive.settings().write();
    }

    private void install(String schedule, Clock clock) {
        if (!schedule.isEmpty()) {
            archive.retention().schedules().install(schedule, clock.instant());
            archive.retention().evaluations().settle(archive.retention().day(clock.instant()));
        }
    }
}
