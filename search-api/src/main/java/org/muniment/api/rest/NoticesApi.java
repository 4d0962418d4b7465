package org.muniment.api.rest;

import java.time.Instant;
import java.util.List;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.api.web.holds.HoldTelling;
import org.muniment.api.web.holds.RecipientLine;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Notice;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.holding.Recipient;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Custodians of a hold are told of it, reminded, and released; what they acknowledged on paper is recorded. */
@RestController
@RequestMapping(ApiSecurity.ROOT + "/holds/{hold}")
@Allowed(Role.LEGAL)
@For(Area.HOLDS)
class NoticesApi {
    private final Archive archive;
    private final Answers answers;
    private final Nouns nouns;
    private final HoldTelling telling;

    NoticesApi(Archive archive, Answers answers, Nouns nouns, HoldTelling telling) {
        this.archive = archive;
        this.answers = answers;
        this.nouns = nouns;
        this.telling = telling;
    }

    /**
     * Letters to be sent.
     *
     * @param to addresses of custodians of the hold
     * @param step {@code sent}, {@code reminded} or {@code released}
     */
    record Tell(List<String> to, String step) {}

    /** @param to the address of a custodian of the hold */
    record Acknowledged(String to) {}

    /** @param way whether the mail server carried it, or an officer copies it */
    record Sent(String to, String step, String way, Instant at, String subject, String text) {
        static Sent of(HoldTelling.Sent one) {
            Notice notice = one.letter().notice();
            return new Sent(
                    notice.custodian().address(),
                    notice.step().name().toLowerCase(java.util.Locale.ROOT),
                    one.letter().way().words(),
                    notice.at(),
                    one.text().subject(),
                    one.text().body());
        }
    }

    @GetMapping("/notices")
    @Allowed({Role.LEGAL, Role.CLERK, Role.RECORDS_OFFICER})
    @Does(value = "The custodians of a hold, and how far each was told", gives = RecipientLine.class, many = true)
    ResponseEntity<byte[]> told(@PathVariable String hold) {
        return answers.all(telling.recipients(nouns.hold(hold)));
    }

    @GetMapping("/letters")
    @Does(
            value = "The letters of a hold, the newest first, each whole; where no mail server carries them they are"
                    + " copied from here",
            gives = Sent.class,
            many = true)
    ResponseEntity<byte[]> letters(@PathVariable String hold) {
        return answers.all(
                telling.letters(nouns.hold(hold)).stream().map(Sent::of).toList());
    }

    @PostMapping("/notices")
    @Does(
            value = "Writes to custodians: the mail server carries it, or it is recorded to be copied",
            takes = Tell.class,
            gives = RecipientLine.class,
            many = true)
    ResponseEntity<byte[]> tell(Who who, @PathVariable String hold, @RequestBody byte[] body) {
        LegalHold found = nouns.hold(hold);
        Tell asked = answers.read(body, Tell.class);
        Notice.Step step = Answers.word(Notice.Step.class, "step", asked.step());
        if (step == Notice.Step.ACKNOWLEDGED) {
            throw new IllegalArgumentException("step is sent, reminded or released");
        }
        Needed.of("to", asked.to()).forEach(address -> recipient(found, address));
        telling.tell(found, asked.to(), step, who);
        return told(hold);
    }

    @PostMapping("/acknowledgements")
    @Does(
            value = "Records that a custodian acknowledged a hold on paper",
            takes = Acknowledged.class,
            gives = RecipientLine.class,
            many = true)
    ResponseEntity<byte[]> acknowledged(Who who, @PathVariable String hold, @RequestBody byte[] body) {
        LegalHold found = nouns.hold(hold);
        Recipient person = recipient(
                found, Needed.of("to", answers.read(body, Acknowledged.class).to()));
        telling.acknowledged(found, person, who);
        return told(hold);
    }

    private Recipient recipient(LegalHold hold, String address) {
        return Recipient.of(archive, hold).stream()
                .filter(one -> one.custodian().equals(new Custodian(address)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(hold.id() + " has no custodian " + address));
    }
}
