package org.muniment.api.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ShownHold;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.holds.HoldLists;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Matter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Legal holds: in force when the answer arrives, released by two persons. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/holds")
@Allowed({Role.LEGAL, Role.RECORDS_OFFICER, Role.CLERK, Role.AUDITOR})
@For(Area.HOLDS)
class HoldsApi {
    private static final int COOL_OFF = 30;

    private final Archive archive;
    private final Answers answers;
    private final Nouns nouns;
    private final Scopes scopes;
    private final HoldLists lists;

    HoldsApi(Archive archive, Answers answers, Nouns nouns, Scopes scopes, HoldLists lists) {
        this.archive = archive;
        this.answers = answers;
        this.nouns = nouns;
        this.scopes = scopes;
        this.lists = lists;
    }

    /**
     * A hold to be placed.
     *
     * @param matter the matter's id, such as M3, or its title; a new title opens a new matter
     * @param kind {@code litigation}, {@code records-request}, {@code departed-employee} or {@code audit}
     */
    record Place(String matter, String kind, Scopes.Asked scope) {
        /** Leaving out a part could mean something else. */
        Place complete() {
            if (matter == null || matter.isBlank()) {
                throw new IllegalArgumentException("matter is missing: the matter's id, or its title");
            }
            if (scope == null) {
                throw new IllegalArgumentException("scope is missing: {} covers everything");
            }
            return this;
        }
    }

    /** @param reason why nobody needs to keep this any more */
    record Release(String reason) {}

    /** @param coolOff days it still binds, at least 1; 30 when it is left out */
    record Approve(@Nullable Integer coolOff) {}

    @GetMapping
    @Does(value = "The holds that bind, or all, the oldest first", gives = ShownHold.class, many = true)
    ResponseEntity<byte[]> list(@RequestParam(defaultValue = "false") boolean all) {
        LocalDate today = archive.holds().day(archive.clock().instant());
        return answers.all(ShownHold.all(
                archive,
                archive.holds().all().stream()
                        .filter(hold -> all || hold.bindsOn(today))
                        .toList()));
    }

    @GetMapping("/{hold}")
    @Does(value = "A hold", gives = ShownHold.class)
    ResponseEntity<byte[]> show(@PathVariable String hold) {
        return answers.one(ShownHold.of(archive, nouns.hold(hold)));
    }

    @PostMapping
    @Allowed(Role.LEGAL)
    @Does(
            value = "Places a hold; it binds when this is answered",
            takes = Place.class,
            gives = ShownHold.class,
            status = 201)
    ResponseEntity<byte[]> place(Who who, @RequestBody byte[] body) {
        Place asked = answers.read(body, Place.class).complete();
        HoldKind kind = Answers.word(HoldKind.class, "kind", asked.kind());
        HoldScope scope = scopes.of(asked.scope());
        Instant now = archive.clock().instant();
        LegalHold placed = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.holds().place(matter(asked, who, now), kind, scope, who.officer(), now)));
        archive.ledger().checkpoint();
        lists.list(placed.id(), who);
        return answers.made("/holds/" + placed.id(), ShownHold.of(archive, placed));
    }

    private String matter(Place asked, Who who, Instant now) {
        Optional<Matter> known = archive.holds().matter(asked.matter());
        return known.orElseGet(() -> archive.holds().open(asked.matter(), who.officer(), now))
                .id();
    }

    @PostMapping("/{hold}/release")
    @Allowed(Role.LEGAL)
    @Does(
            value = "The first of two persons asks for a hold's release; it binds as before",
            takes = Release.class,
            gives = ShownHold.class)
    ResponseEntity<byte[]> release(
            Who who,
            @PathVariable String hold,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        LegalHold found = unchanged(hold, match);
        String reason = answers.read(body, Release.class).reason();
        archive.people().departures().refuseEarlyRelease(found.id());
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.holds()
                        .requestRelease(
                                found.id(),
                                who.officer(),
                                reason,
                                archive.clock().instant()));
        archive.ledger().checkpoint();
        return show(hold);
    }

    @PostMapping("/{hold}/approve")
    @Allowed({Role.LEGAL, Role.RECORDS_OFFICER})
    @Does(
            value = "The second person approves a hold's release; it binds until its cool-off is over",
            takes = Approve.class,
            gives = ShownHold.class)
    ResponseEntity<byte[]> approve(
            Who who,
            @PathVariable String hold,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        LegalHold found = unchanged(hold, match);
        Integer asked = answers.read(body, Approve.class).coolOff();
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.holds()
                        .approveRelease(
                                found.id(),
                                who.officer(),
                                archive.clock().instant(),
                                asked == null ? COOL_OFF : asked));
        archive.ledger().checkpoint();
        return show(hold);
    }

    private LegalHold unchanged(String hold, @Nullable String match) {
        LegalHold found = nouns.hold(hold);
        answers.require(match, ShownHold.of(archive, found));
        return found;
    }
}
