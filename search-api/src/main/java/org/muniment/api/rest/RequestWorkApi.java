package org.muniment.api.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ShownHold;
import org.muniment.api.ShownRequest;
import org.muniment.api.ShownStep;
import org.muniment.api.WordsProposal;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Changes;
import org.muniment.api.web.Who;
import org.muniment.api.web.requests.NamedRequest;
import org.muniment.api.web.requests.RequestWork;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.request.Deadline;
import org.muniment.archive.request.EarlierScope;
import org.muniment.archive.request.Overlap;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestLog;
import org.muniment.archive.request.RequestStep;
import org.muniment.archive.request.ScopeProposal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done around a request: what it may mean, its steps and notes, earlier ones that overlap, its hold's end, the log. */
@RestController
@RequestMapping(ApiSecurity.ROOT)
@Allowed(Role.CLERK)
@For(Area.REQUESTS)
class RequestWorkApi {
    private final Archive archive;
    private final Answers answers;
    private final Scopes scopes;
    private final NamedRequest named;
    private final RequestWork work;
    private final Changes changes;

    RequestWorkApi(
            Archive archive, Answers answers, Scopes scopes, NamedRequest named, RequestWork work, Changes changes) {
        this.archive = archive;
        this.answers = answers;
        this.scopes = scopes;
        this.named = named;
        this.work = work;
        this.changes = changes;
    }

    /** @param words of the requester */
    record Words(String words) {}

    /** A mailbox that the words name. */
    record Custodian(String address, String name, String because) {}

    /**
     * What the words may mean, for a person to change.
     *
     * @param days the mentions from which the days were read
     * @param query empty when there are no terms
     */
    record Proposal(
            List<Custodian> custodians,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> days,
            String query) {
        static Proposal of(ScopeProposal one) {
            return new Proposal(
                    one.custodians().stream()
                            .map(found -> new Custodian(
                                    found.known().custodian().address(),
                                    found.known().name(),
                                    found.because()))
                            .toList(),
                    one.from(),
                    one.to(),
                    one.days(),
                    one.query());
        }
    }

    /** What a request would be. The same as to enter one. */
    record Preview(long items, LocalDate safelyDue, LocalDate legallyDue, List<Overlapping> overlaps) {}

    /** An earlier request that asks for some of the same. */
    record Overlapping(String request, String summary, List<String> why) {
        static List<Overlapping> of(List<Overlap> all) {
            return all.stream()
                    .map(one -> new Overlapping(
                            one.request().id().value(), one.request().summary(), one.why()))
                    .toList();
        }
    }

    /**
     * A step.
     *
     * @param step such as {@code noted}, {@code assisted} or {@code clarification-answered}
     * @param on the day, ISO 8601; today when it is left out
     * @param words what was done; a note needs them
     */
    record Take(String step, @Nullable String on, @Nullable String words) {}

    /**
     * What a request asks for instead.
     *
     * @param reason why, such as what the requester answered
     */
    record Rescope(Scopes.Asked scope, String reason) {}

    /**
     * What a request asked for until its scope was changed. Days are ISO 8601, times in UTC.
     *
     * @param hold what kept it
     * @param why the change: what keeps it since, and the reason
     */
    record Before(
            List<String> custodians,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String query,
            String hold,
            String changed,
            String by,
            String why) {
        static Before of(EarlierScope one) {
            HoldScope scope = one.scope();
            return new Before(
                    scope.custodians().stream()
                            .sorted()
                            .map(org.muniment.archive.item.Custodian::address)
                            .toList(),
                    scope.from(),
                    scope.to(),
                    scope.terms() == null ? "" : scope.terms().toString(),
                    one.hold(),
                    one.change().at().toString(),
                    one.change().by().name(),
                    one.change().words());
        }
    }

    /** @param text with what letters begin, lines and all */
    record Letterhead(String text) {}

    @PostMapping("/requests/proposal")
    @Does(value = "What words may mean; nothing is entered", takes = Words.class, gives = Proposal.class)
    ResponseEntity<byte[]> propose(@RequestBody byte[] body) {
        String words = Needed.of("words", answers.read(body, Words.class).words());
        return answers.one(Proposal.of(WordsProposal.of(archive, words)));
    }

    @PostMapping("/requests/preview")
    @Does(
            value = "How much a request would ask for, when it would be due, and which overlap; nothing is entered",
            takes = RequestsApi.Open.class,
            gives = Preview.class)
    ResponseEntity<byte[]> preview(@RequestBody byte[] body) {
        RequestsApi.Open asked = answers.read(body, RequestsApi.Open.class).complete();
        HoldScope scope = scopes.of(asked.scope());
        LocalDate received = Scopes.day("received", asked.received());
        Deadline deadline = archive.requests()
                .deadline(received == null ? archive.requests().day(changes.now()) : received);
        long items =
                archive.index().count(scope.query(archive.settings().zone()).relaxed());
        return answers.one(new Preview(
                items,
                deadline.safeDue(),
                deadline.legalDue(),
                Overlapping.of(
                        Overlap.of(asked.summary(), scope, archive.requests().list()))));
    }

