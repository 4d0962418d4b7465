package org.muniment.api;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.muniment.api.web.Passwords;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.ledger.Officer;

/**
 * The people of the sample district who sign in: one for each role, and a second records officer, who adopts and approves
 * what the first one proposes. Their password is a new one each time.
 */
final class SampleUsers {
    private static final Officer DEMO = new Officer("Alder Creek Unified, the demo");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";

    private static final List<Sample> PEOPLE = List.of(
            new Sample("clerk", "Betty Lindqvist, Records Clerk", "records.clerk", Role.CLERK),
            new Sample("counsel", "Mara Quint, General Counsel", "counsel", Role.LEGAL),
            new Sample("officer", "Dana Whitlock, Chief Business Officer", "cbo", Role.RECORDS_OFFICER),
            new Sample("superintendent", "Dr. Elena Marchetti, Superintendent", "superintendent", Role.RECORDS_OFFICER),
            new Sample("principal", "Ruth Ashgrove, Principal", "principal.lincoln", Role.STAFF),
            new Sample("auditor", "Ines Dole, Internal Auditor", "auditor", Role.AUDITOR),
            new Sample("admin", "Raj Mehta, Technology Director", "it.director", Role.ADMINISTRATOR));

    private final Path folder;
    private final Clock clock;
    private final String password = password();

    /** @param mailbox the part of the address before the district's name */
    private record Sample(String user, String officer, String mailbox, Role role) {
        String address() {
            return mailbox + "@district.example";
        }
    }

    SampleUsers(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Gives everybody the new password; adds who is not there yet. */
    void renew() {
        String hash = String.valueOf(Passwords.encoder().encode(password));
        try (Archive archive = Archive.decide(folder, clock)) {
            archive.catalogue()
                    .transactions()
                    .executeWithoutResult(status -> PEOPLE.forEach(one -> {
                        if (archive.access().users().find(one.user()).isEmpty()) {
                            add(archive, one);
                        }
                        archive.access().signIns().choosePassword(one.user(), hash);
                    }));
        }
    }

    private void add(Archive archive, Sample one) {
        archive.access()
                .users()
                .add(one.user(), new Officer(one.officer()), one.address(), Set.of(one.role()), DEMO, clock.instant());
    }

    /** Says who can sign in. */
    void print(Terminal terminal) {
        terminal.say("Sign in as one of these; the password is %s until the demo is started again:", password);
        PEOPLE.forEach(one -> terminal.say(
                "  %-14s %s: %s", one.user(), one.officer(), one.role().words()));
    }

    /** Three groups of letters and digits: nothing that anybody could know beforehand. */
    private static String password() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder("Demo");
        for (int group = 0; group < 3; group++) {
            text.append('-');
            random.ints(4, 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
        }
        return text.append('-').append(random.nextInt(10, 100)).toString();
    }
}
