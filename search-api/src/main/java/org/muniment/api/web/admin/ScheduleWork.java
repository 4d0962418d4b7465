package org.muniment.api.web.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.api.WrongUsage;
import org.muniment.api.schedule.ShippedSchedules;
import org.muniment.api.web.JobId;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RecordSeries;
import org.muniment.archive.schedule.RetentionSchedule;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.batch.Rooms;
import org.muniment.batch.classify.Comparison;
import org.springframework.stereotype.Component;

/** The retention schedules of this archive, and the job that says what another would change. Safe for many threads. */
@Component
public final class ScheduleWork {
    private final Archive archive;
    private final Jobs jobs;

    ScheduleWork(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
    }

    /** The one in force today. */
    public Optional<Adopted> inForce() {
        LocalDate today = archive.retention().day(archive.clock().instant());
        return archive.retention().schedules().inForce(today);
    }

    /** All versions, as they were adopted. */
    public List<Adopted> history() {
        return archive.retention().schedules().history();
    }

    /**
     * Begins to hold every item against another schedule; nothing is changed.
     *
     * @param after a version's number, or the name of a schedule that comes with the product
     * @throws WrongUsage when there is none of that name, or none is in force
     */
    public JobId compare(String after, Who who) {
        RetentionSchedule now = inForce()
                .map(Adopted::schedule)
                .orElseThrow(() -> new WrongUsage("No schedule is in force: there is nothing to compare with"));
        RetentionSchedule other = RetentionSchedule.parse(text(after));
        return jobs.start(
                "What " + after + " would change",
                who,
                "/admin/schedules",
                progress ->
                        words(new Comparison(Rooms.of(archive), 10).run(now, other, progress::advanced), now, other));
    }

    /**
     * The text of a schedule that is here.
     *
     * @param name a version's number, or the name of a schedule that comes with the product
     * @throws WrongUsage when there is none of that name
     */
    String text(String name) {
        if (ShippedSchedules.NAMES.contains(name)) {
            return ShippedSchedules.read(name);
        }
        return history().stream()
                .filter(one -> String.valueOf(one.version()).equals(name))
                .map(Adopted::yaml)
                .findFirst()
                .orElseThrow(() -> new WrongUsage("There is no schedule '" + name + "' to compare with"));
    }

    private static String words(Comparison.Result result, RetentionSchedule now, RetentionSchedule other) {
        return Stream.concat(
                        Stream.of(
                                result.moved() + " of " + result.items() + " items would move.",
                                result.earlier() + " would be eligible earlier, " + result.later() + " later."),
                        result.moves().stream()
                                .map(move -> move.items() + ": " + place(move.from(), now) + " to "
                                        + place(move.to(), other)))
                .collect(Collectors.joining("\n"));
    }

    private static String place(Comparison.Place place, RetentionSchedule schedule) {
        String name = schedule.find(new SeriesId(place.series()))
                .map(RecordSeries::name)
                .orElse(place.series());
        return name + " (Class " + place.recordClass() + ")";
    }
}
