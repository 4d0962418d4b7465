package org.muniment.archive.disposition.certificate;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.Schedules;
import org.muniment.archive.schedule.SeriesId;

/** What series are called and whether their citations were read, so that people can decide by the papers. */
@FunctionalInterface
public interface SeriesTitles {
    /**
     * A series' title.
     *
     * @param schedule the version of the retention schedule
     * @return empty when that version does not have it
     */
    String title(long schedule, SeriesId series);

    /**
     * Whether the text of its citation was read for that version.
     *
     * @return true as well when that version does not have the series
     */
    default boolean isVerified(long schedule, SeriesId series) {
        return true;
    }

    /** As every version of an archive's schedule says now. */
    static SeriesTitles in(Schedules schedules) {
        Map<Long, RetentionSchedule> versions =
                schedules.history().stream().collect(Collectors.toMap(Adopted::version, Adopted::schedule));
        return new SeriesTitles() {
            @Override
            public String title(long version, SeriesId series) {
                return find(version, series).map(RecordSeries::title).orElse("");
            }

            @Override
            public boolean isVerified(long version, SeriesId series) {
                return find(version, series).map(RecordSeries::verified).orElse(true);
            }

            private Optional<RecordSeries> find(long version, SeriesId series) {
                return Optional.ofNullable(versions.get(version)).flatMap(schedule -> schedule.find(series));
            }
        };
    }
}
