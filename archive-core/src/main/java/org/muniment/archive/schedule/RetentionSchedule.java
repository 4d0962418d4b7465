package org.muniment.archive.schedule;

import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.store.Digest;

/**
 * A retention schedule: record series with the law that stands behind each, as an agency adopted them. It is written in YAML:
 *
 * <pre>{@code
 * schedule: california-k12-title-5    # its name: small letters, digits, hyphens and full stops
 * title: Records of a California school district
 * zone: America/Los_Angeles           # where days begin and end
 * mailbox-purge: P90D                 # age by the server's receipt from which a mailbox's copy may go; the archive's stays
 * unmatched: R62                      # the series of items that no rule matches
 * series:
 *   - id: R01
 *     title: Board and committee minutes
 *     class: 1                        # 1, 2 or 3
 *     standing: record                # record, continuing, pupil-interim, pupil-permitted or not-a-record
 *     query: '"motion carried" OR "minutes of the regular meeting"'   # absent only in the unmatched series
 *     keep: permanent                 # see RetentionPeriod.parse; or a map with later-of or earlier-of and a list
 *     cite: "5 CCR 16023(b)(1)"
 *     basis: REG                      # REG, STAT, FED or PRAC
 *     verified: true                  # whether the cited text was read
 *     exit: P1Y after claim-settled   # optional: when Class 1 becomes Class 3 and keep begins to count
 *     at-most: P1Y after pupil-left   # optional: by when the law wants it destroyed
 *     transitory: false               # optional
 *     hold-recommended: false         # optional
 *     note: ""                        # optional
 *     examples:                       # whole mails, at least one of each; optional in the unmatched series
 *       yes: ["..."]
 *       no: ["..."]
 * }</pre>
 *
 * @param name its name, the same in all its versions
 * @param title what people call it
 * @param zone the agency's time zone
 * @param mailboxPurge the least age, by the server's receipt, of a message that leaves a mailbox
 * @param unmatched the series of items that no rule matches
 * @param series all of them, in the order of the file; of two that have an equal claim to an item the first has it
 * @param digest SHA-256 of the YAML as UTF-8
 */
public record RetentionSchedule(
        String name,
        String title,
        ZoneId zone,
        Period mailboxPurge,
        SeriesId unmatched,
        List<RecordSeries> series,
        Digest digest) {
    public RetentionSchedule {
        series = List.copyOf(series);
        var ids = new HashSet<SeriesId>();
        if (!series.stream().map(RecordSeries::id).allMatch(ids::add) || !ids.contains(unmatched)) {
            throw new IllegalArgumentException("Each series stands in a schedule once, the unmatched one too");
        }
        if (series.stream().anyMatch(one -> one.query() == null && !one.id().equals(unmatched))) {
            throw new IllegalArgumentException("Each series but that of the unmatched has a query");
        }
    }

    /** Reads a schedule; throws {@link ScheduleInvalid} with all that is wrong with it. */
    public static RetentionSchedule parse(String yaml) {
        return new ScheduleReader(yaml).read();
    }

    /**
     * The series of that name.
     *
     * @throws IllegalArgumentException when there is none; see {@link #find}
     */
    public RecordSeries series(SeriesId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("Schedule " + name + " has no series " + id));
    }

    /** The series of that name, if the schedule has it. */
    public Optional<RecordSeries> find(SeriesId id) {
        return series.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