    @GetMapping("/requests/log")
    @Allowed({Role.CLERK, Role.LEGAL})
    @Does(value = "The log of all requests, as CSV", media = "text/csv")
    ResponseEntity<byte[]> log() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        RequestLog.write(archive.requests().list(), archive.requestSteps().all(), log);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(log.toByteArray());
    }

    @GetMapping("/requests/{request}/overlaps")
    @Allowed({Role.CLERK, Role.LEGAL})
    @Does(value = "Earlier requests that ask for some of the same", gives = Overlapping.class, many = true)
    ResponseEntity<byte[]> overlaps(@PathVariable String request) {
        RecordsRequest found = named.find(request);
        return answers.all(Overlapping.of(Overlap.of(found, archive.requests().list())));
    }

    @GetMapping("/requests/{request}/scopes")
    @Allowed({Role.CLERK, Role.LEGAL})
    @Does(
            value = "What a request asked for before its scope was changed, the oldest first",
            gives = Before.class,
            many = true)
    ResponseEntity<byte[]> scopes(@PathVariable String request) {
        RecordsRequest found = named.find(request);
        return answers.all(
                archive.requests().earlier(found.id(), archive.requestSteps().of(found.id())).stream()
                        .map(Before::of)
                        .toList());
    }

    @PostMapping("/requests/{request}/scope")
    @Does(
            value =
                    "Lets a request ask for something else: held when this is answered; the release of the hold before is"
                            + " asked for",
            takes = Rescope.class,
            gives = ShownRequest.class)
    ResponseEntity<byte[]> change(
            Who who,
            @PathVariable String request,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody byte[] body) {
        RecordsRequest found = named.open(request);
        answers.require(match, ShownRequest.of(archive, found));
        Rescope asked = answers.read(body, Rescope.class);
        if (asked.scope() == null) {
            throw new IllegalArgumentException("scope is missing: {} asks for everything");
        }
        RecordsRequest changed =
                work.changeScope(found, scopes.of(asked.scope()), Needed.of("reason", asked.reason()), who);
        return answers.one(ShownRequest.of(archive, changed));
    }

    @GetMapping("/requests/{request}/steps")
    @Allowed({Role.CLERK, Role.LEGAL})
    @Does(value = "What was done for a request, in order", gives = ShownStep.class, many = true)
    ResponseEntity<byte[]> steps(@PathVariable String request) {
        return answers.all(archive.requestSteps().of(named.find(request).id()).stream()
                .map(ShownStep::of)
                .toList());
    }

    @PostMapping("/requests/{request}/steps")
    @Does(value = "Records a step, or a note", takes = Take.class, gives = ShownStep.class)
    ResponseEntity<byte[]> take(Who who, @PathVariable String request, @RequestBody byte[] body) {
        RecordsRequest found = named.find(request);
        Take asked = answers.read(body, Take.class);
        RequestStep.Kind kind = Answers.word(RequestStep.Kind.class, "step", asked.step());
        LocalDate on = Scopes.day("on", asked.on());
        LocalDate day = on == null ? archive.requests().day(changes.now()) : on;
        String words = asked.words() == null ? "" : asked.words();
        return answers.one(ShownStep.of(work.take(found, kind, day, words, who)));
    }

    @PostMapping("/requests/{request}/hold/release")
    @Allowed({Role.CLERK, Role.LEGAL})
    @Does(
            value =
                    "Lets the hold of a closed request go, as the second person; it binds until the review period is over",
            takes = Nothing.class,
            gives = ShownHold.class)
    ResponseEntity<byte[]> release(Who who, @PathVariable String request, @RequestBody byte[] body) {
        RecordsRequest found = named.find(request);
        answers.read(body, Nothing.class);
        work.releaseHold(found, who);
        return answers.one(ShownHold.of(
                archive,
                archive.holds()
                        .find(new org.muniment.archive.hold.HoldId(found.hold()))
                        .orElseThrow()));
    }

    @GetMapping("/letterhead")
    @Allowed({Role.CLERK, Role.LEGAL})
    @Does(value = "With what letters begin", gives = Letterhead.class)
    ResponseEntity<byte[]> letterhead() {
        return answers.one(new Letterhead(archive.letters().templates().letterhead()));
    }

    @PostMapping("/letterhead")
    @Does(value = "Writes with what letters begin", takes = Letterhead.class, gives = Letterhead.class)
    ResponseEntity<byte[]> write(@RequestBody byte[] body) {
        work.writeLetterhead(
                Needed.of("text", answers.read(body, Letterhead.class).text()));
        return letterhead();
    }
}
