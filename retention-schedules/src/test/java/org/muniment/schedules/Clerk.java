package org.muniment.schedules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.muniment.archive.item.reading.ItemReader;
import org.muniment.archive.item.reading.ReadingLimits;
import org.muniment.archive.schedule.Examples;
import org.muniment.archive.schedule.RetentionSchedule;

/** One of the schedules that ship, with its examples. */
record Clerk(RetentionSchedule schedule, Examples examples, ItemReader reader) implements AutoCloseable {
    static Clerk of(String name, Path scratch) {
        RetentionSchedule schedule = RetentionSchedule.parse(yaml(name));
        ItemReader reader = new ItemReader(ReadingLimits.DEFAULT, scratch);
        return new Clerk(schedule, new Examples(schedule, reader), reader);
    }

    private static String yaml(String name) {
        try (InputStream in = Clerk.class.getResourceAsStream("/california/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("The classpath has no /california/" + name + ".yaml");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
