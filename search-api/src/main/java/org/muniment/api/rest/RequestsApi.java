package org.muniment.api.rest;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.muniment.api.FrozenRequest;
import org.muniment.api.ShownRequest;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.requests.NamedRequest;
import org.muniment.api.web.requests.RequestWork;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.request.ExtensionGround;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.Requests.Asked;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests for records, each with its hold. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/requests")
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER, Role.AUDITOR})
@For(Area.REQUESTS)
class RequestsApi {
    private static final int REVIEW_DAYS = 90;

    private final Archive archive;
    private final Answers answers;
    private final Scopes scopes;
    private final NamedRequest named;
    private final RequestWork work;

    RequestsApi(Archive archive, Answers answers, Scopes scopes, NamedRequest named, RequestWork work) {
        this.named = named;
        this.work = work;
        this.archive = archive;
        this.answers = answers;
        this.scopes = scopes;
    }

    /**
     * A request that was received.
     *
     * @param requester who asks; empty or left out when not named
     * @param received the day it came, ISO 8601; today when it is left out
     * @param summary what is asked for
     */
    record Open(@Nullable String requester, @Nullable String received, String summary, Scopes.Asked scope) {
        /** Leaving out a part could mean something else. */
        Open complete() {
            if (summary == null || summary.isBlank()) {
                throw new IllegalArgumentException("summary is missing: what is asked for");
            }
            if (scope == null) {
                throw new IllegalArgumentException("scope is missing: {} asks for everything");
            }
            return this;
        }
    }

    /**
     * A longer period.
     *
     * @param ground of Gov. Code 7922.535(c), such as {@code voluminous}
     * @param reason what it is in this case
     * @param until when a determination will be sent, ISO 8601; the last day allowed when it is left out
     */
    record Extend(String ground, String reason, @Nullable String until) {}

    /**
     * @param outcome how it ended
     * @param reviewDays for how many days everything is kept for a court's review; 90 when it is left out
     */
    record Close(String outcome, @Nullable Integer reviewDays) {
        int days() {
            return reviewDays == null ? REVIEW_DAYS : reviewDays;
        }
    }

    @GetMapping
    @Does(
            value = "The open requests, or all, the one that is due first at the top",
            gives = ShownRequest.class,
            many = true)
    ResponseEntity<byte[]> list(@RequestParam(defaultValue = "false") boolean all) {
        return answers.all(archive.requests().list().stream()
                .filter(request -> all || request.isOpen())
                .map(request -> ShownRequest.of(archive, request))
                .sorted(ShownRequest.FIRST_DUE)
                .toList());
    }

    @GetMapping("/{request}")
    @Does(value = "A request, its deadlines and where its review stands", gives = ShownRequest.class)
    ResponseEntity<byte[]> show(@PathVariable String request) {
        return answers.one(ShownRequest.of(archive, named.find(request)));
    }

    @PostMapping
    @Allowed(Role.CLERK)
    @Does(
            value = "Enters a request and places a hold on what it asks for; both are in force when this is answered",
            takes = Open.class,
            gives = ShownRequest.class,
            status = 201)
    ResponseEntity<byte[]> open(Who who, @RequestBody byte[] body) {
        Open asked = answers.read(body, Open.class).complete();
        HoldScope scope = scopes.of(asked.scope());
        Instant now = archive.clock().instant();
        LocalDate received = Scopes.day("received", asked.received());
        LocalDate day = received == null ? archive.requests().day(now) : received;
        String requester = asked.requester() == null ? "" : asked.requester();
        RecordsRequest opened =
                FrozenRequest.open(archive, new Asked(requester, day, asked.summary(), scope), who.officer(), now);
        return answers.made("/requests/" + opened.id(), ShownRequest.of(archive, opened));
    }

    @PostMapping("/{request}/extend")
    @Allowed(Role.CLERK)
    @Does(
            value = "Records a longer period; it counts from the day on which the extension letter is sent",
            takes = Extend.class,
            gives = ShownRequest.class)
    ResponseEntity<byte[]> extend(
            Who who,
            @PathVariable String request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        RecordsRequest found = unchanged(request, match);
        Extend asked = answers.read(body, Extend.class);
        ExtensionGround ground = Answers.word(ExtensionGround.class, "ground", asked.ground());
        LocalDate until = Scopes.day("until", asked.until());
        work.extend(
                found, ground, asked.reason(), until == null ? found.deadline().extendedDue() : until, who);
        return show(request);
    }

    @PostMapping("/{request}/close")
    @Allowed(Role.CLERK)
    @Does(
            value = "Closes a request and asks for the release of its hold, which another person approves",
            takes = Close.class,
            gives = ShownRequest.class)
    ResponseEntity<byte[]> close(
            Who who,
            @PathVariable String request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        RecordsRequest found = unchanged(request, match);
        Close asked = answers.read(body, Close.class);
        work.close(found, asked.outcome(), asked.days(), who);
        return show(request);
    }

    private RecordsRequest unchanged(String request, @Nullable String match) {
        RecordsRequest found = named.find(request);
        answers.require(match, ShownRequest.of(archive, found));
        return found;
    }
}
