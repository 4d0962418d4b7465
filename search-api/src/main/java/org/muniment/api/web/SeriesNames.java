package org.muniment.api.web;

import java.util.Comparator;
import java.util.Optional;
import org.muniment.archive.Archive;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.stereotype.Component;

/**
 * What people call record series: {@code @seriesNames} in templates. As the schedule in force says; a series that it does not
 * have any more is called as the latest version that had it did. Safe for many threads.
 */
@Component("seriesNames")
public final class SeriesNames {
    private final Archive archive;

    SeriesNames(Archive archive) {
        this.archive = archive;
    }

    /** A series' title; its id when no version of the schedule ever had it. */
    public String title(String series) {
        return title(new SeriesId(series));
    }

    /** The same. */
    public String title(SeriesId series) {
        return inForce()
                .flatMap(schedule -> schedule.find(series))
                .or(() -> earlier(series))
                .map(RecordSeries::title)
                .orElse(series.value());
    }

    private Optional<RetentionSchedule> inForce() {
        return archive.retention()
                .evaluations()
                .find(archive.retention().day(archive.clock().instant()))
                .map(evaluation -> evaluation.adopted().schedule());
    }

    private Optional<RecordSeries> earlier(SeriesId series) {
        return archive.retention().schedules().history().stream()
                .sorted(Comparator.comparingLong(Adopted::version).reversed())
                .flatMap(one -> one.schedule().find(series).stream())
                .findFirst();
    }
}
