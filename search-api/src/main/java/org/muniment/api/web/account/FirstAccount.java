package org.muniment.api.web.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.muniment.api.web.FirstLink;
import org.muniment.archive.Archive;
import org.springframework.stereotype.Component;

/**
 * The secret of the page where the first account is made: made anew at each start, told on the terminal, and good while nobody
 * has an account. It is kept nowhere. Safe for many threads.
 */
@Component
final class FirstAccount implements FirstLink {
    private final Archive archive;
    private final String secret;

    FirstAccount(Archive archive) {
        this.archive = archive;
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

    /** Whether this is the secret, and nobody has an account. */
    boolean admits(String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))
                && isWanted();
    }
}
