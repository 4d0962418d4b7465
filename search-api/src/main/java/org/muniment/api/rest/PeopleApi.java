package org.muniment.api.rest;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ShownDeparture;
import org.muniment.api.ShownPerson;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.people.Departure;
import org.muniment.archive.people.DepartureId;
import org.muniment.archive.people.DepartureStep;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The directory, and what is to be done about the mail of those who leave. */
@RestController
@RequestMapping(ApiSecurity.ROOT)
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER, Role.ADMINISTRATOR})
class PeopleApi {
    private final Archive archive;
    private final Answers answers;

    PeopleApi(Archive archive, Answers answers) {
        this.archive = archive;
        this.answers = answers;
    }

    /**
     * A step of a departure's checklist.
     *
     * @param step such as {@code hold-check}
     * @param words what was found or decided
     */
    record Take(String step, String words) {}

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
    @Allowed({Role.LEGAL, Role.RECORDS_OFFICER})
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

    private Departure found(String departure) {
        return Ids.of(DepartureId::new, departure)
                .flatMap(archive.people().departures()::find)
                .orElseThrow(NotThere::new);
    }
}
