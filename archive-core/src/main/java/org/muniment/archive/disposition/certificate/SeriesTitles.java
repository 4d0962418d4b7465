package org.muniment.archive.disposition.certificate;

import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.Schedules;
import org.muniment.archive.schedule.SeriesId;

/** What series are called, so that people can read the papers. */
@FunctionalInterface
public interface SeriesTitles {
    /**
     * A series' title.
     *
     * @param schedule the version of the retention schedule
     * @return empty when that version does not have it
     */
    String title(long schedule, SeriesId series);

    /** As every version of an archive's schedule says now. */
    static SeriesTitles in(Schedules schedules) {
        Map<Long, RetentionSchedule> versions =
                schedules.history().stream().collect(Collectors.toMap(Adopted::version, Adopted::schedule));
        return (version, series) -> {
            RetentionSchedule schedule = versions.get(version);
            return schedule == null
                    ? ""
                    : schedule.find(series).map(RecordSeries::title).orElse("");
        };
    }
}
