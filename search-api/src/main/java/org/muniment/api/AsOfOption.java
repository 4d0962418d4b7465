package org.muniment.api;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.ArchiveRefused;
import org.muniment.archive.ArchiveSettings;
import picocli.CommandLine.Option;

/** The day a deed is done on, in an archive that was made to rehearse; in any other one it is done today. */
final class AsOfOption {
    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "Does it as on that day, such as 2028-11-22. In a rehearsal only: see muniment demo.")
    private @Nullable LocalDate day;

    boolean isGiven() {
        return day != null;
    }

    /**
     * The clock to open the archive with: at noon of that day.
     *
     * @throws ArchiveRefused when the archive is no rehearsal, or the day has passed
     */
    Clock clock(Path folder, Clock now) {
        if (day == null) {
            return now;
        }
        ArchiveSettings settings = ArchiveSettings.read(folder);
        if (!settings.isRehearsal()) {
            throw new ArchiveRefused("--as-of is for rehearsals, and the archive in " + folder
                    + " holds a district's mail: nothing of it is approved, restored or destroyed before its day. To see"
                    + " what is due then: muniment purge status --as-of " + day);
        }
        Duration ahead = Duration.between(
                now.instant(),
                day.atTime(LocalTime.NOON).atZone(settings.zone()).toInstant());
        if (day.isBefore(LocalDate.ofInstant(now.instant(), settings.zone()))) {
            throw new ArchiveRefused("--as-of " + day + " has passed. Name today or a later day.");
        }
        return Clock.offset(now, ahead);
    }
}
