package org.muniment.api.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import org.muniment.api.web.FirstLink;
import org.muniment.archive.Archive;
import org.muniment.archive.access.SetupLinks;
import org.springframework.stereotype.Component;

/**
 * The secret of the page where the first account is made: made anew at each start, told on the terminal, and good for a day
 * while nobody has an account. It is kept nowhere, so a new start ends the one before. Safe for many threads.
 */
@Component
final class FirstAccount implements FirstLink {
    private final Archive archive;
    private final Clock clock;
    private final Instant lapses;
    private final String secret;

    FirstAccount(Archive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
        this.lapses = clock.instant().plus(SetupLinks.GOOD_FOR);
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        this.secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    @Override
    public boolean isWanted() {
        return archive.access().users().list().isEmpty();
    }

    @Override
    public String path() {
        return "/first/" + secret;
    }

    /** Whether this is the secret, it has not lapsed, and nobody has an account. */
    boolean admits(String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))
                && clock.instant().isBefore(lapses)
                && isWanted();
    }
}
