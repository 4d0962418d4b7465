package org.muniment.api.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.access.SignIn;
import org.muniment.archive.access.SignIns;
import org.muniment.archive.access.User;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Signs people in by the accounts that the archive keeps. */
@Component
final class LocalSignIn implements AuthenticationProvider {
    private final Archive archive;
    private final Clock clock;
    private final PasswordEncoder encoder;
    private final Say say;
    private final LocalAccounts local;

    LocalSignIn(Archive archive, Clock clock, PasswordEncoder encoder, LocalAccounts local) {
        this.local = local;
        this.archive = archive;
        this.clock = clock;
        this.encoder = encoder;
        this.say = new Say(archive.settings().zone());
    }

    @Override
    public Authentication authenticate(Authentication asked) throws AuthenticationException {
        String name = asked.getName();
        String password = asked.getCredentials() instanceof String text ? text : "";
        SignIns signIns = archive.access().signIns();
        String tried = signIns.hashOf(name);
        boolean right = encoder.matches(password, tried);
        SignIn outcome = archive.catalogue()
                .transactions()
                .execute(status -> signIns.signIn(
                        name, hash -> hash.equals(tried) ? right : encoder.matches(password, hash), clock.instant()));
        return signedIn(outcome, name);
    }

    private Authentication signedIn(@Nullable SignIn outcome, String name) {
        return switch (outcome) {
            case SignIn.SignedIn in -> admitted(in.user());
            case SignIn.LockedUntil locked ->
                throw new BadCredentialsException("Too many wrong passwords. Try again after "
                        + say.time(locked.until()) + ", or ask an administrator for a new link.");
            case SignIn.Wrong wrong -> throw wrong();
            case null -> throw wrong();
        };
    }

    private Authentication admitted(User user) {
        if (!local.admit(user)) {
            throw new BadCredentialsException(local.elsewhere());
        }
        return UsernamePasswordAuthenticationToken.authenticated(user.name(), null, List.of());
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("This name and password do not go together. Names are those of the"
                + " accounts here, such as mortiz, and letters' case counts in passwords.");
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
