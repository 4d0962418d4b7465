package org.muniment.api.web.mine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.logging.Logger;
import org.muniment.api.web.MailSettings;
import org.muniment.api.web.NightLetters;
import org.muniment.api.web.Say;
import org.muniment.api.web.Who;
import org.muniment.api.web.WhoAsks;
import org.muniment.archive.Archive;
import org.muniment.archive.access.LeavingLetters;
import org.muniment.archive.access.User;
import org.muniment.batch.mail.MailRefused;
import org.muniment.batch.mail.MailRelay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells people by letter what of their own mail leaves the archive soon (AR 7203): how many items and where to look, never
 * what they are. Nothing is sent without a mail server in the settings.
 */
@Component
final class LeavingMail implements NightLetters {
    private static final Logger LOG = Logger.getLogger(LeavingMail.class.getName());
    private static final int REFUSED_IN_A_ROW = 3;

    private final Archive archive;
    private final LeavingSoon leaving;
    private final WhoAsks people;
    private final MailSettings mail;
    private final LettersStand stand;
    private final String address;
    private final Say say;

    LeavingMail(
            Archive archive,
            LeavingSoon leaving,
            WhoAsks people,
            MailSettings mail,
            LettersStand stand,
            @Value("${muniment.address:}") String address) {
        this.archive = archive;
        this.leaving = leaving;
        this.people = people;
        this.mail = mail;
        this.stand = stand;
        this.address = address.strip().replaceAll("/+$", "");
        this.say = new Say(archive.settings().zone());
    }

    /** What became of a person's letter. */
    private enum Letter {
        SENT,
        NOT_DUE,
        REFUSED
    }

    @Override
    public String send() {
        List<String> lacking = stand.lacking();
        return lacking.isEmpty()
                ? mail.relay().map(this::tell).orElseThrow()
                : "None go out about mail that leaves soon. In application.yaml: " + String.join("; ", lacking);
    }

    private String tell(MailRelay relay) {
        int sent = 0;
        int refused = 0;
        int inARow = 0;
        for (User user : archive.access().users().list()) {
            Letter letter = tell(relay, user);
            sent += letter == Letter.SENT ? 1 : 0;
            refused += letter == Letter.REFUSED ? 1 : 0;
            inARow = letter == Letter.REFUSED ? inARow + 1 : letter == Letter.SENT ? 0 : inARow;
            if (inARow == REFUSED_IN_A_ROW) {
                LOG.warning("The mail server takes no letters; people are told another night what leaves the archive");
                return told(sent) + "; the mail server takes no more, who is left is told another night";
            }
        }
        return told(sent)
                + (refused == 0 ? "" : "; the mail server refused " + refused + ", which are tried another night");
    }

    private String told(int letters) {
        return say.count(letters, "letter", "letters") + " went out about mail that leaves soon";
    }

    private Letter tell(MailRelay relay, User user) {
        LeavingLetters letters = archive.access().leavingLetters();
        LocalDate today = archive.retention().day(archive.clock().instant());
        LocalDate after = today.minusDays(stand.everyDays());
        if (!user.isActive() || letters.wasTold(user.name(), after)) {
            return Letter.NOT_DUE;
        }
        Who who = people.of(user);
        List<LeavingSoon.Line> lines =
                leaving.of(who).stream().filter(line -> !line.found().isHeld()).toList();
        if (lines.isEmpty() || !began(letters, user, today, lines.size(), after)) {
            return Letter.NOT_DUE;
        }
        try {
            relay.send(user.address(), subject(lines), body(who, lines, today));
            return Letter.SENT;
        } catch (MailRefused refused) {
            LOG.warning("The mail server refused the letter to the account " + user.name());
            archive.catalogue().transactions().executeWithoutResult(status -> letters.giveUp(user.name(), today));
            return Letter.REFUSED;
        }
    }

    private boolean began(LeavingLetters letters, User user, LocalDate today, int items, LocalDate after) {
        return Objects.requireNonNull(
                archive.catalogue().transactions().execute(status -> letters.begin(user.name(), today, items, after)));
    }

    private String subject(List<LeavingSoon.Line> lines) {
        return counted(lines) + " the archive soon";
    }

    private String counted(List<LeavingSoon.Line> lines) {
        return (lines.size() == LeavingSoon.MOST ? "At least " : "")
                + say.count(lines.size(), "item of your mail leaves", "items of your mail leave");
    }

    private String body(Who who, List<LeavingSoon.Line> lines, LocalDate today) {
        return """
                Dear %s,

                %s the archive by %s, the first on %s.
                From its day on an item may be destroyed, once two people have approved it (AR 7203).

                Do you need some of them longer? Keep them as Class 1 or Class 2 before that day:
                %s

                You need not do anything about the others.
                """.formatted(
                        who.name(),
                        counted(lines),
                        say.day(today.plusDays(LeavingSoon.DAYS)),
                        say.day(lines.getFirst().day()),
                        address.isEmpty()
                                ? "sign in to the archive and choose My mail, then \"leave the archive\"."
                                : address + MinePages.PATH + "/leaving");
    }
}
