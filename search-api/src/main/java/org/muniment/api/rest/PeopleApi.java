package org.muniment.api.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ShownDeparture;
import org.muniment.api.ShownPerson;
import org.muniment.api.ShownProduction;
import org.muniment.api.TakenDirectory;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.departed.DepartureWork;
import org.muniment.api.web.holds.HoldLists;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.DepartureId;
import org.muniment.archive.people.DepartureStep;
import org.muniment.archive.people.Person;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory, and what is to be done about the mail of those who leave. */
@RestController
@RequestMapping(ApiSecurity.ROOT)
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER, Role.ADMINISTRATOR})
@For(Area.HOLDS)
class PeopleApi {
    private final Archive archive;
    private final Answers answers;
    private final Telling telling;
    private final DepartureWork work;
    private final HoldLists lists;

    PeopleApi(Archive archive, Answers answers, Telling telling, DepartureWork work, HoldLists lists) {
        this.lists = lists;
        this.archive = archive;
        this.answers = answers;
        this.telling = telling;
        this.work = work;
    }

    /**
     * A step of a departure's checklist.
     *
     * @param step such as {@code hold-check}
     * @param words what was found or decided
     */
    record Take(String step, String words) {}

    /**
     * Somebody who leaves.
     *
     * @param person by id or address
     * @param on the last day, ISO 8601
     */
    record Leave(String person, String on) {}

    @GetMapping("/people")
    @Does(value = "Everybody in the directory", gives = ShownPerson.class, many = true)
    ResponseEntity<byte[]> people() {
        return answers.all(archive.people().list().stream().map(ShownPerson::of).toList());
    }

    @GetMapping("/people/{person}")
    @Does(value = "A person, by id or address", gives = ShownPerson.class)
    ResponseEntity<byte[]> person(@PathVariable String person) {
        return answers.one(archive.people().find(person).map(ShownPerson::of).orElseThrow(NotThere::new));
    }

    @PostMapping("/people/import")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "Takes over a directory, a table with a line of headers or LDIF, whole or not at all; nobody is"
                    + " deleted, and who has a day of separation is held when this is answered",
            takesMedia = "text/csv",
            gives = TakenDirectory.class)
    ResponseEntity<byte[]> takeOver(
            Who who, @RequestParam(defaultValue = "false") boolean preview, @RequestBody byte[] body) {
        TakenDirectory taken = TakenDirectory.of(archive, body, who.officer(), preview);
        if (taken.done()) {
            taken.departures().forEach(one -> one.holds().forEach(hold -> lists.list(new HoldId(hold.id()), who)));
        }
        return answers.one(taken);
    }

    @GetMapping("/departures")
    @Does(value = "All departures", gives = ShownDeparture.class, many = true)
    ResponseEntity<byte[]> departures() {
        return answers.all(archive.people().departures().all().stream()
                .map(one -> ShownDeparture.of(archive, one))
                .toList());
    }

    @GetMapping("/departures/{departure}")
    @Does(value = "A departure and its checklist", gives = ShownDeparture.class)
    ResponseEntity<byte[]> departure(@PathVariable String departure) {
        return answers.one(ShownDeparture.of(archive, found(departure)));
    }

    @PostMapping("/departures/{departure}/steps")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER})
    @Does(value = "Records that a step of the checklist was taken", takes = Take.class, gives = ShownDeparture.class)
    ResponseEntity<byte[]> take(
            Who who,
            @PathVariable String departure,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        Departure found = found(departure);
        answers.require(match, ShownDeparture.of(archive, found));
        Take asked = answers.read(body, Take.class);
        DepartureStep step = Answers.word(DepartureStep.class, "step", asked.step());
        Departure taken = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.people()
                        .departures()
                        .take(
                                found.id(),
                                step,
                                asked.words(),
                                who.officer(),
                                archive.clock().instant())));
        archive.ledger().checkpoint();
        return answers.one(ShownDeparture.of(archive, taken));
    }

    @PostMapping("/departures")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER})
    @Does(
            value = "Records that somebody leaves; the person's mail is held when this is answered",
            takes = Leave.class,
            gives = ShownDeparture.class,
            status = 201)
    ResponseEntity<byte[]> leave(Who who, @RequestBody byte[] body) {
        Leave asked = answers.read(body, Leave.class);
        Person leaving = archive.people()
                .find(Needed.of("person", asked.person()))
                .orElseThrow(() -> new IllegalArgumentException("person is nobody of the directory"));
        LocalDate on = Scopes.day("on", asked.on());
        if (on == null) {
            throw new IllegalArgumentException("on is missing: the last day");
        }
        Departure departure = work.start(leaving, on, who);
        return answers.made("/departures/" + departure.id(), ShownDeparture.of(archive, departure));
    }

    @PostMapping("/departures/{departure}/bundle")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER})
    @Does(
            value = "Begins to build what the supervisor looks through",
            takes = Nothing.class,
            gives = JobsApi.Shown.class,
            status = 202)
    ResponseEntity<byte[]> bundle(Who who, @PathVariable String departure, @RequestBody byte[] body) {
        Departure found = found(departure);
        answers.read(body, Nothing.class);
        Person person = archive.people().find(found.person().value()).orElseThrow(NotThere::new);
        return telling.begun(work.bundle(found, person, who));
    }

    @GetMapping("/departures/{departure}/bundles")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER, Role.LEGAL})
    @Does(
            value = "The supervisor's bundles of a departure that can be downloaded",
            gives = ShownProduction.class,
            many = true)
    ResponseEntity<byte[]> bundles(@PathVariable String departure) {
        return answers.all(
                work.bundles(found(departure)).stream().map(ShownProduction::of).toList());
    }

    @GetMapping("/departures/{departure}/bundles/{production}")
    @Allowed({Role.CLERK, Role.RECORDS_OFFICER, Role.LEGAL})
    @Does(
            value =
                    "A supervisor's bundle as one file, or a range of its bytes; a look at each of its items is recorded",
            media = "application/zip")
    ResponseEntity<Resource> download(
            Who who, @PathVariable String departure, @PathVariable String production, HttpServletRequest asked)
            throws IOException {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(new FileSystemResource(work.download(found(departure), production, who, asked)));
    }

    private Departure found(String departure) {
        return Ids.of(DepartureId::new, departure)
                .flatMap(archive.people().departures()::find)
                .orElseThrow(NotThere::new);
    }
}
