package org.muniment.api.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.muniment.api.schedule.YearReview;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.disposition.PlanWork;
import org.muniment.api.web.disposition.YearWork;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.Trips;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.schedule.SchoolYear;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is due, what the breaker stopped, and the yearly review of 5 CCR 16022. */
@RestController
@RequestMapping(ApiSecurity.ROOT)
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
@For(Area.DISPOSITION)
class DueApi {
    private final Archive archive;
    private final Answers answers;
    private final Telling telling;
    private final PlanWork plans;
    private final YearWork years;

    DueApi(Archive archive, Answers answers, Telling telling, PlanWork plans, YearWork years) {
        this.archive = archive;
        this.answers = answers;
        this.telling = telling;
        this.plans = plans;
        this.years = years;
    }

    /**
     * How many items are due.
     *
     * @param series those that their periods let go, by series, held or not
     * @param pastMaximum those that the law wants destroyed by that day, by series
     */
    record Due(LocalDate asOf, Map<String, Long> series, Map<String, Long> pastMaximum) {}

    /**
     * A run that the breaker stopped before it removed anything.
     *
     * @param number grows with each stop
     * @param items how many it would have removed
     * @param overriddenBy who let it go on; null for nobody
     * @param used when it went on; null while it did not
     */
    record Stop(
            long number,
            String run,
            String words,
            long items,
            Instant at,
            @Nullable String overriddenBy,
            @Nullable String reason,
            @Nullable Instant used) {
        static Stop of(Trips.Stop one) {
            Officer by = one.overriddenBy();
            return new Stop(
                    one.number(),
                    one.run(),
                    one.words(),
                    one.items(),
                    one.at(),
                    by == null ? null : by.name(),
                    one.reason(),
                    one.used());
        }
    }

    /**
     * Leave for a stopped run to go on, once, within a day of its next start.
     *
     * @param run as the list of stops names it
     */
    record GoOn(String run, String reason) {}

    /**
     * That superintendent and board agreed that what is pending of a year is Class 2 (5 CCR 16024).
     *
     * @param superintendent name and title
     * @param boardAction where the minutes have it
     * @param on the day, ISO 8601
     */
    record Agree(String superintendent, String boardAction, String on) {}

    @GetMapping("/due")
    @Does(value = "How many items are due, by series", gives = Due.class)
    ResponseEntity<byte[]> due(@RequestParam(required = false) @Nullable String asOf) {
        LocalDate asked = Scopes.day("asOf", asOf);
        LocalDate day = asked == null ? years.today() : asked;
        Map<String, Long> past = new TreeMap<>();
        archive.retention()
                .classifications()
                .pastMaximum(day)
                .forEach((series, items) -> past.put(series.value(), items));
        return answers.one(new Due(day, plans.due(day), past));
    }

    @GetMapping("/stops")
    @Does(value = "Runs that the breaker stopped, the latest first", gives = Stop.class, many = true)
    ResponseEntity<byte[]> stops(
            @RequestParam(required = false) @Nullable Long after, @RequestParam(defaultValue = "100") int limit) {
        long last = after == null ? Long.MAX_VALUE : after;
        List<Trips.Stop> read = archive.disposal().trips().latest(last, Answers.limit(limit) + 1);
        return answers.page(read.stream().map(Stop::of).toList(), limit, Stop::number);
    }

    @PostMapping("/stops/overrides")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "Lets a stopped run go on, once, within a day of its next start; the latest stops",
            takes = GoOn.class,
            gives = Stop.class,
            many = true)
    ResponseEntity<byte[]> override(Who who, @RequestBody byte[] body) {
        GoOn asked = answers.read(body, GoOn.class);
        plans.override(Needed.of("run", asked.run()), Needed.of("reason", asked.reason()), who);
        return stops(null, Answers.LONGEST);
    }

    @GetMapping("/reviews/{year}")
    @Does(value = "The yearly review of a school year, such as 2024-25", gives = YearReview.class)
    ResponseEntity<byte[]> review(@PathVariable String year) {
        return answers.one(YearReview.of(archive.retention(), year(year), years.today()));
    }

    private static SchoolYear year(String text) {
        return Ids.of(SchoolYear::parse, text).orElseThrow(NotThere::new);
    }

    @PostMapping("/reviews/{year}/agreement")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "Records that what is pending of a year is Class 2, and begins to bring items up to date",
            takes = Agree.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> agree(Who who, @PathVariable String year, @RequestBody byte[] body) {
        SchoolYear of = year(year);
        Agree asked = answers.read(body, Agree.class);
        LocalDate on = Objects.requireNonNull(Scopes.day("on", Needed.of("on", asked.on())));
        Officer superintendent = new Officer(Needed.of("superintendent", asked.superintendent()));
        String action = Needed.of("boardAction", asked.boardAction());
        return telling.begun(years.agree(of, superintendent, action, on, who));
    }
}
