package org.muniment.api;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.batch.Rooms;
import org.muniment.batch.ingest.Ingest;
import org.muniment.batch.ingest.IngestRequest;
import org.muniment.batch.ingest.Progress;
import org.muniment.batch.ingest.SourceType;

/**
 * The second part of the demo: holds and destruction, in a rehearsal beside the archive, where two years may pass at
 * once. It is made of commands that anyone can type again.
 */
final class RetentionTour {
    private static final String RECORDS = "Dana Whitlock, Chief Business Officer";
    private static final String SUPERINTENDENT = "Dr. Elena Marchetti, Superintendent";
    private static final int GRACE_IS_OVER = 31;

    private final Terminal terminal;
    private final Path rehearsal;
    private final Path certificate;
    private final LocalDate later;

    /**
     * @param home the demo's archive; the rehearsal is a folder in it
     */
    RetentionTour(Terminal terminal, Path home) {
        this.terminal = terminal;
        this.rehearsal = home.resolve("rehearsal");
        this.certificate = rehearsal.resolve("certificate");
        ZoneId zone = ArchiveSettings.CALIFORNIA;
        this.later = LocalDate.ofInstant(terminal.clock().instant(), zone).plusYears(2);
    }

    /** Whether there is still a rehearsal to hold: it is held once. */
    boolean isDue() {
        return !ArchiveSettings.exist(rehearsal);
    }

    /** Takes the district's mail into the rehearsal. */
    void prepare(Path mailboxes) {
        ArchiveSettings settings = ArchiveSettings.rehearsal(rehearsal);
        try (Archive archive =
                Archive.create(settings, terminal.clock(), ShippedSchedules.read(ShippedSchedules.CALIFORNIA))) {
            new Ingest(Rooms.of(archive))
                    .run(
                            new IngestRequest(
                                    mailboxes, SourceType.AUTO, new IngestRequest.Custody.ByFolder(Optional.empty())),
                            Progress.NONE);
        }
    }

    /** Shows each command and what it says. */
    void show() {
        tour().show();
    }

    /** Runs each command for a program. */
    List<Tour.Answer> answers() {
        return tour().answers();
    }

    private Tour tour() {
        return new Tour(terminal, SampleDistrict.rehearsal(), this::filled);
    }

    private String filled(String word) {
        return word.replace("{archive}", rehearsal.toString())
                .replace("{certificate}", certificate.toString())
                .replace("{today}", later.minusYears(2).toString())
                .replace("{later}", later.toString())
                .replace("{last}", later.plusDays(GRACE_IS_OVER).toString())
                .replace("{records}", RECORDS)
                .replace("{superintendent}", SUPERINTENDENT);
    }
}
