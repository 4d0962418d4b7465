package org.muniment.api.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.requests.LetterForm;
import org.muniment.api.web.requests.NamedRequest;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.letter.Letter;
import org.muniment.archive.request.letter.LetterField;
import org.muniment.archive.request.letter.LetterKind;
import org.muniment.archive.request.letter.SentLetter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters to the requester: looked at first, then kept as sent with the step of the request that they are. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/requests/{request}/letters")
@Allowed(Role.CLERK)
@For(Area.REQUESTS)
class LettersApi {
    private final Archive archive;
    private final Answers answers;
    private final NamedRequest named;

    LettersApi(Archive archive, Answers answers, NamedRequest named) {
        this.named = named;
        this.archive = archive;
        this.answers = answers;
    }

    /**
     * A letter to be written.
     *
     * @param kind such as {@code acknowledgement} or {@code determination}
     * @param outcome {@code FULL}, {@code PARTIAL} or {@code NONE}; left out for a letter that gives no answer
     * @param available when records will be there, ISO 8601 day and time in the agency's zone
     * @param fields what a person says in it, such as {@code question} or {@code exemptions}
     */
    record Write(
            String kind,
            @Nullable String outcome,
            @Nullable String available,
            @Nullable Map<String, String> fields) {
        LetterForm form() {
            Map<String, String> all = new HashMap<>(fields == null ? Map.of() : fields);
            all.keySet().forEach(Write::require);
            all.put("outcome", outcome == null ? "" : outcome);
            all.put("available", available == null ? "" : available);
            return LetterForm.read(LetterKind.named(Needed.of("kind", kind)), all);
        }

        private static void require(String field) {
            if (LetterField.named(field)
                    .filter(one -> one.giver() == LetterField.Giver.PERSON)
                    .isEmpty()) {
                throw new IllegalArgumentException("fields has nothing that is called '" + field + "'");
            }
        }
    }

    /** A letter as it would be. */
    record Draft(String kind, String subject, String text) {}

    /** A letter that was sent. */
    record Sent(int number, String kind, String subject, String text, LocalDate day, String by, Instant at) {
        static Sent of(SentLetter one) {
            return new Sent(
                    one.number(),
                    one.letter().kind().words(),
                    one.letter().subject(),
                    one.letter().text(),
                    one.day(),
                    one.by().name(),
                    one.at());
        }
    }

    @GetMapping
    @Allowed({Role.CLERK, Role.LEGAL})
    @Does(value = "The letters that were sent for a request, in their order", gives = Sent.class, many = true)
    ResponseEntity<byte[]> list(@PathVariable String request) {
        return answers.all(archive.letters().of(named.find(request).id()).stream()
                .map(Sent::of)
                .toList());
    }

    @GetMapping("/{number}/paper")
    @Allowed({Role.CLERK, Role.LEGAL})
    @Does(value = "A letter as PDF/A, as it was kept", media = "application/pdf")
    ResponseEntity<byte[]> paper(@PathVariable String request, @PathVariable String number) {
        RequestId id = named.find(request).id();
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw new NotThere();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(archive.letters().paper(id, Integer.parseInt(number)).orElseThrow(NotThere::new));
    }

    @PostMapping("/draft")
    @Does(value = "A letter as it would be; nothing is recorded", takes = Write.class, gives = Draft.class)
    ResponseEntity<byte[]> draft(Who who, @PathVariable String request, @RequestBody byte[] body) {
        Letter letter =
                draft(named.find(request), answers.read(body, Write.class).form(), who);
        return answers.one(new Draft(letter.kind().words(), letter.subject(), letter.text()));
    }

    @PostMapping
    @Does(
            value =
                    "Keeps a letter as sent and takes the step of the request that it is; people carry it to the requester",
            takes = Write.class,
            gives = Sent.class,
            status = 201)
    ResponseEntity<byte[]> send(Who who, @PathVariable String request, @RequestBody byte[] body) {
        RecordsRequest found = named.find(request);
        LetterForm form = answers.read(body, Write.class).form();
        Letter letter = draft(found, form, who);
        Instant now = archive.clock().instant();
        SentLetter sent = Objects.requireNonNull(archive.catalogue()
                .transactions()
                .execute(status -> archive.letters()
                        .send(letter, form.answer(), archive.requests().day(now), who.officer(), now)));
        archive.ledger().checkpoint();
        return answers.made("/requests/" + found.id() + "/letters/" + sent.number() + "/paper", Sent.of(sent));
    }

    private Letter draft(RecordsRequest request, LetterForm form, Who who) {
        return archive.letters()
                .draft(
                        request,
                        form.kind(),
                        form.answer(),
                        form.given(),
                        who.officer(),
                        archive.requests().day(archive.clock().instant()));
    }
}
