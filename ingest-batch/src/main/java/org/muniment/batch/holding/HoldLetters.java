package org.muniment.batch.holding;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.hold.Letter;
import org.muniment.archive.hold.LetterFacts;
import org.muniment.archive.hold.Matter;
import org.muniment.archive.hold.Notice;
import org.muniment.archive.hold.Notice.Step;
import org.muniment.archive.hold.NoticeLetters;
import org.muniment.archive.hold.NoticeLink;
import org.muniment.archive.hold.NoticeLinks;
import org.muniment.archive.hold.NoticeText;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.ledger.Officer;

/** Writes the letters about a hold and records those that went out. Safe for many threads. */
public final class HoldLetters {
    private static final String WITHOUT_LINK = "(the recipient's own link stood here)";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    private final Archive archive;
    private final String address;
    private final NoticeLetters templates;

    /** @param address where the archive's pages are, {@code https://records.district.example}, without a slash at its end */
    public HoldLetters(Archive archive, String address) {
        this.archive = archive;
        this.address = address;
        this.templates = new NoticeLetters(archive.settings().folder().resolve("letters"));
    }

    /**
     * A letter, with the recipient's own link. Nothing is recorded: a notice must be recorded with the same time, or its link
     * acknowledges nothing.
     *
     * @param at when it goes out
     * @throws HoldRefused when its template is wrong
     */
    public NoticeText write(LegalHold hold, Recipient to, Step step, Officer by, Instant at) {
        return templates.of(step, facts(hold, to, by, at));
    }

    /**
     * A letter without a link, to be read before any is sent.
     *
     * @throws HoldRefused when its template is wrong
     */
    public NoticeText draft(LegalHold hold, Recipient to, Step step, Officer by, Instant at) {
        return write(hold, to, step, by, at).replacing(link(hold, to, at), "(the recipient's own link)");
    }

    /**
     * Records a letter that went out, for each of the person's addresses, without its link.
     *
     * @throws HoldRefused when the step does not follow from those before
     */
    public void record(
            LegalHold hold, Recipient to, Step step, NoticeText text, Letter.Way way, Officer by, Instant at) {
        NoticeText kept = text.replacing(link(hold, to, at), WITHOUT_LINK);
        archive.catalogue().transactions().executeWithoutResult(status -> {
            archive.notices().send(hold.id(), to.custodian(), step, kept, way, by, at);
            List<Notice> before = archive.notices().of(hold.id());
            to.addresses().stream()
                    .filter(other -> !other.equals(to.custodian()) && follows(before, other, step))
                    .forEach(other -> archive.notices().send(hold.id(), other, step, kept, way, by, at));
        });
        archive.ledger().checkpoint();
    }

    /** An address that was told by itself before, or has acknowledged, stays as it is. */
    private static boolean follows(List<Notice> before, Custodian custodian, Step step) {
        Set<Step> taken = before.stream()
                .filter(notice -> notice.custodian().equals(custodian))
                .map(Notice::step)
                .collect(Collectors.toSet());
        return switch (step) {
            case SENT -> taken.isEmpty();
            case REMINDED, ACKNOWLEDGED -> taken.contains(Step.SENT) && !taken.contains(Step.ACKNOWLEDGED);
            case RELEASED -> taken.contains(Step.SENT) && !taken.contains(Step.RELEASED);
        };
    }

    /**
     * A letter that went out, with its recipient's own link again.
     *
     * @throws HoldRefused when no notice was sent to the recipient
     */
    public NoticeText whole(Letter letter) {
        NoticeLink link =
                archive.notices().link(letter.notice().hold(), letter.notice().custodian());
        return letter.text().replacing(WITHOUT_LINK, address(link));
    }

    private String address(NoticeLink link) {
        return address + "/acknowledge/" + new NoticeLinks(archive.ledger()).write(link);
    }

    private LetterFacts facts(LegalHold hold, Recipient to, Officer by, Instant at) {
        HoldScope scope = hold.scope();
        return new LetterFacts(
                to.name(),
                to.custodian().address(),
                hold.id().value(),
                archive.holds().matter(hold.matter()).map(Matter::title).orElse(hold.matter()),
                hold.kind().words(),
                DAY.format(archive.holds().day(hold.placed())),
                mailboxes(scope),
                days(scope.from(), scope.to()),
                scope.terms() == null ? "everything" : scope.terms().toString(),
                DAY.format(archive.holds().day(at)),
                by.name(),
                link(hold, to, at));
    }

    private String link(LegalHold hold, Recipient to, Instant at) {
        Instant sent = to.step(Step.SENT).map(notice -> notice.at()).orElse(Instant.ofEpochMilli(at.toEpochMilli()));
        return address(new NoticeLink(hold.id(), to.custodian(), sent));
    }

    private static String mailboxes(HoldScope scope) {
        return scope.custodians().isEmpty()
                ? "every mailbox"
                : scope.custodians().stream().sorted().map(Custodian::address).collect(Collectors.joining(", "));
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
        List<String> ends = Stream.of(from, to)
                .map(day -> day == null ? "" : DAY.format(day))
                .toList();
        if (from == null && to == null) {
            return "all";
        }
        return from == null
                ? "up to " + ends.get(1)
                : to == null ? "from " + ends.get(0) : ends.get(0) + " to " + ends.get(1);
    }
}
