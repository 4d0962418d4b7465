package org.muniment.api.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.schedule.Examples;
import org.muniment.archive.schedule.RetentionSchedule;

/** A schedule that its own example mails agree with. */
public final class ProvedSchedule {
    private ProvedSchedule() {}

    /**
     * Reads all of its examples.
     *
     * @throws org.muniment.archive.schedule.ScheduleInvalid when one does not fall where it says
     */
    public static void prove(RetentionSchedule schedule) {
        try {
            Path scratch = Files.createTempDirectory("muniment-examples");
            try (ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, scratch)) {
                new Examples(schedule, reader).prove();
            } finally {
                Files.deleteIfExists(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for the example mails", e);
        }
    }
}
