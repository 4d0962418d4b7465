package org.muniment.api.web.holds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.api.web.MailSettings;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Letter;
import org.muniment.archive.hold.Notice.Step;
import org.muniment.archive.hold.NoticeText;
import org.muniment.archive.hold.Notices.Outstanding;
import org.muniment.archive.item.Custodian;
import org.muniment.batch.holding.HoldLetters;
import org.muniment.batch.holding.Recipient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tells custodians of holds: by the district's mail server when there is one, else by letters that an officer copies. */
@Component
public class HoldTelling {
    private static final int REMIND_AFTER = 14;

    private final Archive archive;
    private final MailSettings mail;
    private final String address;

    HoldTelling(Archive archive, MailSettings mail, @Value("${muniment.address:}") String address) {
        this.archive = archive;
        this.mail = mail;
        this.address = address.replaceAll("/+$", "");
    }

    /**
     * A letter as it would be.
     *
     * @param problem what is wrong with its template; empty when nothing is
     */
    record Draft(String step, String subject, String body, String problem) {}

    /** A letter that went out, whole. */
    public record Sent(RecipientLine to, Letter letter, NoticeText text) {}

    /** Whether the district's mail server carries letters; otherwise an officer copies them. */
    public boolean mails() {
        return mail.relay().isPresent();
    }

    /** Everybody to be told, and how far that is. */
    public List<RecipientLine> recipients(LegalHold hold) {
        LocalDate today = archive.holds().day(archive.clock().instant());
        Map<Custodian, Outstanding> due = archive.notices().outstanding(today, REMIND_AFTER).stream()
                .filter(one -> one.hold().equals(hold.id()))
                .collect(Collectors.toMap(Outstanding::custodian, Function.identity()));
        return Recipient.of(archive, hold).stream()
                .map(one -> RecipientLine.of(one, due.get(one.custodian()), today))
                .toList();
    }

    /** What the letters say, for whoever comes first. */
    List<Draft> drafts(LegalHold hold, Who who) {
        return Recipient.of(archive, hold).stream()
                .limit(1)
                .flatMap(first ->
                        Stream.of(Step.SENT, Step.REMINDED, Step.RELEASED).map(step -> draft(hold, first, step, who)))
                .toList();
    }

    private Draft draft(LegalHold hold, Recipient to, Step step, Who who) {
        try {
            NoticeText text = new HoldLetters(archive, "")
                    .draft(hold, to, step, who.officer(), archive.clock().instant());
            return new Draft(step.name(), text.subject(), text.body(), "");
        } catch (HoldRefused wrong) {
            return new Draft(step.name(), "", "", String.valueOf(wrong.getMessage()));
        }
    }

    /**
     * Tells some of a hold's custodians.
     *
     * @return how many letters went out
     * @throws HoldRefused when the step does not follow from those before, or a template is wrong
     * @throws org.muniment.batch.mail.MailRefused when the mail server does not take a letter; those before it went out
     */
    public int tell(LegalHold hold, List<String> to, Step step, Who who) {
        HoldLetters letters = letters();
        List<Recipient> chosen = Recipient.of(archive, hold).stream()
                .filter(one -> to.contains(one.custodian().address()))
                .toList();
        chosen.forEach(one -> tell(letters, hold, one, step, who));
        return chosen.size();
    }

    private void tell(HoldLetters letters, LegalHold hold, Recipient to, Step step, Who who) {
        Instant now = archive.clock().instant();
        NoticeText text = letters.write(hold, to, step, who.officer(), now);
        Letter.Way way = mail.relay()
                .map(relay -> {
                    archive.notices().check(hold.id(), to.custodian(), step);
                    relay.send(to.custodian().address(), text.subject(), text.body());
                    return Letter.Way.MAILED;
                })
                .orElse(Letter.Way.COPIED);
        letters.record(hold, to, step, text, way, who.officer(), now);
    }

    /** Records that somebody acknowledged on paper. */
    public void acknowledged(LegalHold hold, Recipient person, Who who) {
        archive.catalogue()
                .transactions()
                .executeWithoutResult(status -> archive.notices()
                        .record(
                                hold.id(),
                                person.custodian(),
                                Step.ACKNOWLEDGED,
                                who.officer(),
                                archive.clock().instant()));
        archive.ledger().checkpoint();
    }

    /** The letters that went out, newest first, each with its recipient's own link. */
    public List<Sent> letters(LegalHold hold) {
        Map<String, RecipientLine> recipients =
                recipients(hold).stream().collect(Collectors.toMap(RecipientLine::address, Function.identity()));
        HoldLetters letters = letters();
        return archive.notices().letters(hold.id()).reversed().stream()
                .flatMap(letter -> Optional.ofNullable(
                        recipients.get(letter.notice().custodian().address()))
                        .map(to -> new Sent(to, letter, letters.whole(letter)))
                        .stream())
                .toList();
    }

    private HoldLetters letters() {
        return new HoldLetters(
                archive,
                address.isEmpty()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                        : address);
    }
}
