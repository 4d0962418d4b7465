package org.muniment.api.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.disposition.AuthorityWork;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.disposition.AuthorityOffers;
import org.muniment.archive.disposition.StandingAuthority;
import org.muniment.archive.schedule.SeriesId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Standing authorities: two officers sign one, and for a year transitory series need no list each night. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/authorities")
@Allowed({Role.RECORDS_OFFICER, Role.AUDITOR})
@For(Area.DISPOSITION)
class AuthoritiesApi {
    private final Archive archive;
    private final Answers answers;
    private final AuthorityWork work;

    AuthoritiesApi(Archive archive, Answers answers, AuthorityWork work) {
        this.archive = archive;
        this.answers = answers;
        this.work = work;
    }

    /**
     * A standing authority.
     *
     * @param lapses the first day on which it holds no more
     * @param revoked the day on which it was revoked; null when it was not
     * @param holds whether it holds today
     */
    record Authority(
            String id,
            List<String> series,
            LocalDate signed,
            LocalDate lapses,
            @Nullable LocalDate revoked,
            String by,
            String second,
            boolean holds) {
        static Authority of(StandingAuthority one, LocalDate today) {
            return new Authority(
                    one.id(),
                    names(one.series()),
                    one.signed(),
                    one.lapses(),
                    one.revoked(),
                    one.by().name(),
                    one.second().name(),
                    one.holdsOn(today));
        }
    }

    /**
     * One that waits for the second signature.
     *
     * @param own whether the person who asks signed it, and so can't be the second
     */
    record Offer(long number, List<String> series, String by, Instant at, boolean own) {
        static Offer of(AuthorityOffers.Offer one, Who who) {
            return new Offer(
                    one.number(),
                    names(one.series()),
                    one.by().name(),
                    one.at(),
                    one.by().isSamePersonAs(who.officer()));
        }
    }

    /** @param series of those that may be in one, at least one */
    record Sign(List<String> series) {}

    /**
     * A series that a standing authority may be for.
     *
     * @param verified whether the text of the authority was read when the schedule was written
     */
    record Transitory(String series, String title, String authority, boolean verified) {}

    private static List<String> names(Set<SeriesId> series) {
        return series.stream().map(SeriesId::value).sorted().toList();
    }

    private LocalDate today() {
        return archive.retention().day(archive.clock().instant());
    }

    @GetMapping
    @Does(value = "Standing authorities, the newest first", gives = Authority.class, many = true)
    ResponseEntity<byte[]> list() {
        LocalDate today = today();
        return answers.all(archive.disposal().authorities().all().reversed().stream()
                .map(one -> Authority.of(one, today))
                .toList());
    }

    @GetMapping("/series")
    @Does(value = "The series that a standing authority may be for", gives = Transitory.class, many = true)
    ResponseEntity<byte[]> series() {
        return answers.all(work.transitory(today()).stream()
                .map(one -> new Transitory(one.id().value(), one.title(), one.authority(), one.verified()))
                .toList());
    }

    @GetMapping("/offers")
    @Does(value = "Those that wait for the second signature", gives = Offer.class, many = true)
    ResponseEntity<byte[]> offers(Who who) {
        return answers.all(archive.disposal().offers().waiting().stream()
                .map(one -> Offer.of(one, who))
                .toList());
    }

    @PostMapping
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "Signs one as the first of two; it holds when another person has signed it too",
            takes = Sign.class,
            gives = Offer.class,
            status = 201)
    ResponseEntity<byte[]> sign(Who who, @RequestBody byte[] body) {
        List<String> names = Needed.of("series", answers.read(body, Sign.class).series());
        Set<SeriesId> series = names.stream().map(SeriesId::new).collect(Collectors.toCollection(LinkedHashSet::new));
        return answers.made("/authorities/offers", Offer.of(work.sign(series, who), who));
    }

    @PostMapping("/offers/{number}/signature")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "Signs one as the second person; it holds for a year from now on",
            takes = Nothing.class,
            gives = Authority.class)
    ResponseEntity<byte[]> countersign(Who who, @PathVariable String number, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        return answers.one(Authority.of(work.countersign(Nouns.number(number), who), today()));
    }

    @PostMapping("/offers/{number}/withdrawal")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "Takes back one that waits; those that are left",
            takes = Nothing.class,
            gives = Offer.class,
            many = true)
    ResponseEntity<byte[]> withdraw(Who who, @PathVariable String number, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        work.withdraw(Nouns.number(number));
        return offers(who);
    }

    @PostMapping("/{authority}/revocation")
    @Allowed(Role.RECORDS_OFFICER)
    @Does(
            value = "Revokes one; what is hidden under it is not destroyed any more",
            takes = Nothing.class,
            gives = Authority.class)
    ResponseEntity<byte[]> revoke(Who who, @PathVariable String authority, @RequestBody byte[] body) {
        answers.read(body, Nothing.class);
        return answers.one(Authority.of(work.revoke(authority, who), today()));
    }
}
