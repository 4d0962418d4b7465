package org.muniment.api.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.admin.ScheduleWork;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.Adopted;
import org.muniment.archive.schedule.RecordSeries;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The retention schedules, the series of the one in force, and what another would change. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/schedules")
@Allowed({Role.ADMINISTRATOR, Role.RECORDS_OFFICER, Role.AUDITOR})
@For(Area.DISPOSITION)
class SchedulesApi {
    private final Answers answers;
    private final Telling telling;
    private final ScheduleWork work;

    SchedulesApi(Answers answers, Telling telling, ScheduleWork work) {
        this.answers = answers;
        this.telling = telling;
        this.work = work;
    }

    /**
     * A version of the schedule.
     *
     * @param effective the first day on which it is in force
     * @param by who adopted it; null for one that came with the product
     * @param second the other officer; null for one that came with the product
     * @param inForce whether it is today
     */
    record Version(
            long version,
            String name,
            LocalDate effective,
            @Nullable String by,
            @Nullable String second,
            Instant at,
            boolean inForce) {
        static Version of(Adopted one, boolean inForce) {
            return new Version(
                    one.version(),
                    one.schedule().name(),
                    one.effective(),
                    name(one.by()),
                    name(one.second()),
                    one.at(),
                    inForce);
        }

        private static @Nullable String name(@Nullable Officer officer) {
            return officer == null ? null : officer.name();
        }
    }

    /** A series of the schedule in force. */
    record Series(String id, String title, int recordClass, String keep, String authority, boolean transitory) {
        static Series of(RecordSeries one) {
            return new Series(
                    one.id().value(),
                    one.title(),
                    one.recordClass().number(),
                    one.keep().toString(),
                    one.authority(),
                    one.transitory());
        }
    }

    /** @param after a version's number, or the name of a schedule that comes with the product */
    record Compare(String after) {}

    @GetMapping
    @Does(value = "The versions of the schedule, as they were adopted", gives = Version.class, many = true)
    ResponseEntity<byte[]> list() {
        long now = work.inForce().map(Adopted::version).orElse(0L);
        return answers.all(work.history().stream()
                .map(one -> Version.of(one, one.version() == now))
                .toList());
    }

    @GetMapping("/series")
    @Does(value = "The series of the schedule in force", gives = Series.class, many = true)
    ResponseEntity<byte[]> series() {
        List<RecordSeries> series =
                work.inForce().map(one -> one.schedule().series()).orElse(List.of());
        return answers.all(series.stream().map(Series::of).toList());
    }

    @PostMapping("/comparison")
    @Does(
            value = "Begins to hold every item against another schedule; nothing is changed",
            takes = Compare.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> compare(Who who, @RequestBody byte[] body) {
        return telling.begun(work.compare(
                Needed.of("after", answers.read(body, Compare.class).after()), who));
    }
}
