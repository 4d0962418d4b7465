package org.muniment.api.web.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.access.PasswordRules;
import org.muniment.archive.access.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Tells whether a password will do, and makes the hash that is kept of it. Safe for many threads. */
@Component
final class Choosing {
    private final PasswordEncoder encoder;

    Choosing(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** What is wrong with it, in words; none when it will do. */
    List<String> faults(String password, String again, User user) {
        List<String> faults = new ArrayList<>(PasswordRules.faults(password, user));
        if (!password.equals(again)) {
            faults.add("Both times the same is typed");
        }
        return faults;
    }

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    boolean matches(String password, @Nullable String hash) {
        return encoder.matches(password, hash);
    }
}
