package org.muniment.api;

import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.store.MasterKeys;
import picocli.CommandLine.Option;

/** How a new archive is to be kept. An archive that exists keeps its own settings. */
final class KeepOptions {
    @Option(
            names = "--objects",
            paramLabel = "ADDRESS",
            description =
                    "Where a new archive keeps objects: files (default), or an S3 address (see muniment init --help).")
    private @Nullable String objects;

    @Option(
            names = "--catalogue",
            paramLabel = "ADDRESS",
            description = "Where a new archive keeps its catalogue: sqlite (default), or an address of PostgreSQL (see "
                    + "muniment init --help).")
    private @Nullable String catalogue;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The agency's time zone for a new archive (default: America/Los_Angeles).")
    private @Nullable String zone;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            description =
                    "The retention schedule of a new archive until officers adopt one: california-k12-title-5 (default), "
                            + "clovis-ar-7203, or a file.")
    private @Nullable String schedule;

    @Option(
            names = "--encrypt",
            paramLabel = "FILE",
            description =
                    "Encrypts the objects of a new archive with the master key in this file, outside the archive; made "
                            + "where it is absent.")
    private @Nullable Path masterKey;

    /** Opens the archive in the folder for writing; creates it first where there is none. */
    Archive openOrCreate(Path folder, Clock clock) {
        if (!ArchiveSettings.exist(folder)) {
            return create(folder, clock);
        }
        ArchiveSettings kept = ArchiveSettings.read(folder);
        if (!settings(kept).equals(kept)) {
            throw new ArchiveRefused(
                    "The archive in " + folder + " is kept in another way: objects " + kept.objects()
                            + ", catalogue " + kept.catalogue() + ", zone " + kept.zone()
                            + (kept.masterKey().isEmpty() ? "" : ", master key " + kept.masterKey())
                            + ". Leave out --objects, --catalogue, --zone and --encrypt, or name another folder with --archive.");
        }
        if (schedule != null) {
            throw new ArchiveRefused("The archive in " + folder
                    + " exists. Another retention schedule is adopted by two" + " officers: muniment schedule adopt");
        }
        return Archive.write(folder, clock);
    }

    /**
     * Creates an archive in the folder.
     *
     * @throws ArchiveRefused when there is one already
     * @throws org.muniment.archive.schedule.ScheduleInvalid when its schedule is none
     */
    Archive create(Path folder, Clock clock) {
        String text = ShippedSchedules.read(schedule == null ? ShippedSchedules.CALIFORNIA : schedule);
        RetentionSchedule.parse(text);
        ArchiveSettings settings = settings(ArchiveSettings.embedded(folder));
        if (masterKey != null) {
            MasterKeys.create(masterKey);
        }
        return Archive.create(settings, clock, text);
    }

    private ArchiveSettings settings(ArchiveSettings base) {
        ArchiveSettings settings = base;
        if (objects != null) {
            settings = settings.withObjects(objects);
        }
        if (catalogue != null) {
            settings = settings.withCatalogue(catalogue);
        }
        if (masterKey != null) {
            settings = settings.withMasterKey(masterKey);
        }
        return zone == null ? settings : settings.withZone(ArchiveSettings.zone(zone));
    }
}
